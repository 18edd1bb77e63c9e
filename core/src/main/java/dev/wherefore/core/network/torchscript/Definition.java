package dev.wherefore.core.network.torchscript;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A function or method of the program.
 *
 * @param name its name
 * @param parameters its parameters; a method's first is the instance
 * @param returnType its declared type, without spaces
 * @param header the line that declares it
 * @param body the lines below, at least one
 */
record Definition(
        String name, List<Parameter> parameters, String returnType, Line header, List<Line> body) {

    /**
     * A parameter.
     *
     * @param name its name
     * @param type its type, without spaces
     * @param defaultValue its default's text
     */
    record Parameter(String name, String type, Optional<String> defaultValue) {}

    /**
     * Whether PyTorch calls this when the module itself is called: forward, forward1 (traced),
     * forward__0 (overloaded).
     */
    boolean isForward() {
        return name.matches("forward(__)?\\d*");
    }

    boolean returnsTensor() {
        return returnType.equals("Tensor");
    }

    int start() {
        return header.start();
    }

    int end() {
        return body.get(body.size() - 1).end();
    }

    static Definition parse(Line header, List<Line> body) {
        if (header.size() < 5 || !header.has(2, "(") || body.isEmpty()) {
            throw new MalformedProgramException("a function is not as expected: '" + header + "'");
        }
        int close = header.closing(2);
        List<Parameter> parameters = new ArrayList<>();
        int from = 3;
        while (from < close) {
            int to = header.find(",", from, close);
            parameters.add(parameter(header, from, to));
            from = to + 1;
        }
        int colon = header.find(":", close + 1, header.size());
        String returnType = header.has(close + 1, "->") ? header.text(close + 2, colon) : "Tensor";
        String name = header.token(1).text();
        return new Definition(name, List.copyOf(parameters), returnType, header, List.copyOf(body));
    }

    private static Parameter parameter(Line header, int from, int to) {
        int equals = header.find("=", from, to);
        String name = header.token(from).text();
        String type = header.has(from + 1, ":") ? header.text(from + 2, equals) : "Tensor";
        Optional<String> value =
                equals < to ? Optional.of(header.text(equals + 1, to)) : Optional.empty();
        return new Parameter(name, type, value);
    }
}
