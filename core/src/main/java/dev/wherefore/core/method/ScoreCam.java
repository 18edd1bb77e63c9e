package dev.wherefore.core.method;

/**
 * Score-CAM: {@code Σ_k w_k A_k} with w the softmax over the channels of the scores that the
 * picture has where the k-th channel, enlarged and spread to [0, 1], masks it. No gradient.
 *
 * @see <a href="https://arxiv.org/abs/1910.01279">Wang et al., Score-CAM, 2020, section 3</a>
 */
public final class ScoreCam implements Method {

    @Override
    public MethodCard card() {
        return new MethodCard(
                "score-cam",
                "Score-CAM",
                "Σ_k softmax_k(score(x ⊙ mask(A_k))) · A_k",
                "activations at a layer, a pass for each of its C channels",
                "C F",
                "Wang et al., Score-CAM, 2020, arXiv 1910.01279, section 3",
                "a map without gradients, where these are noisy or saturated",
                "slow (settings.channels tries fewer); the scores of masked pictures are those of"
                        + " pictures that the network never saw");
    }

    @Override
    public Attribution attribute(EvidenceSource source) {
        return new MaskedScores(
                        source,
                        source.settings().masks(),
                        1,
                        (scope, masks, sample, trial) -> masks)
                .attribution();
    }
}
