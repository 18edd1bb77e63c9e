package dev.wherefore.core.method;

import ai.djl.ndarray.NDArray;

/** How what the channels add at each place becomes one map. */
public enum ChannelSum {
    /** They are added up. */
    PLAIN {
        @Override
        public NDArray of(NDArray parts) {
            return parts.sum(new int[] {1});
        }
    },
    /**
     * They are projected on their first principal component, as the {@code grad-cam} package does
     * with {@code eigen_smooth}: places are what is observed, channels the variables, and each
     * channel is less its mean over the places. The package leaves the component's sign to chance;
     * here it is the one with which the map correlates positively with the plain sum, so that what
     * is hot speaks for the target.
     */
    PRINCIPAL {
        @Override
        public NDArray of(NDArray parts) {
            return PrincipalMap.linear(parts, PrincipalMap.Sign.SUM);
        }
    };

    /**
     * Returns the map of each row.
     *
     * @param parts what each channel adds at each place, {@code (R, C, h, w)}
     * @return {@code (R, h, w)}, of the parts' manager
     */
    public abstract NDArray of(NDArray parts);
}
