package dev.wherefore.core.text;

/** What becomes of words that a tokenizer does not know. */
public enum UnknownWords {
    /** The text is refused, and the word named. */
    REFUSE,
    /** The word becomes the token that stands for the unknown, if the tokenizer has one. */
    MAP
}
