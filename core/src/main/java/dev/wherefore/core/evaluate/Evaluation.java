package dev.wherefore.core.evaluate;

import ai.djl.Device;
import dev.wherefore.core.check.CheckPlan;
import dev.wherefore.core.check.Checks;
import dev.wherefore.core.experiment.config.TaskConfig;
import dev.wherefore.core.image.Geometry;
import dev.wherefore.core.metric.Baselines;
import dev.wherefore.core.metric.MetricCard;
import dev.wherefore.core.metric.Metrics;
import dev.wherefore.core.metric.Truth;
import dev.wherefore.core.scene.Mask;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Evaluates a network and methods on it: every scene through its task, every map against what is
 * true, all of it into tables. The same config gives the same numbers.
 */
public final class Evaluation {

    private final EvaluationTask task;
    private final TaskConfig<EvaluateConfig> config;
    private final SceneSource scenes;
    private final EvaluationOptions options;
    private final EvaluationListener listener;
    private final Map<String, String> versions;
    private final MapMeasure measure;
    private final CheckPlan plan;
    private final List<MetricCard> cards;

    /**
     * Constructs an evaluation.
     *
     * @param task the task
     * @param config the config
     * @param scenes the scenes that the config names
     * @param options what the command line adds
     * @param metrics the metrics there are
     * @param baselines the baselines there are
     * @param checks the checks there are
     * @param listener hears how it goes
     * @param versions what the results name as having made them
     */
    public Evaluation(
            EvaluationTask task,
            TaskConfig<EvaluateConfig> config,
            SceneSource scenes,
            EvaluationOptions options,
            Metrics metrics,
            Baselines baselines,
            Checks checks,
            EvaluationListener listener,
            Map<String, String> versions) {
        this.task = task;
        this.config = config;
        this.scenes = scenes;
        this.options = options;
        this.listener = listener;
        this.versions = versions;
        EvaluateConfig shared = config.shared();
        this.measure = new MapMeasure(shared, metrics, baselines);
        this.cards =
                Stream.concat(
                                shared.metrics().stream().map(m -> metrics.get(m).card()),
                                shared.checks().stream().map(c -> checks.get(c).card()))
                        .toList();
        this.plan =
                new CheckPlan(
                        shared.checks().stream().map(checks::get).toList(),
                        shared.baselines().stream().map(baselines::get).toList());
    }

    /**
     * Runs, writes the folder (see {@link EvaluationFolder}), and returns what was found out.
     *
     * @return the result, as {@code evaluation.json} has it
     * @throws dev.wherefore.core.UserError if the folder is taken, or the config names what is not
     *     there
     */
    public EvaluationResult run() {
        EvaluationFolder folder = new EvaluationFolder(options, cards);
        folder.check();
        EvaluateConfig shared = config.shared();
        try (SceneExplainer explainer = task.open(config, scenes, options.device());
                Items items = new Items(shared.numbers())) {
            List<String> facts = facts(explainer);
            listener.begins(scenes.count(), facts);
            Failures failures = new Failures(shared.failures(), explainer.methods());
            Tallies tallies = new Tallies(shared, explainer.methods(), explainer.labels());
            for (int from = 0; from < scenes.count(); ) {
                boolean checks = from < checked();
                int end = checks ? checked() : scenes.count();
                int to = Math.min(from + shared.batch(), end);
                List<Exhibit> batch = IntStream.range(from, to).mapToObj(scenes::exhibit).toList();
                List<ExplainedScene> explained =
                        explainer.explain(batch, checks ? plan : CheckPlan.NONE);
                for (int i = 0; i < explained.size(); i++) {
                    takeUp(from + i, explained.get(i), tallies, items, failures);
                }
                listener.finished(to - from);
                from = to;
            }
            EvaluationResult result = result(facts, tallies, explainer.quality());
            folder.write(result, items, failures.sheet());
            return result;
        }
    }

    /** How many of the first scenes are checked. */
    private int checked() {
        return plan.checks().isEmpty()
                ? 0
                : Math.min(config.shared().scenes().checked(), scenes.count());
    }

    private List<String> facts(SceneExplainer explainer) {
        List<String> facts = new ArrayList<>(explainer.facts());
        facts.addAll(scenes.facts());
        SceneUse.warning(scenes.seeds()).ifPresent(facts::add);
        if (checked() > 0) {
            facts.add("checks on the first %d of %d scenes".formatted(checked(), scenes.count()));
        }
        return facts;
    }

    private void takeUp(
            int index, ExplainedScene scene, Tallies tallies, Items items, Failures failures) {
        tallies.add(scene);
        byte[] weights = Resamples.weights(index);
        List<LocatedLabel> seen =
                scene.located().stream()
                        .filter(located -> isSeen(located.truth(), scene.geometry()))
                        .toList();
        tallies.addOutOfSight(scene.located().size() - seen.size());
        List<List<MeasuredMap>> maps = measure.maps(scene, seen);
        for (int i = 0; i < seen.size(); i++) {
            MeasuredLabel measured = new MeasuredLabel(index, scene, seen.get(i), maps.get(i));
            tallies.add(measured, weights);
            items.add(measured);
            failures.add(measured);
        }
    }

    /** Whether the network saw any of it: no map can point at what was cut off. */
    private static boolean isSeen(Truth truth, Geometry geometry) {
        Mask mask = truth.mask();
        return IntStream.range(0, mask.height() * mask.width())
                .filter(i -> mask.contains(i % mask.width(), i / mask.width()))
                .anyMatch(i -> geometry.covers(i / mask.width(), i % mask.width()));
    }

    private EvaluationResult result(
            List<String> facts, Tallies tallies, Map<String, Double> quality) {
        Map<String, Object> described = new LinkedHashMap<>();
        described.put("shared", config.shared());
        described.put(task.name(), config.own());
        Device device = options.device();
        return new EvaluationResult(
                EvaluationResult.SCHEMA,
                versions,
                task.name(),
                device.isGpu() ? "gpu:" + device.getDeviceId() : "cpu",
                facts,
                described,
                scenes.count(),
                scenes.description(),
                tallies.outOfSight(),
                tallies.quality(),
                quality,
                tallies.objectShare(),
                tallies.sources(false),
                tallies.sources(true),
                tallies.labels(),
                checked() > 0
                        ? Optional.of(
                                new EvaluationResult.Checked(checked(), config.shared().checks()))
                        : Optional.empty(),
                tallies.curves());
    }
}
