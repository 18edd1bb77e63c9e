package dev.wherefore.launcher;

import dev.wherefore.core.UserError;
import dev.wherefore.core.engine.EngineFacts;
import dev.wherefore.core.experiment.config.TaskConfig;
import dev.wherefore.core.experiment.config.Vocabulary;
import dev.wherefore.core.train.TrainConfig;
import dev.wherefore.core.train.Training;
import dev.wherefore.core.train.TrainingOptions;
import dev.wherefore.core.train.TrainingSummary;
import jakarta.inject.Inject;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Trains the network of a config. */
@Command(
        name = "train",
        description = "Trains the network of a config on scenes that are drawn on the way.",
        footer = {
            "",
            "Examples:",
            "  wherefore train configs/train/street-scenes.yaml --out my-network",
            "  wherefore train configs/train/street-scenes.yaml --out my-network --resume",
            "",
            "After each epoch the network is measured, and all that is needed to go on is saved."
        })
final class TrainCommand extends AbstractCommand {

    private final Vocabulary vocabulary;
    private final TrainingTasks tasks;

    @Mixin private final DeviceOption device = new DeviceOption();

    @Mixin private final ConfigOptions config = new ConfigOptions();

    @Option(
            names = "--resume",
            description = "Goes on with a training that was stopped, after its last whole epoch.")
    private boolean resume;

    @Option(names = "--overwrite", description = "Replaces a training that is there.")
    private boolean overwrite;

    @Inject
    TrainCommand(Vocabulary vocabulary, TrainingTasks tasks) {
        this.vocabulary = vocabulary;
        this.tasks = tasks;
    }

    @Override
    public Integer call() {
        if (resume && overwrite) {
            throw new UserError("--resume and --overwrite exclude each other");
        }
        TaskConfig<TrainConfig> read = config.read(vocabulary, TrainConfig.class, tasks.keys());
        TrainConfig shared = read.shared();
        shared.threads().ifPresent(EngineFacts::setThreads);
        Path folder = config.folder(shared.out());
        TrainingOptions options = new TrainingOptions(folder, device.device(), resume, overwrite);
        try (TrainReport report = new TrainReport(out(), line().getErr(), shared.epochs())) {
            TrainingSummary summary =
                    new Training(tasks.get(shared.task()), read, options, report).run();
            report.ends(summary);
        }
        return 0;
    }
}
