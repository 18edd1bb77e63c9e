package dev.wherefore.core.advise;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * Which layer to take.
 *
 * @param schema the version of this file's form
 * @param versions what made it
 * @param task the task
 * @param method the method whose maps were compared
 * @param pictures the pictures
 * @param layers the layers, the best first, those that give no maps last
 */
public record Advice(
        int schema,
        Map<String, String> versions,
        String task,
        String method,
        List<String> pictures,
        List<LayerAdvice> layers) {

    /** The version of the form. */
    public static final int SCHEMA = 1;

    /** Copies the lists. */
    public Advice {
        pictures = List.copyOf(pictures);
        layers = List.copyOf(layers);
    }

    /** The layers by their gap, the largest first; of equal ones the later in the network. */
    static List<LayerAdvice> ranked(List<LayerAdvice> inOrder) {
        List<LayerAdvice> tried = new ArrayList<>();
        List<LayerAdvice> others = new ArrayList<>();
        for (int i = inOrder.size() - 1; i >= 0; i--) {
            LayerAdvice advice = inOrder.get(i);
            (advice.maps() > 0 ? tried : others).add(advice);
        }
        tried.sort(Comparator.comparingDouble(LayerAdvice::gap).reversed());
        List<LayerAdvice> ranked = new ArrayList<>();
        tried.forEach(advice -> ranked.add(advice.ranked(ranked.size() + 1)));
        ranked.addAll(others);
        return ranked;
    }
}
