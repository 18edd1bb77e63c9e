package dev.wherefore.core.network.torchscript;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The modules of a program, numbered from the root in declaration order, parents before children.
 *
 * <p>A module's type fixes the types of all that is below it, so every instance of a type has a
 * subtree of one size and its children stand at fixed distances. A twin is therefore told one
 * number, its own, and finds its children's by adding constants.
 */
final class ModuleTree {

    /**
     * A module.
     *
     * @param name its path from the root, {@code layer4.1.conv2}; the root's is empty
     * @param type its class
     */
    record Node(String name, ClassDefinition type) {}

    private final Program program;
    private final List<Node> nodes = new ArrayList<>();
    private final Map<String, Map<String, Integer>> distances = new HashMap<>();

    ModuleTree(Program program, ClassDefinition root) {
        this.program = program;
        number("", root);
    }

    private void number(String name, ClassDefinition type) {
        nodes.add(new Node(name, type));
        children(type)
                .forEach(
                        (child, childType) ->
                                number(name.isEmpty() ? child : name + "." + child, childType));
    }

    private Map<String, ClassDefinition> children(ClassDefinition type) {
        Map<String, ClassDefinition> children = new LinkedHashMap<>();
        type.attributes()
                .forEach(
                        (name, attributeType) ->
                                program.findModule(attributeType)
                                        .ifPresent(child -> children.put(name, child)));
        return children;
    }

    /** All modules; a module's number is its place. */
    List<Node> nodes() {
        return nodes;
    }

    /** How far behind a module of this type each child stands. */
    Map<String, Integer> distances(ClassDefinition type) {
        Map<String, Integer> known = distances.get(type.qualifiedName());
        if (known != null) {
            return known;
        }
        Map<String, Integer> found = new LinkedHashMap<>();
        int distance = 1;
        for (Map.Entry<String, ClassDefinition> child : children(type).entrySet()) {
            found.put(child.getKey(), distance);
            distance += size(child.getValue());
        }
        distances.put(type.qualifiedName(), found);
        return found;
    }

    /** How many modules a subtree of this type has, its root included. */
    int size(ClassDefinition type) {
        int size = 1;
        for (ClassDefinition child : children(type).values()) {
            size += size(child);
        }
        return size;
    }

    ClassDefinition childType(ClassDefinition type, String child) {
        return program.findModule(type.attributes().getOrDefault(child, ""))
                .orElseThrow(
                        () ->
                                new MalformedProgramException(
                                        type.simpleName() + " has no module '" + child + "'"));
    }
}
