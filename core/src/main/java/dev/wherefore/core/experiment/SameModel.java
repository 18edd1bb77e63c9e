package dev.wherefore.core.experiment;

/** Sees that a config is about the network that is loaded. */
public final class SameModel {

    private SameModel() {}

    /**
     * Refuses a config about another network.
     *
     * @param loaded what the network was loaded by
     * @param wanted what the config says of it
     * @throws IllegalArgumentException if it is not the same
     */
    public static void require(Record loaded, Record wanted) {
        if (!loaded.equals(wanted)) {
            throw new IllegalArgumentException(
                    "the network is loaded by " + loaded + ", the config wants " + wanted);
        }
    }
}
