package dev.wherefore.vqa.data;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A question that a file asks about a picture.
 *
 * @param id its number in the file, if it has one
 * @param text the question as it was written, without the white space around it, never empty
 * @param answer the right answer, or the one that most people gave, if the file says one
 * @param answers what each of the people answered who were asked, ten of them in VQA; none if the
 *     file has no more than {@code answer}
 * @param type what sort of question it is, such as {@code "what color is the"}, if the file says so
 */
public record AskedQuestion(
        OptionalLong id,
        String text,
        Optional<String> answer,
        List<String> answers,
        Optional<String> type) {

    /** Copies the list. */
    public AskedQuestion {
        answers = List.copyOf(answers);
    }

    /**
     * Returns what an answer is to be compared with.
     *
     * @return the people's answers; if there are none, the one answer; none if there is none
     */
    public List<String> accepted() {
        return answers.isEmpty() ? answer.stream().toList() : answers;
    }
}
