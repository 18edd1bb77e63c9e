package dev.wherefore.launcher;

import dev.wherefore.launcher.serve.Limits;
import picocli.CommandLine.Option;

/** The options that say how much a server takes on. */
final class LimitOptions {

    @Option(
            names = "--max-upload",
            paramLabel = "MB",
            defaultValue = "10",
            description = "The largest file of a picture, in MB; default: ${DEFAULT-VALUE}.")
    private int megabytes;

    @Option(
            names = "--max-pixels",
            paramLabel = "MP",
            defaultValue = "25",
            description = "The most pixels of a picture, in millions; default: ${DEFAULT-VALUE}.")
    private int megapixels;

    @Option(
            names = "--at-once",
            paramLabel = "N",
            defaultValue = "2",
            description = "How many explanations are made at once; default: ${DEFAULT-VALUE}.")
    private int atOnce;

    @Option(
            names = "--waiting",
            paramLabel = "N",
            defaultValue = "32",
            description = "How many requests may wait for their turn; default: ${DEFAULT-VALUE}.")
    private int waiting;

    @Option(
            names = "--time-limit",
            paramLabel = "S",
            defaultValue = "60",
            description =
                    "How many seconds a request may wait, and how many its explanation may take;"
                            + " default: ${DEFAULT-VALUE}.")
    private int seconds;

    /** Returns the limits. */
    Limits limits() {
        return Limits.of(megabytes, megapixels, atOnce, waiting, seconds);
    }
}
