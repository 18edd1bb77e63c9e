package dev.wherefore.core.check;

import dev.wherefore.core.metric.Baseline;
import java.util.List;
import java.util.function.BiPredicate;

/**
 * How maps are to be checked.
 *
 * @param checks the checks, in the order of their findings
 * @param baselines maps that know nothing, which are checked beside them
 * @param asked tells for a picture's place in its batch and a target's whether its maps are to be
 *     checked: what only fills a batch is not
 */
public record CheckPlan(
        List<Check> checks, List<Baseline> baselines, BiPredicate<Integer, Integer> asked) {

    /** Nothing is checked. */
    public static final CheckPlan NONE = new CheckPlan(List.of(), List.of());

    /** Copies the lists. */
    public CheckPlan {
        checks = List.copyOf(checks);
        baselines = List.copyOf(baselines);
    }

    /**
     * Constructs a plan for all maps.
     *
     * @param checks the checks, in the order of their findings
     * @param baselines maps that know nothing
     */
    public CheckPlan(List<Check> checks, List<Baseline> baselines) {
        this(checks, baselines, (picture, target) -> true);
    }

    /**
     * Returns the same plan for some of the maps.
     *
     * @param only tells for a picture's place in its batch and a target's whether its maps are to
     *     be checked
     * @return the plan
     */
    public CheckPlan only(BiPredicate<Integer, Integer> only) {
        return new CheckPlan(checks, baselines, only);
    }
}
