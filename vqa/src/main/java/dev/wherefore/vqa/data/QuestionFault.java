package dev.wherefore.vqa.data;

import dev.wherefore.core.dataset.RecordFault;

/** Why a record of a file was left out. */
public enum QuestionFault implements RecordFault {
    /** An entry is neither an object nor a list of three. */
    ENTRY("an entry that is no question"),
    /** A row has more cells than the header has columns. */
    CELLS("a row that is longer than the header (text with a separator in it must be quoted)"),
    /** A question has no words. */
    TEXT("a question without text"),
    /** A question is about nothing. */
    PICTURE("a question without a picture"),
    /** The id of a question cannot be read. */
    ID("a question whose id is no whole number"),
    /** A question has the id of one before. */
    TWICE("a question with the id of another"),
    /** An annotation is of no question. */
    QUESTION_ID("an annotation without 'question_id'"),
    /** An annotation says nothing. */
    ANSWER("an annotation without an answer"),
    /** An annotation contradicts its question. */
    OTHER_PICTURE("an annotation that speaks of another picture than its question"),
    /** A question has an annotation before. */
    ANNOTATED_TWICE("a second annotation of a question");

    private final String what;

    QuestionFault(String what) {
        this.what = what;
    }

    @Override
    public String what() {
        return what;
    }
}
