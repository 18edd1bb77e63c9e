package dev.wherefore.core.evaluate;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.wherefore.core.metric.MetricCard;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What {@code evaluation.json} says.
 *
 * @param schema the name and version of this form
 * @param versions of Wherefore, DJL, the engine and Java
 * @param task the task
 * @param device where the network ran
 * @param facts what was explained and how
 * @param config the config with all defaults filled in
 * @param scenes how many scenes were explained
 * @param source what the scenes are
 * @param leftOut how many pictures, or things in them, were left out, by what was wrong with them
 * @param outOfSight how many things that scenes show lie where the network sees nothing, cut off by
 *     the preprocessing; they have no maps
 * @param network how good the network is, for tasks that give scores
 * @param quality what else the task tells of how good the network is, numbers by name
 * @param objectShare which share of a picture what is looked for covers: what a point chosen
 *     blindly would hit; nothing without maps
 * @param methods how right the maps of each method are
 * @param baselines how right those of the baselines are
 * @param labels how each label fares
 * @param checked which checks were made, and on how much; nothing without any
 * @param curves the mean curves of the checks that have some
 */
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public record EvaluationResult(
        String schema,
        Map<String, String> versions,
        String task,
        String device,
        List<String> facts,
        Object config,
        int scenes,
        String source,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) Map<String, Integer> leftOut,
        int outOfSight,
        Optional<NetworkQuality> network,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) Map<String, Double> quality,
        Optional<Estimate> objectShare,
        List<SourceResult> methods,
        List<SourceResult> baselines,
        List<LabelResult> labels,
        Optional<Checked> checked,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<CurveResult> curves) {

    /** The name and version of this form. */
    public static final String SCHEMA = "wherefore/evaluation/1";

    /**
     * Returns all of which maps were measured.
     *
     * @return the methods, then the baselines
     */
    public List<SourceResult> sources() {
        return Stream.concat(methods.stream(), baselines.stream()).toList();
    }

    /**
     * Returns the best mean of a method by a metric or check.
     *
     * @param card which metric or check
     * @return the mean; nothing where none applied
     */
    public Optional<Double> best(MetricCard card) {
        Stream<Double> means =
                methods.stream()
                        .flatMap(method -> method.metric(card.name()).stream())
                        .map(Estimate::mean)
                        .filter(mean -> !mean.isNaN());
        return card.higherIsBetter() ? means.max(Double::compare) : means.min(Double::compare);
    }

    /**
     * Which checks were made.
     *
     * @param scenes on how many of the first scenes
     * @param checks the checks' names; their means are among those of the metrics
     */
    public record Checked(int scenes, List<String> checks) {}
}
