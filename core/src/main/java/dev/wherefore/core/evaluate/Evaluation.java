package dev.wherefore.core.evaluate;

import ai.djl.Device;
import dev.wherefore.core.UserError;
import dev.wherefore.core.check.CheckPlan;
import dev.wherefore.core.check.Checks;
import dev.wherefore.core.dataset.DataLabel;
import dev.wherefore.core.dataset.FaultCounts;
import dev.wherefore.core.experiment.config.TaskConfig;
import dev.wherefore.core.image.Geometry;
import dev.wherefore.core.metric.Baselines;
import dev.wherefore.core.metric.Metrics;
import dev.wherefore.core.metric.Truth;
import dev.wherefore.core.scene.Mask;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

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
    private final Optional<Segmentation> segmentation;

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
        this.plan =
                new CheckPlan(
                        shared.checks().stream().map(checks::get).toList(),
                        shared.baselines().stream().map(baselines::get).toList());
        this.segmentation = shared.segmentation().map(this::segmentation);
    }

    private Segmentation segmentation(SegmentationConfig cuts) {
        return config.places()
                .at(
                        "segmentation",
                        () -> {
                            if (!task.looksForContents()) {
                                throw new UserError(
                                        "only maps of what pictures show can cut them, and "
                                                + task.name()
                                                + " has others");
                            }
                            return new Segmentation(
                                    cuts,
                                    scenes.labels().stream().map(DataLabel::name).toList(),
                                    config.shared().explain().methods(),
                                    options);
                        });
    }

    /**
     * Runs, writes the folder (see {@link EvaluationFolder}), and returns what was found out.
     *
     * @return the result, as {@code evaluation.json} has it
     * @throws dev.wherefore.core.UserError if the folder is taken, or the config names what is not
     *     there
     */
    public EvaluationResult run() {
        EvaluationFolder folder = new EvaluationFolder(options);
        folder.check();
        EvaluateConfig shared = config.shared();
        Failures failures = new Failures(shared.failures(), shared.explain().methods());
        try (SceneExplainer explainer = task.open(config, scenes, options.device());
                Items items = new Items(shared.numbers())) {
            List<String> facts = facts(explainer);
            listener.begins(scenes.count(), facts);
            Tallies tallies = new Tallies(shared, explainer.labels());
            FaultCounts leftOut = new FaultCounts();
            int read = 0;
            for (int from = 0; from < scenes.count(); ) {
                boolean checks = from < checked();
                int end = checks ? checked() : scenes.count();
                int to = Math.min(from + shared.batch(), end);
                ReadScenes batch = ReadScenes.of(scenes, from, to, leftOut);
                List<ExplainedScene> explained =
                        batch.exhibits().isEmpty()
                                ? List.of()
                                : explainer.explain(
                                        batch.exhibits(), checks ? plan : CheckPlan.NONE);
                for (int i = 0; i < explained.size(); i++) {
                    takeUp(batch.indexes().get(i), explained.get(i), tallies, items, failures);
                }
                read += explained.size();
                listener.finished(to - from);
                from = to;
            }
            EvaluationResult result = result(facts, read, leftOut, tallies, explainer.quality());
            segmentation.ifPresent(Segmentation::finish);
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
        segmentation.ifPresent(cuts -> cuts.add(scene, seen, maps, weights));
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

    private List<SourceResult> sources(Tallies tallies, boolean baselines) {
        return tallies.sources(baselines).stream()
                .map(source -> segmentation.map(cuts -> cuts.with(source)).orElse(source))
                .toList();
    }

    private EvaluationResult result(
            List<String> facts,
            int read,
            FaultCounts leftOut,
            Tallies tallies,
            Map<String, Double> quality) {
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
                read,
                scenes.description(),
                leftOut.byWords(),
                tallies.outOfSight(),
                tallies.quality(),
                quality,
                tallies.objectShare(),
                sources(tallies, false),
                sources(tallies, true),
                tallies.labels(),
                checked() > 0
                        ? Optional.of(
                                new EvaluationResult.Checked(checked(), config.shared().checks()))
                        : Optional.empty(),
                tallies.curves());
    }
}
