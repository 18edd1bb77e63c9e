package dev.wherefore.launcher;

import dev.wherefore.core.engine.EngineFacts;
import dev.wherefore.core.evaluate.EvaluateConfig;
import dev.wherefore.core.evaluate.Evaluation;
import dev.wherefore.core.evaluate.EvaluationOptions;
import dev.wherefore.core.evaluate.EvaluationTasks;
import dev.wherefore.core.evaluate.SceneSource;
import dev.wherefore.core.experiment.config.ConfigReader;
import dev.wherefore.core.experiment.config.TaskConfig;
import dev.wherefore.core.experiment.config.Vocabulary;
import dev.wherefore.core.metric.Baselines;
import dev.wherefore.core.metric.Metrics;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Evaluates a network and its maps on scenes whose truth is known. */
@Command(
        name = "evaluate",
        description =
                "Measures how good a network is, and how right its maps are, on scenes whose truth"
                        + " is known to the pixel.",
        footer = {
            "",
            "Examples:",
            "  wherefore evaluate my.yaml",
            "  wherefore evaluate my.yaml --set scenes.count=100 --set"
                    + " explain.methods=[grad-cam,layer-cam]",
            "",
            "An evaluation that is stopped leaves nothing; there is nothing to go on with."
        })
final class EvaluateCommand extends AbstractCommand {

    private final Vocabulary vocabulary;
    private final Metrics metrics;
    private final Baselines baselines;
    private final EvaluationTasks tasks;

    @Mixin private final DeviceOption device = new DeviceOption();

    @Parameters(paramLabel = "CONFIG", description = "The config, YAML or JSON.")
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private Path config;

    @Option(
            names = "--set",
            paramLabel = "KEY=VALUE",
            description = "Sets a key of the config, such as scenes.count=100; may be repeated.")
    private final List<String> settings = new ArrayList<>();

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description = "The folder for the results; else the config's 'out', else runs/NAME.")
    private @Nullable Path outFolder;

    @Option(names = "--overwrite", description = "Replaces results that are there.")
    private boolean overwrite;

    @Inject
    EvaluateCommand(
            Vocabulary vocabulary, Metrics metrics, Baselines baselines, EvaluationTasks tasks) {
        this.vocabulary = vocabulary;
        this.metrics = metrics;
        this.baselines = baselines;
        this.tasks = tasks;
    }

    @Override
    public Integer call() throws IOException {
        TaskConfig<EvaluateConfig> read =
                OtherCommand.named(
                        config,
                        () ->
                                new ConfigReader(vocabulary)
                                        .readTask(
                                                config,
                                                settings,
                                                EvaluateConfig.class,
                                                tasks.keys()));
        EvaluateConfig shared = read.shared();
        shared.threads().ifPresent(EngineFacts::setThreads);
        SceneSource scenes = shared.scenes().source(read.places());
        EvaluationOptions options =
                new EvaluationOptions(
                        ResultFolder.of(outFolder, shared.out(), config),
                        device.device(),
                        overwrite);
        try (EvaluationReport report = new EvaluationReport(out(), line().getErr())) {
            Evaluation evaluation =
                    new Evaluation(
                            tasks.get(shared.task()),
                            read,
                            scenes,
                            options,
                            metrics,
                            baselines,
                            report,
                            Versions.all());
            report.ends(evaluation.run(), options.out());
        }
        return 0;
    }
}
