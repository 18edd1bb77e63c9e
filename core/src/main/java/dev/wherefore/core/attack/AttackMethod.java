package dev.wherefore.core.attack;

/** How an attack looks for the change, within the same bound. */
public enum AttackMethod {
    /**
     * One step as far as the bound allows, along the gradient's signs.
     *
     * @see <a href="https://arxiv.org/abs/1412.6572">Goodfellow, Shlens and Szegedy, Explaining and
     *     Harnessing Adversarial Examples, 2015, section 4</a>
     */
    FGSM,
    /**
     * Small steps, each cut to the bound.
     *
     * @see <a href="https://arxiv.org/abs/1607.02533">Kurakin, Goodfellow and Bengio, Adversarial
     *     Examples in the Physical World, 2017, section 2.2</a>
     */
    ITERATED_FGSM,
    /**
     * Small steps from a place that is drawn within the bound, each cut to it.
     *
     * @see <a href="https://arxiv.org/abs/1706.06083">Madry et al., Towards Deep Learning Models
     *     Resistant to Adversarial Attacks, 2018, section 2.1</a>
     */
    PGD;

    /**
     * Returns how many steps are made.
     *
     * @param iterations how many, of methods that make several
     * @return the number
     */
    int steps(int iterations) {
        return this == FGSM ? 1 : iterations;
    }
}
