package dev.wherefore.core.image;

/** How a pixel of a resized picture is made of the old pixels around its place. */
public enum Filter {
    /** The triangle over two pixels: linear interpolation. */
    BILINEAR("bilinear", 1) {
        @Override
        double weight(double distance) {
            return Math.max(0, 1 - Math.abs(distance));
        }
    },
    /**
     * The cubic over four pixels of Keys (1981) with a = −0.5, as in Pillow and in PyTorch's
     * antialiased resizing.
     */
    BICUBIC("bicubic", 2) {
        @Override
        double weight(double distance) {
            double x = Math.abs(distance);
            if (x < 1) {
                return ((A + 2) * x - (A + 3)) * x * x + 1;
            }
            return x < 2 ? (((x - 5) * x + 8) * x - 4) * A : 0;
        }
    };

    private static final double A = -0.5;

    private final String configName;
    private final double support;

    Filter(String configName, double support) {
        this.configName = configName;
        this.support = support;
    }

    /**
     * Returns what this filter is called in a configuration.
     *
     * @return the name, in lower case
     */
    public String configName() {
        return configName;
    }

    /** How far the filter reaches to either side, in pixels of the smaller picture. */
    double support() {
        return support;
    }

    /** The weight of what lies at a distance, in pixels of the smaller picture. */
    abstract double weight(double distance);
}
