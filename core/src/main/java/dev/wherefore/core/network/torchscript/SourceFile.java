package dev.wherefore.core.network.torchscript;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One file of the program.
 *
 * @param qualifier what its names start with, {@code __torch__.torch.nn.functional}
 * @param text its text
 * @param classes its classes by name
 * @param functions its functions by name
 */
record SourceFile(
        String qualifier,
        String text,
        Map<String, ClassDefinition> classes,
        Map<String, Definition> functions) {

    static SourceFile parse(String qualifier, String text) {
        List<Line> lines = Lexer.lines(text);
        Map<String, ClassDefinition> classes = new LinkedHashMap<>();
        Map<String, Definition> functions = new LinkedHashMap<>();
        int i = 0;
        while (i < lines.size()) {
            Line line = lines.get(i);
            int next = i + 1;
            while (next < lines.size() && lines.get(next).indent() > line.indent()) {
                next++;
            }
            List<Line> below = lines.subList(i + 1, next);
            if (line.startsWith("class")) {
                ClassDefinition parsed = ClassDefinition.parse(qualifier, line, below);
                classes.put(parsed.simpleName(), parsed);
            } else if (line.startsWith("def")) {
                Definition parsed = Definition.parse(line, below);
                functions.put(parsed.name(), parsed);
            }
            i = next;
        }
        return new SourceFile(qualifier, text, classes, functions);
    }
}
