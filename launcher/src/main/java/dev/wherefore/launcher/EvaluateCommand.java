package dev.wherefore.launcher;

import dev.wherefore.core.UserError;
import dev.wherefore.core.check.Checks;
import dev.wherefore.core.engine.EngineFacts;
import dev.wherefore.core.evaluate.EvaluateConfig;
import dev.wherefore.core.evaluate.Evaluation;
import dev.wherefore.core.evaluate.EvaluationOptions;
import dev.wherefore.core.evaluate.EvaluationResult;
import dev.wherefore.core.evaluate.EvaluationTasks;
import dev.wherefore.core.evaluate.SceneSource;
import dev.wherefore.core.experiment.config.TaskConfig;
import dev.wherefore.core.experiment.config.Vocabulary;
import dev.wherefore.core.metric.Baselines;
import dev.wherefore.core.metric.MetricCard;
import dev.wherefore.core.metric.Metrics;
import dev.wherefore.core.report.EvaluationPage;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Evaluates a network and its maps on scenes whose truth is known. */
@Command(
        name = "evaluate",
        description =
                "Measures how good a network is, and how right its maps are, on scenes whose truth"
                        + " is known to the pixel, or on photographs of VOC, ILSVRC, COCO or a"
                        + " table.",
        footer = {
            "",
            "Examples:",
            "  wherefore evaluate my.yaml",
            "  wherefore evaluate my.yaml --set scenes.count=100 --set"
                    + " explain.methods=[grad-cam,layer-cam]",
            "",
            "An evaluation that was stopped goes on by --resume, after its last whole batch."
        })
final class EvaluateCommand extends AbstractCommand {

    private final Vocabulary vocabulary;
    private final Metrics metrics;
    private final Baselines baselines;
    private final Checks checks;
    private final EvaluationTasks tasks;

    @Mixin private final DeviceOption device = new DeviceOption();

    @Mixin private final ConfigOptions config = new ConfigOptions();

    @Option(
            names = "--resume",
            description = "Goes on with an evaluation that was stopped, after its last batch.")
    private boolean resume;

    @Option(names = "--overwrite", description = "Replaces results that are there.")
    private boolean overwrite;

    @Inject
    EvaluateCommand(
            Vocabulary vocabulary,
            Metrics metrics,
            Baselines baselines,
            Checks checks,
            EvaluationTasks tasks) {
        this.vocabulary = vocabulary;
        this.metrics = metrics;
        this.baselines = baselines;
        this.checks = checks;
        this.tasks = tasks;
    }

    @Override
    public Integer call() throws IOException {
        if (resume && overwrite) {
            throw new UserError("--resume and --overwrite exclude each other");
        }
        TaskConfig<EvaluateConfig> read =
                config.read(vocabulary, EvaluateConfig.class, tasks.keys());
        EvaluateConfig shared = read.shared();
        shared.threads().ifPresent(EngineFacts::setThreads);
        SceneSource scenes = shared.scenes().source(read.places());
        EvaluationOptions options =
                new EvaluationOptions(
                        config.folder(shared.out()), device.device(), resume, overwrite);
        try (EvaluationReport report = new EvaluationReport(out(), line().getErr())) {
            Evaluation evaluation =
                    new Evaluation(
                            tasks.get(shared.task()),
                            read,
                            scenes,
                            options,
                            metrics,
                            baselines,
                            checks,
                            report,
                            Versions.all());
            EvaluationResult result = evaluation.run();
            Path page = new EvaluationPage(result, cards(shared)).write(options.out());
            report.ends(result, options.out(), page);
        }
        return 0;
    }

    private List<MetricCard> cards(EvaluateConfig shared) {
        return Stream.concat(
                        shared.metrics().stream().map(metric -> metrics.get(metric).card()),
                        shared.checks().stream().map(check -> checks.get(check).card()))
                .toList();
    }
}
