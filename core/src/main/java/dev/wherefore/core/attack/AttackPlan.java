package dev.wherefore.core.attack;

/**
 * How pictures are attacked. Sizes are in units of a pixel's whole range, black being 0 and white
 * 1.
 *
 * @param method how the change is looked for
 * @param epsilon how far a pixel's channel may be moved, from 0 to 1
 * @param step how far each of several steps goes, from 0 to 1
 * @param iterations how many steps are made by methods that make several, at least 1
 * @param seed what random starts are drawn from
 */
public record AttackPlan(
        AttackMethod method, double epsilon, double step, int iterations, long seed) {

    /** Checks the numbers. */
    public AttackPlan {
        if (!(epsilon >= 0 && epsilon <= 1)) {
            throw new IllegalArgumentException("epsilon must be from 0 to 1, found " + epsilon);
        }
        if (!(step >= 0 && step <= 1)) {
            throw new IllegalArgumentException("step must be from 0 to 1, found " + step);
        }
        if (iterations < 1) {
            throw new IllegalArgumentException(
                    "iterations must be at least 1, found " + iterations);
        }
    }

    /** How far one step goes: all the way, where there is one alone. */
    double stride() {
        return method == AttackMethod.FGSM ? epsilon : step;
    }
}
