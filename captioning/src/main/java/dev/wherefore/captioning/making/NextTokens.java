package dev.wherefore.captioning.making;

import java.util.List;

/** A network that says, about one picture, which token could come next. */
public interface NextTokens {

    /**
     * Returns how likely each token is to follow each of some beginnings, which share a pass.
     *
     * @param prefixes at least one beginning, all of one length; each begins with the token that
     *     begins captions
     * @return for each beginning a logit for each token of the vocabulary
     */
    List<float[]> logits(List<int[]> prefixes);
}
