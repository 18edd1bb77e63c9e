package dev.wherefore.vqa.answer;

import dev.wherefore.core.experiment.config.ConfigPlaces;
import dev.wherefore.core.target.Labels;
import dev.wherefore.core.target.Ranking;
import dev.wherefore.core.target.ScoreKind;
import dev.wherefore.vqa.VqaModel;
import dev.wherefore.vqa.config.AnswerTargetConfig;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Finds the answers that a config's targets speak of. Answers that are named are looked up once,
 * and what is not there is refused at its key.
 */
public final class AnswerTargets {

    /** A target whose answers are known, or known by their rank. */
    private record Wanted(
            OptionalInt answer,
            int rank,
            OptionalInt insteadOf,
            boolean runnerUp,
            ScoreKind kind,
            boolean negative) {}

    private final Labels answers;
    private final List<Wanted> wanted = new ArrayList<>();

    /**
     * Constructs the targets.
     *
     * @param written what the config says
     * @param model the network
     * @param count how many answers it has
     * @param places where the keys of the config were written
     * @throws dev.wherefore.core.UserError if an answer is not there
     */
    public AnswerTargets(
            List<AnswerTargetConfig> written, VqaModel model, int count, ConfigPlaces places) {
        this.answers = model.answers();
        for (int i = 0; i < written.size(); i++) {
            AnswerTargetConfig target = written.get(i);
            String key = "targets." + i;
            if (model.says() && (target.runnerUp() || target.insteadOf().isPresent())) {
                throw places.error(
                        key + (target.runnerUp() ? ".runner-up" : ".instead-of"),
                        "a network that says its answers has no numbers of two of them at once to"
                                + " compare");
            }
            if (model.says() && target.score().filter(ScoreKind.LOGIT::equals).isPresent()) {
                throw places.error(
                        key + ".score",
                        "a network that says its answers has probabilities of them and no logits");
            }
            OptionalInt answer = find(target.answer(), count, places, key + ".answer");
            OptionalInt other = find(target.insteadOf(), count, places, key + ".instead-of");
            int top = target.top().orElse(1);
            if (top > count) {
                throw places.error(
                        key + ".top", "the network has only %d answers".formatted(count));
            }
            for (int rank = 0; rank < top; rank++) {
                wanted.add(
                        new Wanted(
                                answer,
                                rank,
                                other,
                                target.runnerUp(),
                                target.score().orElse(model.usualScore()),
                                target.negative()));
            }
        }
    }

    private OptionalInt find(Optional<String> written, int count, ConfigPlaces places, String key) {
        if (written.isEmpty()) {
            return OptionalInt.empty();
        }
        int index = places.at(key, () -> answers.find(written.get()));
        if (index >= count) {
            throw places.error(
                    key,
                    "there is no answer %d; the network has %d, 0 to %d"
                            .formatted(index, count, count - 1));
        }
        return OptionalInt.of(index);
    }

    /**
     * Returns what is explained of the answers to a question.
     *
     * @param scores what the network gave, a number for each answer
     * @return the targets, always as many
     */
    public List<AnswerTarget> of(float[] scores) {
        List<Integer> ranking = Ranking.of(scores);
        return wanted.stream().map(w -> target(w, ranking)).toList();
    }

    private AnswerTarget target(Wanted want, List<Integer> ranking) {
        int answer = want.answer().orElseGet(() -> ranking.get(want.rank()));
        OptionalInt other =
                want.runnerUp() && ranking.size() > 1
                        ? OptionalInt.of(ranking.get(1))
                        : want.insteadOf();
        String title = answers.name(answer);
        if (other.isPresent()) {
            title += " instead of " + answers.name(other.getAsInt());
        }
        return new AnswerTarget(
                answer,
                other,
                want.kind(),
                want.negative(),
                want.negative() ? "against " + title : title);
    }
}
