package dev.wherefore.core.target;

import ai.djl.ndarray.NDArray;
import dev.wherefore.core.UserError;
import dev.wherefore.core.network.Outputs;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Function;

/**
 * The one number an explanation is about: any differentiable function from what a network gave to
 * one scalar per row. A class's logit, a difference of two, the sum of a segmentation's scores
 * inside a mask.
 */
public interface Target {

    /**
     * Returns the score of each row. Gradients are recorded while this runs; only differentiable
     * operations on the outputs' arrays connect the score to the network.
     *
     * @param outputs what the network gave; the main array's first size is the number of rows R
     * @return {@code (R)}, one number for each row, none depending on another row
     */
    NDArray score(Outputs outputs);

    /**
     * Returns what the number is, for titles and tables: {@code "logit of bus"}.
     *
     * @return a few words
     */
    String description();

    /**
     * Returns what tells this target from those most like it, as Finer-CAM compares them: its logit
     * less the mean of the logits nearest to it, each weighed by its probability.
     *
     * @param similar how many are compared with, at least 1; where there are fewer, all
     * @return the finer target
     * @throws UserError if this is not one class, word or answer among others
     * @see SimilarLogits
     */
    default Target finer(int similar) {
        throw new UserError(
                "the method 'finer-cam' explains one class, word or answer, and '%s' is none"
                        .formatted(description()));
    }

    /**
     * Returns this target as a probability, so that what is found about pictures, classes, words
     * and answers can be compared: a class's probability, the probability of all tokens of a word.
     *
     * @return a target in [0, 1]; this, in its own unit, where it is no class, word or answer alone
     */
    default Target confidence() {
        return this;
    }

    /**
     * Returns this target with whatever it reads from a pass decided by one pass, so that it means
     * the same in others, of altered pictures.
     *
     * @param outputs what the network gave for the pictures as they are
     * @return this, unless it looks at the outputs to find out what it is about
     */
    default Target decidedBy(Outputs outputs) {
        return this;
    }

    /**
     * Returns a target of the same kind about something else, drawn by chance for each row: another
     * class, another answer, other words in the same places. Each other one is as likely.
     *
     * @param outputs what the network gave
     * @param dice for each row where its chance comes from
     * @return the other target
     * @throws UserError if there is nothing else, or this is no class, word or answer
     */
    default Target other(Outputs outputs, List<SplittableRandom> dice) {
        throw new UserError(
                "the check 'random-target' compares with another class, word or answer, and '%s' is"
                                .formatted(description())
                        + " none of these");
    }

    /**
     * Returns this target for passes all of whose rows are about one of the pictures.
     *
     * @param picture which picture, from 0
     * @param rows how many rows a pass has
     * @return this, unless it means something else in each picture
     */
    default Target ofPicture(int picture, int rows) {
        return this;
    }

    /**
     * Returns a target made of a function.
     *
     * @param description what the number is, in a few words
     * @param score the scores {@code (R)} for the outputs of R rows
     * @return the target
     */
    static Target of(String description, Function<Outputs, NDArray> score) {
        return new Target() {
            @Override
            public NDArray score(Outputs outputs) {
                return score.apply(outputs);
            }

            @Override
            public String description() {
                return description;
            }
        };
    }

    /**
     * Returns the sum of this and another target.
     *
     * @param other the other
     * @return the sum
     */
    default Target plus(Target other) {
        return new CombinedTarget(
                description() + " + " + other.description(),
                List.of(this, other),
                scores -> scores.get(0).add(scores.get(1)));
    }

    /**
     * Returns this target minus another: what speaks for this one rather than the other.
     *
     * @param other the other
     * @return the difference
     */
    default Target minus(Target other) {
        return new CombinedTarget(
                description() + " - " + other.description(),
                List.of(this, other),
                scores -> scores.get(0).sub(scores.get(1)));
    }

    /**
     * Returns the negative of this target: what speaks against it.
     *
     * @return the negative
     */
    default Target negative() {
        return new CombinedTarget(
                "-(" + description() + ")", List.of(this), scores -> scores.get(0).neg());
    }

    /**
     * Returns this target multiplied by a number.
     *
     * @param factor the number
     * @return the product
     */
    default Target times(double factor) {
        return new CombinedTarget(
                factor + " * (" + description() + ")",
                List.of(this),
                scores -> {
                    NDArray score = scores.get(0);
                    // mul(Number) would leave Java's memory in the graph, which is freed too early
                    return score.mul(score.onesLike().mul(factor));
                });
    }
}
