package dev.wherefore.core.method;

import ai.djl.ndarray.NDArray;

/** A method whose map of a layer is arithmetic on that layer's evidence: the CAM family. */
public interface LayerMethod extends Method {

    /**
     * Returns the raw map of a layer, before the ReLU and any scaling.
     *
     * @param evidence activation and gradient, {@code (R, C, h, w)}
     * @return {@code (R, h, w)}
     */
    NDArray map(Evidence evidence);

    @Override
    default Attribution attribute(EvidenceSource source) {
        return Attribution.ofMaps(source.atLayers().stream().map(this::map).toList());
    }
}
