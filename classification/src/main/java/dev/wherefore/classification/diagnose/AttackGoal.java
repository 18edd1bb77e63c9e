package dev.wherefore.classification.diagnose;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Activation;
import dev.wherefore.classification.ClassScores;
import dev.wherefore.core.scene.Kind;
import dev.wherefore.core.target.Target;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * What an attack is to achieve: that no kind that is shown is seen any more, and perhaps that
 * another class is.
 *
 * @param target the class that shall be seen, if any
 * @param name what it is called
 * @param kind which kind of thing it is, if scenes can show it
 */
record AttackGoal(Optional<Integer> target, String name, Optional<Kind> kind) {

    /** That nothing is seen any more. */
    static final AttackGoal HIDE = new AttackGoal(Optional.empty(), "hide", Optional.empty());

    /** What stands for it in tables. */
    String words() {
        return target.isPresent() ? "show " + name : name;
    }

    /** What stands for it in headings. */
    String heading() {
        return target.isPresent() ? "To show " + name : "To hide what is there";
    }

    /**
     * What rises when the goal comes nearer: the negative of Σ log(1 + eᶻ) over the logits z of the
     * classes that are shown, and of log(1 + e⁻ᶻ) for the class that shall be seen. These are the
     * losses of a network that ought to say so; a class that is hidden already counts little.
     *
     * @param shown the classes that each picture shows
     * @param scores what the network's output means
     */
    Target raised(List<? extends Collection<Integer>> shown, ClassScores scores) {
        return Target.of(
                words(),
                outputs -> {
                    NDArray logits = scores.likelihood().logits(outputs.get(scores.output()));
                    int classes = Math.toIntExact(logits.getShape().get(1));
                    float[] hidden = new float[shown.size() * classes];
                    float[] wanted = new float[hidden.length];
                    for (int i = 0; i < shown.size(); i++) {
                        int row = i * classes;
                        shown.get(i).forEach(index -> hidden[row + index] = 1);
                        target.ifPresent(index -> wanted[row + index] = 1);
                    }
                    Shape shape = logits.getShape();
                    NDArray hide = logits.getManager().create(hidden, shape);
                    NDArray show = logits.getManager().create(wanted, shape);
                    return softplus(logits)
                            .mul(hide)
                            .add(softplus(logits.neg()).mul(show))
                            .sum(new int[] {1})
                            .neg();
                });
    }

    /** log(1 + eᶻ) = max(z, 0) + log(1 + e^−|z|): no overflow for any z. */
    private static NDArray softplus(NDArray logits) {
        return Activation.relu(logits).add(logits.abs().neg().exp().add(1).log());
    }
}
