package dev.wherefore.core.scene.language;

/** What a question asks for. */
public enum QuestionType {
    /** "is there a red bus?": yes or no. */
    EXISTENCE("is there"),
    /** "how many birds are there?": a digit from 0 to 5. */
    COUNT("how many"),
    /** "what colour is the bus?": a colour. */
    COLOUR("what colour"),
    /** "what is left of the bus?": a kind. */
    NEIGHBOUR("what is"),
    /** "what is the red thing?" or "what animal is there?": a kind. */
    KIND("what"),
    /** "is the dog in front of the bench?": yes or no. */
    RELATION("is the"),
    /** "where is this?": the place. */
    PLACE("where");

    private final String label;

    QuestionType(String label) {
        this.label = label;
    }

    /**
     * Returns the words by which VQA's files name the type.
     *
     * @return the words that its questions begin with
     */
    public String label() {
        return label;
    }
}
