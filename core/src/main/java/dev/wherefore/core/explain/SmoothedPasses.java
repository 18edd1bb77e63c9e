package dev.wherefore.core.explain;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import dev.wherefore.core.network.Inputs;
import dev.wherefore.core.network.Network;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.stream.IntStream;

/**
 * Test-time augmentation, {@code aug_smooth} of the {@code grad-cam} package: each map is the plain
 * mean of the finished maps of all {@link Augmentation}s, laid back on the picture, and not spread
 * again. Raw maps and pixels are means likewise; score, words and what the network gave are those
 * of the picture as it is. What a target asks about, such as the class that the network says, is
 * decided by the picture as it is too.
 */
final class SmoothedPasses {

    private final Network network;
    private final BiFunction<Inputs, ExplainRequest, Explanations> once;

    /**
     * @param once explains what it is given, as it is
     */
    SmoothedPasses(Network network, BiFunction<Inputs, ExplainRequest, Explanations> once) {
        this.network = network;
        this.once = once;
    }

    Explanations explain(Inputs inputs, ExplainRequest request) {
        try (NDManager scope = network.newScope()) {
            ExplainRequest decided =
                    request.withTargets(DecidedTargets.of(network, scope, inputs, request));
            List<Explanations> seen = new ArrayList<>();
            for (Augmentation augmentation : Augmentation.ALL) {
                try (NDManager inner = scope.newSubManager()) {
                    NDArray images = inputs.imageArray().duplicate();
                    images.attach(inner);
                    seen.add(once.apply(inputs.withImage(augmentation.of(images)), decided));
                }
            }
            return mean(seen);
        }
    }

    private static Explanations mean(List<Explanations> seen) {
        Explanations asItIs = seen.get(0);
        List<List<Explanation>> pictures = new ArrayList<>();
        for (int i = 0; i < asItIs.pictures().size(); i++) {
            int picture = i;
            pictures.add(
                    IntStream.range(0, asItIs.pictures().get(i).size())
                            .mapToObj(
                                    e ->
                                            seen.stream()
                                                    .map(s -> s.pictures().get(picture).get(e))
                                                    .toList())
                            .map(own -> new SmoothedExplanation(own).mean())
                            .toList());
        }
        return new Explanations(pictures, asItIs.vectors(), asItIs.words());
    }
}
