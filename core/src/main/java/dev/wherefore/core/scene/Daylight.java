package dev.wherefore.core.scene;

/** When a scene takes place. */
public enum Daylight {
    DAY,
    DUSK
}
