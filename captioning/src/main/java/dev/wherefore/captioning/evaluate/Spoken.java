package dev.wherefore.captioning.evaluate;

import dev.wherefore.core.metric.Truth;

/**
 * A word or phrase of a caption that speaks of something the picture shows.
 *
 * @param label what sort of word it is: {@code "object word"}, {@code "colour word"}, {@code
 *     "phrase"}
 * @param first its first word's place in the caption, from 0
 * @param end the place after its last word
 * @param truth where the picture shows what it speaks of
 */
record Spoken(String label, int first, int end, Truth truth) {}
