package dev.wherefore.vqa.asking;

import java.util.List;
import java.util.Optional;

/**
 * What a network answers to a question, and what it would answer if something were missing.
 *
 * @param asked the question
 * @param scores a number for each answer
 * @param withoutPicture the same without the picture
 * @param withoutQuestion the same without a question
 * @param withoutWord for each word the same without it; none where that was not asked for
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record Answers(
        Asked asked,
        float[] scores,
        Optional<float[]> withoutPicture,
        Optional<float[]> withoutQuestion,
        List<float[]> withoutWord) {

    /** Copies the list. */
    public Answers {
        withoutWord = List.copyOf(withoutWord);
    }
}
