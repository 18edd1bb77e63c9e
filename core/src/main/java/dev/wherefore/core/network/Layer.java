package dev.wherefore.core.network;

import java.util.Optional;

/**
 * A named layer of a network.
 *
 * @param name its path from the root, as in Python: {@code layer4.1.conv2}
 * @param type its class's name: {@code Conv2d}
 * @param refusal why it cannot be tapped, if it cannot
 */
public record Layer(String name, String type, Optional<String> refusal) {

    /**
     * Returns whether the layer can be tapped.
     *
     * @return true if there is no refusal
     */
    public boolean isTappable() {
        return refusal.isEmpty();
    }

    /**
     * Returns how many layers stand above it, the network itself not counted.
     *
     * @return the depth, from 0
     */
    public int depth() {
        return (int) name.chars().filter(c -> c == '.').count();
    }
}
