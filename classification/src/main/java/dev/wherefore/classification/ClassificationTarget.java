package dev.wherefore.classification;

import dev.wherefore.core.experiment.Prediction;
import dev.wherefore.core.target.ClassTarget;
import dev.wherefore.core.target.Labels;
import dev.wherefore.core.target.Likelihood;
import dev.wherefore.core.target.RankTarget;
import dev.wherefore.core.target.Ranking;
import dev.wherefore.core.target.ScoreKind;
import dev.wherefore.core.target.Target;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What a classifier's user asks about: a class, the class at a rank, one class instead of another,
 * or the negative of any of them.
 *
 * @param index the class, or nothing for the one at {@code rank}
 * @param rank which of the network's own classes, 0 for the first; counts only without an index
 * @param insteadOf the class to be told apart from
 * @param kind which of the class's numbers
 * @param negative whether to explain what speaks against it
 */
public record ClassificationTarget(
        OptionalInt index, int rank, OptionalInt insteadOf, ScoreKind kind, boolean negative) {

    /**
     * Returns the logit of a class.
     *
     * @param index the class, from 0
     * @return the target
     */
    public static ClassificationTarget of(int index) {
        return new ClassificationTarget(
                OptionalInt.of(index), 0, OptionalInt.empty(), ScoreKind.LOGIT, false);
    }

    /**
     * Returns the logit of the class that the network puts at a rank.
     *
     * @param rank 0 for the first
     * @return the target
     */
    public static ClassificationTarget top(int rank) {
        return new ClassificationTarget(
                OptionalInt.empty(), rank, OptionalInt.empty(), ScoreKind.LOGIT, false);
    }

    /** The number to differentiate. */
    Target toTarget(Labels labels, Likelihood likelihood, String output) {
        Target target =
                index.isPresent()
                        ? classTarget(index.getAsInt(), labels, likelihood, output)
                        : new RankTarget(rank, kind, likelihood, output);
        if (insteadOf.isPresent()) {
            target = target.minus(classTarget(insteadOf.getAsInt(), labels, likelihood, output));
        }
        return negative ? target.negative() : target;
    }

    private ClassTarget classTarget(
            int index, Labels labels, Likelihood likelihood, String output) {
        String description = kind.words() + " of " + labels.name(index);
        return new ClassTarget(List.of(index), kind, likelihood, output, description);
    }

    /** The class that was explained in a picture, from what the network gave for it. */
    int classIn(float[] logits) {
        return index.orElseGet(() -> Ranking.of(logits).get(rank));
    }

    /** What the explanation is called: "bus", "bus instead of car", "against bus". */
    String title(float[] logits, Labels labels) {
        String name = labels.name(classIn(logits));
        String title =
                insteadOf.isPresent()
                        ? name + " instead of " + labels.name(insteadOf.getAsInt())
                        : name;
        return negative ? "against " + title : title;
    }

    /** The prediction that is explained, where it is one. */
    Optional<Prediction> prediction(List<Prediction> all, float[] logits) {
        int wanted = classIn(logits);
        return all.stream().filter(p -> p.index() == wanted).findFirst();
    }
}
