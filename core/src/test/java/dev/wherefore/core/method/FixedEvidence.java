package dev.wherefore.core.method;

import ai.djl.ndarray.NDArray;
import dev.wherefore.core.engine.ReluRule;
import dev.wherefore.core.target.Target;
import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** Evidence that is given. */
record FixedEvidence(NDArray pictures, int targets, List<Evidence> atLayers)
        implements EvidenceSource {

    @Override
    public List<String> layers() {
        return atLayers.stream().map(evidence -> "layer").toList();
    }

    @Override
    public List<Evidence> atLayersToSecondOrder() {
        throw new UnsupportedOperationException();
    }

    @Override
    public NDArray atInput(ReluRule rule) {
        throw new UnsupportedOperationException();
    }

    @Override
    public float[] scores() {
        throw new UnsupportedOperationException();
    }

    @Override
    public NDArray about(NDArray pictures, Function<EvidenceSource, NDArray> made) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Trials trials() {
        throw new UnsupportedOperationException();
    }

    @Override
    public MethodSettings settings() {
        return MethodSettings.USUAL;
    }

    @Override
    public EvidenceSource about(UnaryOperator<Target> change) {
        throw new UnsupportedOperationException();
    }
}
