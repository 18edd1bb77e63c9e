package dev.wherefore.core.target;

import ai.djl.ndarray.NDArray;
import dev.wherefore.core.network.Outputs;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Function;

/**
 * A number made of other targets' numbers.
 *
 * @param description what the number is
 * @param parts the targets
 * @param rule the scores {@code (R)} from those of the parts
 */
record CombinedTarget(String description, List<Target> parts, Function<List<NDArray>, NDArray> rule)
        implements Target {

    @Override
    public NDArray score(Outputs outputs) {
        return rule.apply(parts.stream().map(part -> part.score(outputs)).toList());
    }

    @Override
    public Target decidedBy(Outputs outputs) {
        List<Target> decided = parts.stream().map(part -> part.decidedBy(outputs)).toList();
        return new CombinedTarget(description, decided, rule);
    }

    @Override
    public Target other(Outputs outputs, List<SplittableRandom> dice) {
        List<Target> others = parts.stream().map(part -> part.other(outputs, dice)).toList();
        return new CombinedTarget("another than " + description, others, rule);
    }

    @Override
    public Target ofPicture(int picture, int rows) {
        List<Target> own = parts.stream().map(part -> part.ofPicture(picture, rows)).toList();
        return new CombinedTarget(description, own, rule);
    }
}
