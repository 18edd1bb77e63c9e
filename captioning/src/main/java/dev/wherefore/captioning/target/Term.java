package dev.wherefore.captioning.target;

/**
 * A token at its place in a caption, as part of a number to explain.
 *
 * @param kind which of the token's numbers
 * @param sequence which beginning of the caption, from 0: 0 is the caption itself
 * @param position the position of the logits that are about it, from 0
 * @param token the token
 * @param weight what its number is multiplied by
 */
public record Term(TokenScore kind, int sequence, int position, int token, float weight) {

    /**
     * Returns another token in the same place.
     *
     * @param other the token
     * @return what is about it
     */
    Term of(int other) {
        return new Term(kind, sequence, position, other, weight);
    }

    /**
     * Returns the same token with the opposite weight.
     *
     * @return what speaks against it
     */
    Term negative() {
        return new Term(kind, sequence, position, token, -weight);
    }
}
