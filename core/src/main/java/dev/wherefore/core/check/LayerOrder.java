package dev.wherefore.core.check;

/** In which order the layers of a network get random weights. */
public enum LayerOrder {
    /** From the output down; what is random stays so. */
    CASCADING,
    /** From the output down, each step alone: the others have their own weights. */
    INDEPENDENT
}
