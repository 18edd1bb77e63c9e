package dev.wherefore.captioning.making;

import java.util.List;

/** A way to make captions of what a network says about the next token. */
public sealed interface CaptionMaker permits GreedySearch, BeamSearch, Sampling {

    /**
     * Makes captions of one picture.
     *
     * @param next what the network says about the picture
     * @param limits which tokens may be made, and how many
     * @return at least one caption, the one of the highest score first; each has a token
     * @throws dev.wherefore.core.UserError if the network has no logit for a token that it needs,
     *     gives what is no number, or allows no token
     */
    List<MadeCaption> make(NextTokens next, CaptionLimits limits);
}
