package dev.wherefore.core.advise;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToIntFunction;

/**
 * Chooses which layers of a network are worth comparing: its blocks, not everything inside them.
 */
final class LayerCandidates {

    private static final int FEW = 4;
    private static final int MOST = 12;

    private LayerCandidates() {}

    /**
     * The layers of the outermost depths that give a few of them, at most twelve, evenly spread and
     * with the last.
     *
     * @param suitable all layers that maps could be made of, in the order of the run
     */
    static List<String> of(List<String> suitable) {
        ToIntFunction<String> depth = name -> name.split("\\.", -1).length;
        int deepest = suitable.stream().mapToInt(depth).max().orElse(0);
        List<String> found = suitable;
        for (int limit = deepest; limit >= 1; limit--) {
            int most = limit;
            List<String> outer =
                    suitable.stream().filter(name -> depth.applyAsInt(name) <= most).toList();
            if (outer.size() < FEW) {
                break;
            }
            found = outer;
        }
        return found.size() <= MOST ? found : spread(found);
    }

    private static List<String> spread(List<String> layers) {
        List<String> some = new ArrayList<>();
        for (int i = 0; i < MOST; i++) {
            some.add(layers.get((int) Math.round(i * (layers.size() - 1.0) / (MOST - 1))));
        }
        return some;
    }
}
