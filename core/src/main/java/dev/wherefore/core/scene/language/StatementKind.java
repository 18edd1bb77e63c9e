package dev.wherefore.core.scene.language;

/** What a statement of a caption is about. */
public enum StatementKind {
    /** That there is one of a kind: "a bus". */
    EXISTENCE,
    /** That there are so many of a kind: "two buses". */
    COUNT,
    /** That they are of a colour: "red bus". */
    COLOUR,
    /** How the one lies to the other. */
    RELATION,
    /** Where the scene is, or where its objects are. */
    PLACE,
    /** When it is. */
    TIME,
    /** Nothing: a word that fits no grammar, which is never true. */
    UNREAD
}
