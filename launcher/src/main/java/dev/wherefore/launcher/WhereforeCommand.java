package dev.wherefore.launcher;

import jakarta.inject.Inject;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The program without a command: shows how it is used. */
@Command(
        name = "wherefore",
        description = "Shows where in a picture a network's class came from.",
        versionProvider = Versions.class,
        subcommands = {
            RunCommand.class,
            TrainCommand.class,
            EvaluateCommand.class,
            DiagnoseCommand.class,
            ServeCommand.class,
            LayersCommand.class,
            MethodsCommand.class,
            DoctorCommand.class,
            SchemaCommand.class,
            ScenesCommand.class,
            CompletionCommand.class
        },
        exitCodeListHeading = "%nExit status:%n",
        exitCodeList = {
            "0:all went well",
            "1:a fault of Wherefore's; --debug shows where",
            "2:a mistake in the command, a config or a file; one sentence says which",
            "130:stopped by Ctrl-C; only whole files are left"
        },
        footer = {
            "",
            "Examples:",
            "  wherefore run configs/classification.yaml",
            "  wherefore serve",
            "  wherefore layers model.pt",
            "  wherefore doctor",
            "  wherefore run --help",
            "",
            "Environment:",
            "  JAVA_HOME   the Java to use (17 or later); else the one on the PATH",
            "  JAVA_OPTS   options for Java, such as -Xmx8g",
        })
final class WhereforeCommand extends AbstractCommand {

    @SuppressWarnings("UnusedVariable") // picocli sees to it
    @Option(
            names = {"-V", "--version"},
            versionHelp = true,
            description = "Show the versions of Wherefore, DJL, PyTorch and Java, and exit.")
    private boolean version;

    @Inject
    WhereforeCommand() {}

    @Override
    public Integer call() {
        line().usage(line().getErr());
        return Cli.USERS;
    }
}
