package dev.wherefore.core.image;

/** Which colours a network takes, in which order. */
public enum Channels {
    /** Red, green, blue. */
    RGB("rgb", 3),
    /** Blue, green, red: networks that came from Caffe. */
    BGR("bgr", 3),
    /** One channel: ITU-R 601 luma, see {@link Picture#grey()}. */
    GREY("grey", 1);

    private final String configName;
    private final int count;

    Channels(String configName, int count) {
        this.configName = configName;
        this.count = count;
    }

    /**
     * Returns what this order is called in a configuration.
     *
     * @return the name, in lower case
     */
    public String configName() {
        return configName;
    }

    /**
     * Returns the number of channels.
     *
     * @return C
     */
    public int count() {
        return count;
    }

    /**
     * Returns the band of an RGB picture that makes a channel.
     *
     * @param channel the channel, from 0
     * @return 0 for red, and for grey, 1 for green, 2 for blue
     */
    public int band(int channel) {
        return this == BGR ? 2 - channel : channel;
    }
}
