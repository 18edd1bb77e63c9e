package dev.wherefore.core.network.block;

import java.util.Optional;

/**
 * What sorts of ResNets differ in besides their sizes.
 *
 * @param bottleneck whether blocks have three convolutions, the middle one narrower
 * @param shortcut how a shortcut changes the number of channels
 * @param named whether ReLUs and pools are layers with names, as in torchvision, or mere calls, and
 *     shortcuts are called {@code downsample}, or {@code shortcut} and always there
 * @param head the name of the last layer
 */
record ResNetStyle(
        boolean bottleneck, NetworkConfig.Shortcut shortcut, boolean named, String head) {

    boolean reluLayers() {
        return named;
    }

    String shortcutName() {
        return named ? "downsample" : "shortcut";
    }

    /**
     * The layer of a shortcut; nothing where the input itself is added and no layer stands for it.
     */
    Optional<LayerBlock> shortcut(int in, int out, int stride) {
        if (in == out && stride == 1) {
            return named ? Optional.empty() : Optional.of(new SequenceLayer());
        }
        if (shortcut == NetworkConfig.Shortcut.PAD) {
            return Optional.of(new PadLayer(in, out, stride));
        }
        SequenceLayer projection = new SequenceLayer();
        projection.append(ConvLayer.beforeNorm(in, out, new Window(1, stride, 0)));
        projection.append(new NormLayer(out));
        return Optional.of(projection);
    }
}
