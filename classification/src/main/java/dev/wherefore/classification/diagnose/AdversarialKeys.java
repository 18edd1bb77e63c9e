package dev.wherefore.classification.diagnose;

import dev.wherefore.classification.ModelConfig;
import dev.wherefore.core.attack.AttackMethod;
import dev.wherefore.core.attack.AttackPlan;
import dev.wherefore.core.experiment.config.ConfigDoc;
import dev.wherefore.core.experiment.config.ConfigNumbers;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The keys of the experiment with adversarial noise.
 *
 * @param model the network
 * @param attack how changes are looked for
 * @param epsilon how far a pixel's channel may be moved, in levels of 255
 * @param step how far each step goes, in levels
 * @param iterations how many steps are made
 * @param untargeted whether what is shown is to be hidden
 * @param target a class that is to be seen where it is not
 * @param seed what random starts are drawn from
 */
public record AdversarialKeys(
        @ConfigDoc(
                        "The network, and how its classes are read; the labels' names decide which"
                                + " kinds of things are looked for.")
                ModelConfig model,
        @ConfigDoc(
                        value =
                                "How changes are looked for: in one step (fgsm), in several, or in"
                                        + " several from a random start (pgd).",
                        preset = "[fgsm, iterated-fgsm, pgd]")
                List<AttackMethod> attack,
        @ConfigDoc(
                        value = "How far each channel of a pixel may be moved, in levels of 255.",
                        preset = "[2, 8]")
                List<Double> epsilon,
        @ConfigDoc(
                        "How far each of several steps goes, in levels; left out, 2.5 epsilon /"
                                + " iterations.")
                Optional<Double> step,
        @ConfigDoc(value = "How many steps are made by attacks of several.", preset = "10")
                int iterations,
        @ConfigDoc(
                        value = "Whether to attack so that what is shown is not seen any more.",
                        preset = "true")
                boolean untargeted,
        @ConfigDoc(
                        value =
                                "A class, by its label or index, that shall be seen where it is"
                                    + " not, and what is shown shall not; left out, no such attack"
                                    + " is made.",
                        orNumber = true)
                Optional<String> target,
        @ConfigDoc(value = "What random starts are drawn from.", preset = "1") long seed) {

    private static final double LEVELS = 255;

    /** How much longer the way may be than the bound, as Madry et al. have it. */
    private static final double LONGER = 2.5;

    /** Checks that there is something to do. */
    public AdversarialKeys {
        attack = List.copyOf(attack);
        epsilon = List.copyOf(epsilon);
        if (attack.isEmpty()) {
            throw new IllegalArgumentException("attack must name at least one attack");
        }
        if (epsilon.isEmpty()) {
            throw new IllegalArgumentException("epsilon must give at least one number");
        }
        for (double levels : epsilon) {
            if (!(levels >= 0 && levels <= LEVELS)) {
                throw new IllegalArgumentException(
                        "epsilon must be from 0 to 255, found " + levels);
            }
        }
        step.filter(levels -> !(levels > 0 && levels <= LEVELS))
                .ifPresent(
                        levels -> {
                            throw new IllegalArgumentException(
                                    "step must be above 0 and at most 255, found " + levels);
                        });
        ConfigNumbers.requireAtLeast("iterations", iterations, 1);
        if (!untargeted && target.isEmpty()) {
            throw new IllegalArgumentException(
                    "untargeted is false and no target is given, so nothing would be attacked");
        }
    }

    /** Every attack at every epsilon, the gentlest first. */
    List<AttackPlan> plans() {
        List<AttackPlan> plans = new ArrayList<>();
        for (double levels : epsilon.stream().distinct().sorted().toList()) {
            for (AttackMethod method : attack.stream().distinct().sorted().toList()) {
                double stride = step.orElse(Math.min(LEVELS, LONGER * levels / iterations));
                plans.add(
                        new AttackPlan(method, levels / LEVELS, stride / LEVELS, iterations, seed));
            }
        }
        return plans;
    }
}
