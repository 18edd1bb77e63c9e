package dev.wherefore.core.network;

import java.util.Optional;

/**
 * A named layer of a network.
 *
 * @param name its path from the root, as in Python: {@code layer4.1.conv2}; of a softmax that is
 *     called in a layer, that layer's with {@code .softmax}: {@code blocks.1.attn.softmax}
 * @param type its class's name, {@code Conv2d}, or {@link #SOFTMAX}
 * @param refusal why it cannot be tapped, if it cannot
 */
public record Layer(String name, String type, Optional<String> refusal) {

    /**
     * The type of what a softmax gives that is called as a function in a layer: attention {@code
     * (R, heads, queries, keys)}, or the probabilities of something else. It is the function's
     * name; classes are written with a capital.
     */
    public static final String SOFTMAX = "softmax";

    /**
     * Returns whether the layer can be tapped.
     *
     * @return true if there is no refusal
     */
    public boolean isTappable() {
        return refusal.isEmpty();
    }

    /**
     * Returns whether it is what a softmax in a layer gives, such as attention.
     *
     * @return true if the type is {@link #SOFTMAX}
     */
    public boolean isSoftmax() {
        return type.equals(SOFTMAX);
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
