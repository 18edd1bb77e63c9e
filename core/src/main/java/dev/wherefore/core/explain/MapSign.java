package dev.wherefore.core.explain;

import dev.wherefore.core.image.Plane;

/** Which evidence of a raw map becomes heat. */
public enum MapSign {
    /** What speaks for the target: the ReLU of the map, as in all papers. */
    POSITIVE {
        @Override
        float of(float value) {
            return Math.max(value, 0);
        }
    },
    /** What speaks against the target: the ReLU of the map's negative. */
    NEGATIVE {
        @Override
        float of(float value) {
            return Math.max(-value, 0);
        }
    },
    /** Both: no ReLU. Heat is from -1 to 1, 0 is no evidence. */
    SIGNED {
        @Override
        float of(float value) {
            return value;
        }
    };

    abstract float of(float value);

    /** The evidence wanted of a raw map. */
    Plane of(Plane raw) {
        return raw.map(this::of);
    }

    /** The largest magnitude of the evidence wanted of a raw map. */
    float largest(Plane raw) {
        return Math.max(Math.abs(of(raw.min())), Math.abs(of(raw.max())));
    }
}
