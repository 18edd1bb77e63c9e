package dev.wherefore.core.scene.language;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Gives each phrase objects of its own, so that "a bus and a bus" needs two. Who was given one
 * takes another where that helps the next: a bipartite matching by augmenting paths.
 */
final class Claims {

    private final List<List<Integer>> wishes = new ArrayList<>();
    private Map<Integer, Integer> owners = new HashMap<>();

    /** Whether so many of these objects can be had besides all that was given before. */
    boolean claim(List<Integer> objects, int count) {
        Map<Integer, Integer> before = new HashMap<>(owners);
        for (int i = 0; i < count; i++) {
            wishes.add(objects);
            if (!give(wishes.size() - 1, new HashSet<>())) {
                owners = before;
                return false;
            }
        }
        return true;
    }

    private boolean give(int wish, Set<Integer> tried) {
        for (int object : wishes.get(wish)) {
            if (tried.add(object)) {
                Optional<Integer> owner = Optional.ofNullable(owners.get(object));
                if (owner.isEmpty() || give(owner.get(), tried)) {
                    owners.put(object, wish);
                    return true;
                }
            }
        }
        return false;
    }
}
