package dev.wherefore.core.attack;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import dev.wherefore.core.engine.GradientMode;
import dev.wherefore.core.network.Inputs;
import dev.wherefore.core.network.Layer;
import dev.wherefore.core.network.LayerShape;
import dev.wherefore.core.network.LayerWeights;
import dev.wherefore.core.network.Network;
import dev.wherefore.core.network.Outputs;
import dev.wherefore.core.network.Pass;
import dev.wherefore.core.network.PassRequest;
import java.util.List;
import java.util.Map;

/** One class, whose logit is a weighted sum of the input, or of its squares. */
final class LinearNetwork implements Network {

    private final float[] weights;
    private final Shape picture;
    private final boolean squared;

    /**
     * @param weights one for each value of a picture
     * @param picture the picture's {@code (C, H, W)}
     * @param squared whether the values are squared first, so that signs depend on the picture
     */
    LinearNetwork(float[] weights, Shape picture, boolean squared) {
        this.weights = weights;
        this.picture = picture;
        this.squared = squared;
    }

    @Override
    public List<Layer> layers() {
        return List.of();
    }

    @Override
    public Pass run(NDManager scope, Inputs inputs, PassRequest request) {
        try (GradientMode on = GradientMode.on()) {
            NDArray image = inputs.imageArray().stopGradient();
            image.attach(scope);
            image.setRequiresGradient(request.inputGradient());
            NDArray weight = scope.create(weights, new Shape(1).addAll(picture));
            NDArray values = squared ? image.mul(image) : image;
            NDArray logits = values.mul(weight).sum(new int[] {1, 2, 3}).expandDims(1);
            return new Pass(new Outputs(Map.of("out", logits)), image, List.of(), List.of());
        }
    }

    @Override
    public List<LayerShape> shapes(NDManager scope, Inputs inputs) {
        return List.of();
    }

    @Override
    public Map<String, NDArray> biases(NDManager scope) {
        return Map.of();
    }

    @Override
    public List<LayerWeights> weights() {
        return List.of();
    }

    @Override
    public NDManager newScope() {
        return NDManager.newBaseManager(device());
    }

    @Override
    public Device device() {
        return Device.cpu();
    }

    @Override
    public void close() {}
}
