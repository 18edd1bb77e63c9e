package dev.wherefore.launcher;

/** Says how much of the engine's and the libraries' own talk is shown. */
final class Logging {

    private static final String LEVEL = "org.slf4j.simpleLogger.defaultLogLevel";

    private Logging() {}

    /** Sets the level; works only before the first logger is made. */
    static void set(boolean debug) {
        if (debug) {
            System.setProperty(LEVEL, "debug");
        }
    }
}
