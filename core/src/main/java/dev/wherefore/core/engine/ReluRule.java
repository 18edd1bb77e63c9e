package dev.wherefore.core.engine;

/**
 * What the way back does at a ReLU {@code y = max(0, x)} with the gradient {@code g} that arrives.
 */
public enum ReluRule {
    /** {@code g * [x > 0]}: the true gradient. */
    GRADIENT(0),
    /**
     * {@code g * [x > 0] * [g > 0]}: Springenberg et al., <i>Striving for Simplicity: The All
     * Convolutional Net</i>, 2015, arXiv 1412.6806, section 3.4.
     */
    GUIDED(1),
    /**
     * {@code g * [g > 0]}: Zeiler and Fergus, <i>Visualizing and Understanding Convolutional
     * Networks</i>, 2014, arXiv 1311.2901, section 2.1.
     */
    DECONVNET(2);

    private final int code;

    ReluRule(int code) {
        this.code = code;
    }

    /** The number that the gradient program knows the rule by. */
    int code() {
        return code;
    }
}
