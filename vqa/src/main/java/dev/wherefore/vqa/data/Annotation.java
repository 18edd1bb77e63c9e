package dev.wherefore.vqa.data;

import java.util.List;
import java.util.Optional;

/**
 * What a file says of a question that another file asks.
 *
 * @param answer the answer that most people gave
 * @param answers what each of them answered
 * @param type what sort of question it is
 */
record Annotation(Optional<String> answer, List<String> answers, Optional<String> type) {

    /** The question with what is said of it. */
    AskedQuestion of(AskedQuestion question) {
        return new AskedQuestion(
                question.id(), question.text(), answer, answers, type.or(question::type));
    }
}
