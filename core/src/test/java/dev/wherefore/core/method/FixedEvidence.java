package dev.wherefore.core.method;

import ai.djl.ndarray.NDArray;
import dev.wherefore.core.engine.ReluRule;
import dev.wherefore.core.target.Target;
import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** Evidence that is given, for methods that ask for no passes. */
record FixedEvidence(NDArray pictures, int targets, List<Evidence> atLayers, long seed)
        implements EvidenceSource {

    private static final String NOT_ASKED_FOR = "the method asked for a pass";

    @Override
    public List<String> layers() {
        return atLayers.stream().map(evidence -> "layer").toList();
    }

    @Override
    public List<Evidence> atLayers(ReluRule rule) {
        throw new AssertionError(NOT_ASKED_FOR);
    }

    @Override
    public List<Evidence> atLayersToSecondOrder() {
        throw new AssertionError(NOT_ASKED_FOR);
    }

    @Override
    public List<BiasEvidence> atBiases() {
        throw new AssertionError(NOT_ASKED_FOR);
    }

    @Override
    public NDArray atInput(ReluRule rule) {
        throw new AssertionError(NOT_ASKED_FOR);
    }

    @Override
    public float[] scores() {
        throw new AssertionError(NOT_ASKED_FOR);
    }

    @Override
    public NDArray about(NDArray pictures, Function<EvidenceSource, NDArray> made) {
        throw new AssertionError(NOT_ASKED_FOR);
    }

    @Override
    public Trials trials() {
        throw new AssertionError(NOT_ASKED_FOR);
    }

    @Override
    public MethodSettings settings() {
        MethodSettings usual = MethodSettings.USUAL;
        return new MethodSettings(
                seed,
                usual.occlusion(),
                usual.rise(),
                usual.noise(),
                usual.integral(),
                usual.concepts(),
                usual.masks(),
                usual.channels());
    }

    @Override
    public EvidenceSource about(UnaryOperator<Target> change) {
        throw new AssertionError(NOT_ASKED_FOR);
    }
}
