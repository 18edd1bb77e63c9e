package dev.wherefore.core.render;

/** The defaults and the limits of the numbers that {@link HeatOverlay}s and signed ones share. */
final class OverlayNumbers {

    static final float OPACITY = 0.8f;
    static final float GAMMA = 0.9f;
    static final float GREYING = 0.7f;

    private OverlayNumbers() {}

    static void check(float opacity, float gamma, float greying) {
        if (!(opacity >= 0 && opacity <= 1)) {
            throw new IllegalArgumentException("opacity must be in [0, 1], found " + opacity);
        }
        if (!(gamma > 0)) {
            throw new IllegalArgumentException("gamma must be above 0, found " + gamma);
        }
        if (!(greying >= 0 && greying <= 1)) {
            throw new IllegalArgumentException("greying must be in [0, 1], found " + greying);
        }
    }
}
