package dev.wherefore.core.scene.language;

import java.util.Optional;

/**
 * A word of a caption that was read.
 *
 * @param text the word
 * @param kind what it does where it stands
 * @param phrase the place in {@link Statements#objects()} of the phrase that it belongs to, if it
 *     belongs to one
 */
public record ReadWord(String text, WordKind kind, Optional<Integer> phrase) {}
