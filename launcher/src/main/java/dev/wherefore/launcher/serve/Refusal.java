package dev.wherefore.launcher.serve;

import java.util.Map;
import java.util.Optional;

/** A request that is refused: a status, a sentence, and what of the request it is about. */
final class Refusal extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int status;
    private final transient Problem problem;
    private final transient Map<String, String> headers;

    private Refusal(int status, Problem problem, Map<String, String> headers) {
        super(problem.error());
        this.status = status;
        this.problem = problem;
        this.headers = headers;
    }

    /** A refusal of the whole request. */
    static Refusal of(int status, String sentence) {
        return new Refusal(status, new Problem(sentence, Optional.empty()), Map.of());
    }

    /** A refusal of one field of the request. */
    static Refusal at(int status, String where, String sentence) {
        return new Refusal(status, new Problem(sentence, Optional.of(where)), Map.of());
    }

    /** The same refusal with another header. */
    Refusal with(String header, String value) {
        return new Refusal(status, problem, Map.of(header, value));
    }

    /** How it is told. */
    Answer answer() {
        return Answer.json(status, problem).with(headers);
    }

    /**
     * What a client hears of it.
     *
     * @param error what is wrong, in a sentence
     * @param where the field of the request that it is about
     */
    record Problem(String error, Optional<String> where) {}
}
