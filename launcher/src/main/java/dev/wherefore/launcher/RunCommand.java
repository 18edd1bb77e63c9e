package dev.wherefore.launcher;

import dev.wherefore.core.UserError;
import dev.wherefore.core.engine.EngineFacts;
import dev.wherefore.core.experiment.DrawConfig;
import dev.wherefore.core.experiment.Run;
import dev.wherefore.core.experiment.RunConfig;
import dev.wherefore.core.experiment.RunOptions;
import dev.wherefore.core.experiment.RunReporter;
import dev.wherefore.core.experiment.RunSummary;
import dev.wherefore.core.experiment.config.TaskConfig;
import dev.wherefore.core.experiment.config.Vocabulary;
import dev.wherefore.core.report.HtmlReport;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Runs a config. */
@Command(
        name = "run",
        description = "Explains the pictures of a config, and writes maps, drawings and numbers.",
        footer = {
            "",
            "Examples:",
            "  wherefore run configs/classification.yaml",
            "  wherefore run my.yaml --set images=photo.jpg --set"
                    + " explain.methods=[grad-cam,layer-cam]",
            "  wherefore run my.yaml --out results --resume",
            "",
            "A setting's file names start from the current folder, a config's from the config's."
        })
final class RunCommand extends AbstractCommand {

    private final Vocabulary vocabulary;
    private final Tasks tasks;

    @Mixin private final DeviceOption device = new DeviceOption();

    @Mixin private final ConfigOptions config = new ConfigOptions();

    @Option(
            names = "--resume",
            description = "Goes on with a run that was stopped: pictures that are done stay.")
    private boolean resume;

    @Option(names = "--overwrite", description = "Replaces results that are there.")
    private boolean overwrite;

    @Inject
    RunCommand(Vocabulary vocabulary, Tasks tasks) {
        this.vocabulary = vocabulary;
        this.tasks = tasks;
    }

    @Override
    public Integer call() throws IOException {
        if (resume && overwrite) {
            throw new UserError("--resume and --overwrite exclude each other");
        }
        TaskConfig<RunConfig> read = config.read(vocabulary, RunConfig.class, tasks.keys());
        read.shared().threads().ifPresent(EngineFacts::setThreads);
        Path folder = config.folder(read.shared().out());
        RunOptions options = new RunOptions(folder, device.device(), resume, overwrite);
        PrintWriter err = line().getErr();
        try (RunReport report = new RunReport(out(), err, options.out())) {
            Run run =
                    new Run(
                            tasks.get(read.shared().task()),
                            read,
                            options,
                            report,
                            reporter(read.shared().draw(), folder),
                            Versions.all());
            RunSummary summary = run.run();
            report.ends(summary);
            return summary.leftOut().isEmpty() ? 0 : Cli.USERS;
        }
    }

    private static RunReporter reporter(DrawConfig draw, Path folder) {
        return draw.report() ? new HtmlReport(folder, draw) : RunReporter.NONE;
    }
}
