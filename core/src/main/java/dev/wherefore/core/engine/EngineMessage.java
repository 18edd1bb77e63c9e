package dev.wherefore.core.engine;

/** Takes the line that matters from an engine's message of many. */
public final class EngineMessage {

    private EngineMessage() {}

    /**
     * Returns the reason that an engine gave.
     *
     * @param e what it threw
     * @return one line without a final point
     */
    public static String firstLine(Exception e) {
        String message = String.valueOf(e.getMessage());
        String reason = message;
        for (String line : message.split("\n")) {
            if (line.startsWith("RuntimeError:") || line.contains("Error: ")) {
                reason = line.substring(line.indexOf(':') + 1);
            }
        }
        String first = reason.strip().split("\n", 2)[0].strip();
        return first.endsWith(".") ? first.substring(0, first.length() - 1) : first;
    }
}
