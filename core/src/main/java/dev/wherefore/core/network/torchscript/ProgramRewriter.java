package dev.wherefore.core.network.torchscript;

import dev.wherefore.core.network.torchscript.Definition.Parameter;
import dev.wherefore.core.network.torchscript.Twins.Call;
import dev.wherefore.core.network.torchscript.Twins.Twin;
import java.util.BitSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Rewrites a program so that its layers can be tapped and its ReLUs cut. */
final class ProgramRewriter {

    private final Program program;
    private final ClassDefinition root;
    private final Definition entry;
    private final int floatType;
    private final Twins twins;
    private final BitSet called = new BitSet();
    private final BitSet softmaxes = new BitSet();

    /**
     * A rewritten program.
     *
     * @param sources the new text of each file by its qualifier, the functions that tap included
     * @param tree the modules, numbered
     * @param called the numbers of the modules whose forward is called on some way from the entry
     * @param softmaxes the numbers of the modules that call a softmax themselves on such a way
     * @param parameters what the entry takes
     */
    record Rewritten(
            Map<String, String> sources,
            ModuleTree tree,
            BitSet called,
            BitSet softmaxes,
            List<Parameter> parameters) {}

    ProgramRewriter(Program program, ClassDefinition root, Definition entry, int floatType) {
        this.program = program;
        this.root = root;
        this.entry = entry;
        this.floatType = floatType;
        this.twins = new Twins(program, new ModuleTree(program, root));
    }

    /**
     * Returns the rewritten program.
     *
     * @param taps the text of the functions that tap and cut
     */
    Rewritten rewrite(String taps) {
        Twin twin = twins.ofMethod(root, entry);
        visit(new Call(0, root, entry), 0, new HashSet<>());
        String entryMethod =
                new EntryWriter(program, root.qualifiedName(), entry, floatType)
                        .write(twin.text().isPresent());
        String biasMethod = new LayerBiases(twins.tree().nodes()).method(root.qualifiedName());
        String added = entryMethod + "\n" + biasMethod;
        Map<String, String> sources = new LinkedHashMap<>();
        program.files()
                .forEach((qualifier, file) -> sources.put(qualifier, withTwins(file, added)));
        sources.put("__torch__.wherefore_taps", taps);
        return new Rewritten(
                sources, twins.tree(), called, softmaxes, EntryWriter.parameters(entry));
    }

    private String withTwins(SourceFile file, String entryMethods) {
        Edits edits = new Edits();
        for (ClassDefinition type : file.classes().values()) {
            String name = type.qualifiedName();
            for (String twin : twins.methodTwins().getOrDefault(name, List.of())) {
                edits.insert(type.end(), "\n" + twin);
            }
            if (name.equals(root.qualifiedName())) {
                edits.insert(type.end(), "\n" + entryMethods);
            }
        }
        StringBuilder text = new StringBuilder(edits.apply(file.text(), 0, file.text().length()));
        for (String twin : twins.functionTwins().getOrDefault(file.qualifier(), List.of())) {
            text.append('\n').append(twin).append('\n');
        }
        return text.toString();
    }

    private void visit(Call call, int number, Set<String> visited) {
        if (!visited.add(number + " " + call.method().name())) {
            return;
        }
        if (call.method().isForward()) {
            called.set(number);
        }
        Twin twin = twins.ofMethod(call.type(), call.method());
        if (twin.softmax()) {
            softmaxes.set(number);
        }
        for (Call next : twin.calls()) {
            visit(next, number + next.distance(), visited);
        }
    }
}
