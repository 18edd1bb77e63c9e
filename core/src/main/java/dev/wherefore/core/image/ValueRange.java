package dev.wherefore.core.image;

/** The range of a network's input values before mean and standard deviation. */
public enum ValueRange {
    /** Divided by 255. */
    ZERO_TO_ONE("zero-to-one", 255),
    /** As stored. */
    ZERO_TO_255("zero-to-255", 1);

    private final String configName;
    private final float divisor;

    ValueRange(String configName, float divisor) {
        this.configName = configName;
        this.divisor = divisor;
    }

    /**
     * Returns what this range is called in a configuration.
     *
     * @return the name, lower case with dashes
     */
    public String configName() {
        return configName;
    }

    /** What a stored value, 0 to 255, is divided by. */
    float divisor() {
        return divisor;
    }
}
