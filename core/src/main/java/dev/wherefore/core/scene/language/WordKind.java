package dev.wherefore.core.scene.language;

/** What a word of a caption does there. The same word may do one thing here and another there. */
public enum WordKind {
    /** Names what is there: "fire" and "hydrant". */
    OBJECT,
    /** Says its colour. */
    COLOUR,
    /** Says how many there are: "two". */
    COUNT,
    /** "a" or "an". */
    ARTICLE,
    /** Says how the one lies to the other: "in", "front" and "of". */
    RELATION,
    /** Says where or when: "street", "snowy", "scene", "dusk". */
    PLACE,
    /** Holds the others together: "there", "with", "the". */
    FUNCTION,
    /** Stands where no caption has it. */
    UNREAD
}
