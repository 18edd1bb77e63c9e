package dev.wherefore.core.evaluate;

import ai.djl.Device;
import dev.wherefore.core.UserError;
import dev.wherefore.core.check.CheckPlan;
import dev.wherefore.core.check.Checks;
import dev.wherefore.core.dataset.DataLabel;
import dev.wherefore.core.evaluate.SceneRun.Batch;
import dev.wherefore.core.evaluate.SceneRun.Explained;
import dev.wherefore.core.evaluate.SceneRun.Read;
import dev.wherefore.core.experiment.config.TaskConfig;
import dev.wherefore.core.metric.Baselines;
import dev.wherefore.core.metric.MetricCard;
import dev.wherefore.core.metric.Metrics;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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
        this.segmentation = shared.segmentation().map(this::segmentation);
        this.measure = new MapMeasure(shared, metrics, baselines, segmentation);
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
                                    config.shared().baselines(),
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
        EvaluationFolder folder = new EvaluationFolder(options, cards, decisive());
        folder.check();
        EvaluateConfig shared = config.shared();
        try (SceneExplainer explainer = task.open(config, scenes, options.device());
                Items items = new Items(shared.numbers())) {
            requireFit(explainer);
            Failures failures = new Failures(shared.failures(), explainer.methods());
            Tallies tallies = new Tallies(shared, explainer.methods(), explainer.labels());
            List<Batch> batches = batches();
            int done = finished(batches, folder.left());
            folder.replay(
                    done,
                    scene -> {
                        takeUp(scene, explainer, tallies, items);
                        failures.add(scene, Optional.empty());
                    });
            List<String> facts = facts(explainer);
            listener.begins(scenes.count(), done, facts);
            SceneRun run = sceneRun(explainer);
            run.run(
                    batches.stream().filter(batch -> batch.from() >= done).toList(),
                    shared.workers(),
                    seen -> {
                        folder.keep(seen.stream().map(SeenScene::numbers).toList());
                        for (SeenScene scene : seen) {
                            takeUp(scene.numbers(), explainer, tallies, items);
                            failures.add(scene.numbers(), Optional.of(scene));
                        }
                        listener.finished(seen.size());
                    });
            run.run(again(batches, failures.unseen()), 1, seen -> seen.forEach(failures::show));
            segmentation.ifPresent(Segmentation::finish);
            EvaluationResult result = result(facts, tallies, explainer.quality());
            folder.write(result, items, failures.sheet());
            return result;
        }
    }

    /** Refuses a check that cannot be made of this network, before anything is explained. */
    private void requireFit(SceneExplainer explainer) {
        for (int i = 0; i < plan.checks().size(); i++) {
            String key = "checks." + i;
            plan.checks()
                    .get(i)
                    .needs()
                    .forEach(
                            need ->
                                    explainer
                                            .refusal(need)
                                            .ifPresent(
                                                    what -> {
                                                        throw config.places().error(key, what);
                                                    }));
        }
    }

    /** What decides the numbers: scenes that were measured otherwise cannot be gone on with. */
    private Map<String, Object> decisive() {
        Map<String, Object> decisive = new LinkedHashMap<>();
        decisive.put("schema", EvaluationResult.SCHEMA);
        decisive.put("versions", versions);
        decisive.put("device", device());
        decisive.put("scenes", scenes.description());
        decisive.put("config", described(config.shared().asCounts()));
        return decisive;
    }

    private SceneRun sceneRun(SceneExplainer explainer) {
        return new SceneRun(
                batch -> {
                    ReadScenes found = ReadScenes.of(scenes, batch.from(), batch.to());
                    CheckPlan checked = batch.checked() ? plan : CheckPlan.NONE;
                    return new Read(
                            SceneBatch.of(found, explainer::prepare, checked), found.broken());
                },
                explainer::explain,
                this::measured);
    }

    /** The numbers of a batch's scenes in their order, the broken ones among them. */
    private List<SeenScene> measured(Explained explained) {
        List<Integer> places = explained.read().scenes().places();
        List<SeenScene> seen = new ArrayList<>();
        for (int i = 0; i < places.size(); i++) {
            seen.add(measure.of(places.get(i), explained.scenes().get(i)));
        }
        explained.read().broken().forEach(broken -> seen.add(SeenScene.broken(broken)));
        seen.sort(Comparator.comparingInt(scene -> scene.numbers().index()));
        return seen;
    }

    /** The scenes in batches; those whose maps are checked share none with the others. */
    private List<Batch> batches() {
        List<Batch> batches = new ArrayList<>();
        for (int from = 0; from < scenes.count(); ) {
            boolean checked = from < checked();
            int end = checked ? checked() : scenes.count();
            int to = Math.min(from + config.shared().batch(), end);
            batches.add(new Batch(from, to, checked));
            from = to;
        }
        return batches;
    }

    /**
     * How many scenes need not be made again: whole batches, since numbers can differ in their last
     * digits with the pictures that share a pass.
     */
    private static int finished(List<Batch> batches, int left) {
        return batches.stream().mapToInt(Batch::to).filter(to -> to <= left).max().orElse(0);
    }

    /** The batches that some scenes are in, no map checked. */
    private static List<Batch> again(List<Batch> batches, Set<Integer> wanted) {
        return batches.stream()
                .filter(b -> wanted.stream().anyMatch(i -> b.from() <= i && i < b.to()))
                .map(batch -> new Batch(batch.from(), batch.to(), false))
                .toList();
    }

    private void takeUp(
            MeasuredScene scene, SceneExplainer explainer, Tallies tallies, Items items) {
        tallies.add(scene);
        segmentation.ifPresent(cuts -> cuts.add(scene));
        items.add(scene);
        explainer.takeUp(scene.notes());
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

    private List<SourceResult> sources(Tallies tallies, boolean baselines) {
        return tallies.sources(baselines).stream()
                .map(source -> segmentation.map(cuts -> cuts.with(source)).orElse(source))
                .toList();
    }

    private EvaluationResult result(
            List<String> facts, Tallies tallies, Map<String, Double> quality) {
        return new EvaluationResult(
                EvaluationResult.SCHEMA,
                versions,
                task.name(),
                device(),
                facts,
                described(config.shared()),
                tallies.read(),
                scenes.description(),
                tallies.leftOut(),
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

    private String device() {
        Device device = options.device();
        return device.isGpu() ? "gpu:" + device.getDeviceId() : "cpu";
    }

    /** The shared keys and the task's own. */
    private Map<String, Object> described(EvaluateConfig shared) {
        Map<String, Object> described = new LinkedHashMap<>();
        described.put("shared", shared);
        described.put(task.name(), config.own());
        return described;
    }
}
