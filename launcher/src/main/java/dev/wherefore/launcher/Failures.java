package dev.wherefore.launcher;

import dev.wherefore.core.NearMatches;
import dev.wherefore.core.UserError;
import java.io.PrintWriter;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** Turns what went wrong into sentences and an exit status. */
final class Failures implements IExecutionExceptionHandler, IParameterExceptionHandler {

    private final boolean debug;

    Failures(boolean debug) {
        this.debug = debug;
    }

    @Override
    public int handleExecutionException(
            Exception failure, CommandLine commandLine, ParseResult parsed) {
        PrintWriter err = commandLine.getErr();
        if (failure instanceof UserError) {
            String.valueOf(failure.getMessage())
                    .lines()
                    .forEach(line -> err.println("wherefore: " + line));
            trace(failure, err);
            return Cli.USERS;
        }
        err.println("wherefore: this should not have happened: " + oneLine(failure));
        if (!debug) {
            err.println("wherefore: run again with --debug to see where");
        }
        trace(failure, err);
        return Cli.OURS;
    }

    @Override
    public int handleParseException(ParameterException mistake, String[] args) {
        CommandLine command = mistake.getCommandLine();
        PrintWriter err = command.getErr();
        err.println("wherefore: " + sentence(mistake));
        err.println("wherefore: see '" + command.getCommandSpec().qualifiedName() + " --help'");
        trace(mistake, err);
        return Cli.USERS;
    }

    private static String sentence(ParameterException mistake) {
        if (mistake instanceof UnmatchedArgumentException unmatched) {
            String word = unmatched.getUnmatched().get(0);
            return "there is no command or option '"
                    + String.join("' '", unmatched.getUnmatched())
                    + "'"
                    + NearMatches.hint(word, unmatched.getSuggestions());
        }
        return oneLine(mistake);
    }

    private static String oneLine(Exception failure) {
        String message = failure.getMessage();
        String named = message == null || message.isBlank() ? failure.toString() : message;
        return named.lines().findFirst().orElse(named);
    }

    private void trace(Exception failure, PrintWriter err) {
        if (debug) {
            failure.printStackTrace(err);
        }
    }
}
