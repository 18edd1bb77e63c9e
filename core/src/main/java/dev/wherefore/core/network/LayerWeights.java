package dev.wherefore.core.network;

import ai.djl.ndarray.NDArray;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The weights of a layer.
 *
 * @param layer the layer's name; that of the weight itself where it belongs to the whole network
 * @param values the network's own arrays, of floating-point numbers: what is set in them is what
 *     passes go by. They belong to the network.
 */
public record LayerWeights(String layer, List<NDArray> values) {

    /** Copies the list. */
    public LayerWeights {
        values = List.copyOf(values);
    }

    /**
     * Returns weights by their layers: {@code layer4.conv2.weight} belongs to {@code layer4.conv2}.
     *
     * @param byName the weights by their names, in the order of their declaration; those that are
     *     whole numbers are left out
     * @return the layers, in the order of their first weights
     */
    public static List<LayerWeights> of(Map<String, NDArray> byName) {
        Map<String, List<NDArray>> layers = new LinkedHashMap<>();
        byName.forEach(
                (name, value) -> {
                    if (value.getDataType().isFloating() && value.size() > 0) {
                        int end = name.lastIndexOf('.');
                        String layer = end < 0 ? name : name.substring(0, end);
                        layers.computeIfAbsent(layer, l -> new ArrayList<>()).add(value);
                    }
                });
        return layers.entrySet().stream()
                .map(entry -> new LayerWeights(entry.getKey(), entry.getValue()))
                .toList();
    }

    /**
     * Returns the layers of a network that goes on with what another gives.
     *
     * @param first the layers of the network that comes first
     * @param second those of the network that goes on
     * @param name what the second one is called, which begins its layers' names
     * @return all layers
     */
    public static List<LayerWeights> joined(
            List<LayerWeights> first, List<LayerWeights> second, String name) {
        List<LayerWeights> all = new ArrayList<>(first);
        second.forEach(w -> all.add(new LayerWeights(name + "." + w.layer(), w.values())));
        return all;
    }
}
