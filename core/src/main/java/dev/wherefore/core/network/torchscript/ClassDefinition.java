package dev.wherefore.core.network.torchscript;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A class of the program: a module, a named tuple, or something else.
 *
 * @param qualifiedName its name with all packages, {@code __torch__.…}
 * @param base what it extends, {@code Module} for layers, {@code ModuleInterface} for what stands
 *     for a layer of any class, or nothing
 * @param attributes the declared types of its attributes, without spaces, in order
 * @param methods its methods by name, in order
 * @param end where its last member ends in the source
 */
record ClassDefinition(
        String qualifiedName,
        String base,
        Map<String, String> attributes,
        Map<String, Definition> methods,
        int end) {

    /** Whether layers are of this class, or of classes behind it. */
    boolean isModule() {
        return base.equals("Module") || isInterface();
    }

    /** Whether it only says which methods the module that stands there has. */
    boolean isInterface() {
        return base.equals("ModuleInterface");
    }

    Optional<Definition> method(String name) {
        return Optional.ofNullable(methods.get(name));
    }

    /** The Python class's name: {@code Conv2d}. */
    String simpleName() {
        return qualifiedName.substring(qualifiedName.lastIndexOf('.') + 1);
    }

    static ClassDefinition parse(String qualifier, Line header, List<Line> members) {
        String base = header.has(2, "(") ? header.text(3, header.closing(2)) : "";
        Map<String, String> attributes = new LinkedHashMap<>();
        Map<String, Definition> methods = new LinkedHashMap<>();
        int memberIndent = members.isEmpty() ? 0 : members.get(0).indent();
        int i = 0;
        while (i < members.size()) {
            Line line = members.get(i);
            int next = i + 1;
            while (next < members.size() && members.get(next).indent() > memberIndent) {
                next++;
            }
            if (line.startsWith("def")) {
                Definition method = Definition.parse(line, members.subList(i + 1, next));
                methods.put(method.name(), method);
            } else {
                addAttribute(line, attributes);
            }
            i = next;
        }
        String name = qualifier + "." + header.token(1).text();
        int end = members.isEmpty() ? header.end() : members.get(members.size() - 1).end();
        return new ClassDefinition(name, base, attributes, methods, end);
    }

    /**
     * Either {@code name : Type}, {@code name : Type = value} or {@code __annotations__["0"] =
     * Type}.
     */
    private static void addAttribute(Line line, Map<String, String> attributes) {
        if (line.has(1, ":")) {
            int to = line.find("=", 2, line.size());
            attributes.put(line.token(0).text(), line.text(2, to));
        } else if (line.has(0, "__annotations__") && line.has(1, "[") && line.has(4, "=")) {
            attributes.put(line.token(2).unquoted(), line.text(5, line.size()));
        }
    }
}
