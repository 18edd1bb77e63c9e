package dev.wherefore.launcher;

import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** What every command has: {@code --debug}, {@code --help}, and where to print. */
abstract class AbstractCommand implements Callable<Integer> {

    @SuppressWarnings("NullAway.Init") // picocli sets it
    @Spec
    private CommandSpec spec;

    @SuppressWarnings("UnusedVariable") // Cli looks for it before the commands are made
    @Option(
            names = "--debug",
            description = "Show stack traces and what the engine and the libraries log.")
    private boolean debug;

    @SuppressWarnings("UnusedVariable") // picocli sees to it
    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Show this help and exit.")
    private boolean help;

    /** Returns this command as picocli has it. */
    final CommandLine line() {
        return spec.commandLine();
    }

    /** Returns where results are printed. */
    final PrintWriter out() {
        return line().getOut();
    }
}
