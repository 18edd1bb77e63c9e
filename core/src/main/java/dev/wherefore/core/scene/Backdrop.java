package dev.wherefore.core.scene;

/** Where a scene takes place. */
public enum Backdrop {
    STREET,
    PARK,
    BEACH,
    SNOW
}
