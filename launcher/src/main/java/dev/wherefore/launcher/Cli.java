package dev.wherefore.launcher;

import com.google.inject.Guice;
import com.google.inject.Stage;
import java.io.PrintWriter;
import java.util.Arrays;
import picocli.CommandLine;

/** The command line as a function: from arguments to what is printed and an exit status. */
final class Cli {

    static final int OURS = 1;
    static final int USERS = 2;

    private Cli() {}

    /** Returns the exit status of a command. */
    static int run(String[] args, PrintWriter out, PrintWriter err) {
        boolean debug = Arrays.asList(args).contains("--debug");
        Logging.set(debug);
        return commandLine(out, err, debug).execute(args);
    }

    static CommandLine commandLine(PrintWriter out, PrintWriter err, boolean debug) {
        GuiceFactory factory =
                new GuiceFactory(Guice.createInjector(Stage.PRODUCTION, new LauncherModule()));
        Failures failures = new Failures(debug);
        return new CommandLine(WhereforeCommand.class, factory)
                .setOut(out)
                .setErr(err)
                .setUsageHelpAutoWidth(true)
                .setAbbreviatedOptionsAllowed(false)
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setParameterExceptionHandler(failures)
                .setExecutionExceptionHandler(failures);
    }
}
