package dev.wherefore.core.network.torchscript;

import ai.djl.ndarray.NDArray;
import dev.wherefore.core.NearMatches;
import dev.wherefore.core.UserError;
import dev.wherefore.core.network.InputSlot;
import dev.wherefore.core.network.Inputs;
import dev.wherefore.core.network.torchscript.Definition.Parameter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * What a program's entry takes, and how inputs are handed to it.
 *
 * @param path the archive, for messages
 * @param parameters the entry's parameters
 */
record Arguments(Path path, List<Parameter> parameters) {

    /** The method of the root by which the network is entered. */
    static Definition entry(Path path, ClassDefinition root, String method) {
        Definition entry =
                root.method(method)
                        .orElseThrow(
                                () ->
                                        new UserError(
                                                "%s has no method '%s', it has %s%s"
                                                        .formatted(
                                                                path,
                                                                method,
                                                                String.join(
                                                                        ", ",
                                                                        root.methods().keySet()),
                                                                NearMatches.hint(
                                                                        method,
                                                                        root.methods().keySet()))));
        for (Parameter parameter : EntryWriter.parameters(entry)) {
            EntryWriter.refusal(parameter)
                    .ifPresent(
                            reason -> {
                                throw new UserError(path + " cannot be run: " + reason);
                            });
        }
        return entry;
    }

    /** What the entry takes. */
    List<InputSlot> slots() {
        return parameters.stream()
                .map(p -> new InputSlot(p.name(), p.type(), p.defaultValue().isPresent()))
                .toList();
    }

    /** For each parameter how many arrays it is given, or -1 where its default holds. */
    long[] counts(Inputs inputs) {
        if (inputs.arguments().size() > parameters.size()) {
            throw new UserError(
                    "%s takes %d inputs (%s), found %d"
                            .formatted(
                                    path, parameters.size(), names(), inputs.arguments().size()));
        }
        long[] counts = new long[parameters.size()];
        for (int i = 0; i < counts.length; i++) {
            boolean given = i < inputs.arguments().size() && !inputs.arguments().get(i).isEmpty();
            if (!given && parameters.get(i).defaultValue().isEmpty()) {
                throw new UserError(
                        "%s needs an input '%s' (%s), and none is given"
                                .formatted(
                                        path, parameters.get(i).name(), parameters.get(i).type()));
            }
            counts[i] = given ? inputs.arguments().get(i).size() : -1;
        }
        return counts;
    }

    /** All arrays in order, the picture's replaced by a leaf. */
    List<NDArray> flat(Inputs inputs, NDArray image) {
        List<NDArray> flat = new ArrayList<>();
        for (int i = 0; i < inputs.arguments().size(); i++) {
            if (i == inputs.image()) {
                flat.add(image);
            } else {
                flat.addAll(inputs.arguments().get(i));
            }
        }
        return flat;
    }

    private String names() {
        return String.join(", ", parameters.stream().map(Parameter::name).toList());
    }
}
