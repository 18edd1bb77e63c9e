package dev.wherefore.core.network.torchscript;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The twins of a program: beside each method and function that a tap or a cut may concern, one with
 * three more parameters put first: the instance's number, the plan, and the dictionary to fill.
 * Originals stay as they are.
 */
final class Twins {

    static final String PREFIX = "wherefore_";

    /**
     * A call of a module's method, seen from the caller.
     *
     * @param distance how far behind the caller's own number the called one's stands
     * @param type the called module's class
     * @param method the called method
     */
    record Call(int distance, ClassDefinition type, Definition method) {}

    /**
     * A twin.
     *
     * @param text its source, empty where the original will do
     * @param calls the module methods it calls, in the order of the text
     * @param softmax whether it calls a softmax, by itself or by functions
     */
    record Twin(Optional<String> text, List<Call> calls, boolean softmax) {}

    private final Program program;
    private final ModuleTree tree;
    private final Map<String, Twin> known = new HashMap<>();
    private final Map<String, List<String>> methodTwins = new LinkedHashMap<>();
    private final Map<String, List<String>> functionTwins = new LinkedHashMap<>();

    Twins(Program program, ModuleTree tree) {
        this.program = program;
        this.tree = tree;
    }

    ModuleTree tree() {
        return tree;
    }

    /** The twin of a module's method, written when first asked for. */
    Twin ofMethod(ClassDefinition type, Definition method) {
        String key = type.qualifiedName() + "." + method.name();
        Twin twin = known.get(key);
        if (twin == null) {
            twin =
                    new TwinWriter(this, fileOf(type.qualifiedName()), Optional.of(type), method)
                            .write();
            known.put(key, twin);
            keep(methodTwins, type.qualifiedName(), twin);
        }
        return twin;
    }

    /** The twin of a free function, written when first asked for; nothing for PyTorch's own. */
    Optional<Twin> ofFunction(String qualifiedName) {
        Optional<Definition> function = program.findFunction(qualifiedName);
        if (function.isEmpty()) {
            return Optional.empty();
        }
        Twin twin = known.get(qualifiedName);
        if (twin == null) {
            SourceFile file = fileOf(qualifiedName);
            twin = new TwinWriter(this, file, Optional.empty(), function.get()).write();
            known.put(qualifiedName, twin);
            keep(functionTwins, file.qualifier(), twin);
        }
        return Optional.of(twin);
    }

    /** The twins written so far of each class, by the class's qualified name. */
    Map<String, List<String>> methodTwins() {
        return methodTwins;
    }

    /** The twins written so far of each file's free functions, by the file's qualifier. */
    Map<String, List<String>> functionTwins() {
        return functionTwins;
    }

    private SourceFile fileOf(String qualifiedName) {
        return program.fileOf(qualifiedName)
                .orElseThrow(() -> new MalformedProgramException("no file for " + qualifiedName));
    }

    private static void keep(Map<String, List<String>> twins, String key, Twin twin) {
        twin.text().ifPresent(t -> twins.computeIfAbsent(key, k -> new ArrayList<>()).add(t));
    }
}
