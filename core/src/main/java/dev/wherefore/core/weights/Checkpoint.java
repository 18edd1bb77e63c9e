package dev.wherefore.core.weights;

import dev.wherefore.core.UserError;
import dev.wherefore.core.weights.PickleValue.Dict;
import dev.wherefore.core.weights.PickleValue.Tensor;
import java.nio.file.Path;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Finds the network's tensors in what {@code torch.save} wrote: a state dict itself, or one among
 * the epoch, the optimizer and whatever else a training keeps.
 */
final class Checkpoint {

    private static final List<String> WELL_KNOWN =
            List.of(
                    "state_dict",
                    "model_state_dict",
                    "net_state_dict",
                    "model_state",
                    "model",
                    "net",
                    "network",
                    "module",
                    "params",
                    "weights");
    private static final int DEEPEST = 4;
    private static final int KEYS_TOLD = 12;

    private final Path file;

    /** One dict may stand in many places, and is looked through once. */
    private final IdentityHashMap<Dict, Boolean> withTensors = new IdentityHashMap<>();

    Checkpoint(Path file) {
        this.file = file;
    }

    /** Returns the tensors by name; what else a state dict has, such as an epoch, is left out. */
    Map<String, Tensor> tensors(PickleValue root) {
        PickleValue place = root;
        for (int depth = 0; depth < DEEPEST; depth++) {
            if (!(place instanceof Dict dict)) {
                throw new UserError(
                        "'" + file + "' holds no dict of tensors; save model.state_dict()");
            }
            Optional<Dict> inner = inner(dict);
            if (inner.isEmpty()) {
                return ownTensors(dict);
            }
            place = inner.get();
        }
        throw new UserError("'" + file + "' holds its tensors too deep; save model.state_dict()");
    }

    private Optional<Dict> inner(Dict dict) {
        for (String key : WELL_KNOWN) {
            if (dict.entries().get(key) instanceof Dict found && holdsTensors(found, DEEPEST)) {
                return Optional.of(found);
            }
        }
        Set<Dict> candidates = Collections.newSetFromMap(new IdentityHashMap<>());
        for (PickleValue value : dict.entries().values()) {
            if (value instanceof Dict candidate && hasTensors(candidate)) {
                candidates.add(candidate);
            }
        }
        boolean itself =
                dict.entries().values().stream()
                        .anyMatch(v -> v instanceof Tensor t && !t.shape().isEmpty());
        if (candidates.size() > 1 || (itself && !candidates.isEmpty())) {
            throw new UserError(
                    "'"
                            + file
                            + "' has several dicts of tensors, and none under a usual name; its"
                            + " keys are "
                            + keys(dict)
                            + "; save the network's state_dict alone");
        }
        return candidates.stream().findFirst();
    }

    private boolean holdsTensors(Dict dict, int depth) {
        return hasTensors(dict)
                || (depth > 1 && WELL_KNOWN.stream().anyMatch(k -> holdsAt(dict, k, depth - 1)));
    }

    private boolean holdsAt(Dict dict, String key, int depth) {
        return dict.entries().get(key) instanceof Dict inside && holdsTensors(inside, depth);
    }

    private boolean hasTensors(Dict dict) {
        return withTensors.computeIfAbsent(
                dict, d -> d.entries().values().stream().anyMatch(Tensor.class::isInstance));
    }

    private Map<String, Tensor> ownTensors(Dict dict) {
        Map<String, Tensor> tensors = new LinkedHashMap<>();
        dict.entries()
                .forEach(
                        (name, value) -> {
                            if (value instanceof Tensor tensor) {
                                tensors.put(name, tensor);
                            }
                        });
        if (tensors.isEmpty()) {
            throw new UserError(
                    "'"
                            + file
                            + "' holds no dict of tensors; its keys are "
                            + keys(dict)
                            + "; save model.state_dict()");
        }
        return tensors;
    }

    private static String keys(Dict dict) {
        List<String> keys = List.copyOf(dict.entries().keySet());
        if (keys.isEmpty()) {
            return "(none)";
        }
        String told =
                keys.stream().limit(KEYS_TOLD).map(Quoted::name).collect(Collectors.joining(", "));
        return told + (keys.size() > KEYS_TOLD ? ", …" : "");
    }
}
