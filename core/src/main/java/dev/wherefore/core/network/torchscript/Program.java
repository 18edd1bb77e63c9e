package dev.wherefore.core.network.torchscript;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** All sources of an archive, parsed. */
final class Program {

    private final Map<String, SourceFile> files = new LinkedHashMap<>();

    /**
     * Constructs a program.
     *
     * @param sources the text of each file by the names' qualifier ({@code __torch__.torch.nn})
     */
    Program(Map<String, String> sources) {
        new TreeMap<>(sources)
                .forEach(
                        (qualifier, text) ->
                                files.put(qualifier, SourceFile.parse(qualifier, text)));
    }

    Map<String, SourceFile> files() {
        return files;
    }

    /** The file that defines a qualified name. */
    Optional<SourceFile> fileOf(String qualifiedName) {
        int dot = qualifiedName.lastIndexOf('.');
        return dot < 0
                ? Optional.empty()
                : Optional.ofNullable(files.get(qualifiedName.substring(0, dot)));
    }

    Optional<ClassDefinition> findClass(String qualifiedName) {
        return fileOf(qualifiedName).map(f -> f.classes().get(lastPart(qualifiedName)));
    }

    Optional<ClassDefinition> findModule(String qualifiedName) {
        return findClass(qualifiedName).filter(ClassDefinition::isModule);
    }

    Optional<Definition> findFunction(String qualifiedName) {
        return fileOf(qualifiedName).map(f -> f.functions().get(lastPart(qualifiedName)));
    }

    private static String lastPart(String qualifiedName) {
        return qualifiedName.substring(qualifiedName.lastIndexOf('.') + 1);
    }
}
