package dev.wherefore.core.network.torchscript;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Writes the lines that put a value of any type into the dictionary {@code out}, its tensors and
 * numbers under dotted names: {@code out}, {@code out.0}, {@code out.logits}.
 */
final class ResultWriter {

    private static final Set<String> NUMBERS = Set.of("int", "float", "bool");

    private final Program program;
    private final StringBuilder text = new StringBuilder();
    private int variables;

    ResultWriter(Program program) {
        this.program = program;
    }

    String write(String type, String value) {
        store(2, type, value, "\"out\"");
        return text.toString();
    }

    private void store(int depth, String type, String value, String key) {
        int bracket = type.indexOf('[');
        String container = bracket < 0 ? type : type.substring(0, bracket);
        String inside = bracket < 0 ? "" : type.substring(bracket + 1, type.length() - 1);
        if (type.equals("Tensor")) {
            String outside = "__torch__.wherefore_taps.outside(" + value + ")";
            line(depth, "torch._set_item(out, %s, %s)", key, outside);
        } else if (NUMBERS.contains(type)) {
            line(depth, "torch._set_item(out, %s, torch.tensor(%s))", key, value);
        } else if (container.equals("Optional")) {
            storeIfThere(depth, inside, value, key);
        } else if (container.equals("List")) {
            storeEach(depth, inside, value, key);
        } else if (container.equals("Dict")) {
            storeEntries(depth, split(inside).get(1), value, key);
        } else if (container.equals("Tuple")) {
            storeTuple(depth, split(inside), value, key);
        } else {
            storeNamedTuple(depth, type, value, key);
        }
    }

    private void storeIfThere(int depth, String type, String value, String key) {
        String some = variable();
        line(depth, "%s = %s", some, value);
        line(depth, "if torch.__isnot__(%s, None):", some);
        store(depth + 1, type, "unchecked_cast(" + type + ", " + some + ")", key);
    }

    private void storeEach(int depth, String type, String value, String key) {
        String list = variable();
        String index = variable();
        String name = variable();
        line(depth, "%s = %s", list, value);
        line(depth, "for %s in range(torch.len(%s)):", index, list);
        line(depth + 1, "%s = torch.format(\"{}.{}\", %s, %s)", name, key, index);
        store(depth + 1, type, list + "[" + index + "]", name);
    }

    private void storeEntries(int depth, String type, String value, String key) {
        String dictionary = variable();
        String keys = variable();
        String index = variable();
        String name = variable();
        line(depth, "%s = %s", dictionary, value);
        line(depth, "%s = torch.keys(%s)", keys, dictionary);
        line(depth, "for %s in range(torch.len(%s)):", index, keys);
        line(depth + 1, "%s = torch.format(\"{}.{}\", %s, %s[%s])", name, key, keys, index);
        store(depth + 1, type, dictionary + "[" + keys + "[" + index + "]]", name);
    }

    private void storeTuple(int depth, List<String> types, String value, String key) {
        List<String> parts = types.stream().map(t -> variable()).toList();
        line(depth, "%s = %s", String.join(", ", parts) + ",", value);
        for (int i = 0; i < parts.size(); i++) {
            String name = variable();
            line(depth, "%s = torch.format(\"{}.{}\", %s, %d)", name, key, i);
            store(depth, types.get(i), parts.get(i), name);
        }
    }

    /**
     * Strings, None and objects hold no tensors and are passed over; a named tuple's parts are not.
     */
    private void storeNamedTuple(int depth, String type, String value, String key) {
        Optional<ClassDefinition> tuple =
                program.findClass(type).filter(c -> c.base().equals("NamedTuple"));
        if (tuple.isEmpty()) {
            return;
        }
        String object = variable();
        line(depth, "%s = %s", object, value);
        tuple.get()
                .attributes()
                .forEach((part, partType) -> storePart(depth, object, part, partType, key));
    }

    private void storePart(int depth, String object, String part, String type, String key) {
        String name = variable();
        line(depth, "%s = torch.format(\"{}.{}\", %s, \"%s\")", name, key, part);
        store(depth, type, object + "." + part, name);
    }

    private static List<String> split(String types) {
        Line line = Lexer.lines(types).get(0);
        List<String> parts = new ArrayList<>();
        int from = 0;
        while (from < line.size()) {
            int to = line.find(",", from, line.size());
            parts.add(line.text(from, to));
            from = to + 1;
        }
        return parts;
    }

    private String variable() {
        return "v" + variables++;
    }

    private void line(int depth, String format, Object... arguments) {
        text.append("  ".repeat(depth)).append(format.formatted(arguments)).append('\n');
    }
}
