package dev.wherefore.core;

/**
 * A mistake of the user's that one clear sentence explains: what is wrong, where (file, line or
 * key, layer), and what would be right. The command prints the message alone and exits with status
 * 2.
 */
public class UserError extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String sentence;

    /**
     * Constructs an error.
     *
     * @param message one sentence a user understands, with no final point
     */
    public UserError(String message) {
        super(message);
        this.sentence = message;
    }

    /**
     * Constructs an error.
     *
     * @param message one sentence a user understands, with no final point
     * @param cause what lies behind it, shown with {@code --debug} only
     */
    public UserError(String message, Throwable cause) {
        super(message, cause);
        this.sentence = message;
    }

    /**
     * Returns the sentence, or one a line where several things are wrong.
     *
     * @return what is wrong
     */
    @Override
    public String getMessage() {
        return sentence;
    }
}
