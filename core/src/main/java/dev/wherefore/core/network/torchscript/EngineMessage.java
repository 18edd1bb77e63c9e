package dev.wherefore.core.network.torchscript;

/** Takes the line that matters from an engine's message of many. */
final class EngineMessage {

    private EngineMessage() {}

    static String firstLine(Exception e) {
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
