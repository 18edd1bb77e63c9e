package dev.wherefore.vqa.asking;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import dev.wherefore.core.image.Fill;
import dev.wherefore.vqa.VqaModel;
import dev.wherefore.vqa.config.PriorConfig;
import dev.wherefore.vqa.network.VqaNetwork.Seen;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Asks a network questions, with and without the picture, the question and its words. */
public final class Answerer {

    /** How many questions share a pass of the part that sees them. */
    private static final int ROWS = 64;

    private final VqaModel model;
    private final PriorConfig prior;

    /**
     * Constructs it.
     *
     * @param model the network
     * @param prior what is asked beside the questions themselves
     */
    public Answerer(VqaModel model, PriorConfig prior) {
        this.model = model;
        this.prior = prior;
    }

    /**
     * Asks questions about pictures.
     *
     * @param scope a manager for what is needed on the way
     * @param images {@code (B, C, H, W)}
     * @param asked for each picture what is asked about it
     * @return for each picture and question the answers
     */
    public List<List<Answers>> answers(NDManager scope, NDArray images, List<List<Asked>> asked) {
        List<List<Answers>> all = new ArrayList<>();
        try (NDManager inner = scope.newSubManager()) {
            Seen seen = model.network().see(inner, images);
            Optional<Seen> blank =
                    prior.picture()
                            ? Optional.of(
                                    model.network().see(inner, blank(inner, images, prior.fill())))
                            : Optional.empty();
            for (int i = 0; i < asked.size(); i++) {
                all.add(asked.get(i).isEmpty() ? List.of() : about(seen, blank, i, asked.get(i)));
            }
        }
        return all;
    }

    private List<Answers> about(
            Seen seen, Optional<Seen> blank, int picture, List<Asked> questions) {
        List<int[]> ids = questions.stream().map(Asked::ids).toList();
        List<float[]> scores = scores(seen, picture, ids);
        Optional<List<float[]>> unseen = blank.map(b -> scores(b, picture, ids));
        Optional<float[]> wordless =
                prior.question()
                        ? Optional.of(
                                scores(seen, picture, List.of(model.tokens().wordless())).get(0))
                        : Optional.empty();
        List<Answers> answers = new ArrayList<>();
        for (int q = 0; q < questions.size(); q++) {
            int place = q;
            answers.add(
                    new Answers(
                            questions.get(q),
                            scores.get(q),
                            unseen.map(all -> all.get(place)),
                            wordless,
                            prior.words()
                                    ? scores(seen, picture, withoutWords(questions.get(q)))
                                    : List.of()));
        }
        return answers;
    }

    private List<int[]> withoutWords(Asked asked) {
        List<int[]> all = new ArrayList<>();
        for (int w = 0; w < asked.text().words().size(); w++) {
            int[] rest = asked.without(w);
            all.add(rest.length > 0 ? rest : model.tokens().wordless());
        }
        return all;
    }

    /**
     * Returns the answers' scores to questions about one picture.
     *
     * @param seen the pictures
     * @param picture which of them, from 0
     * @param questions the questions' ids
     * @return for each question a number for each answer
     */
    public List<float[]> scores(Seen seen, int picture, List<int[]> questions) {
        Map<Integer, float[]> found = new LinkedHashMap<>();
        for (List<Integer> group : model.passes(questions, ROWS)) {
            try (NDManager inner = model.network().newScope()) {
                NDArray ids =
                        model.tokens().array(inner, group.stream().map(questions::get).toList());
                NDArray logits = seen.logits(inner, picture, ids);
                for (int row = 0; row < group.size(); row++) {
                    found.put(group.get(row), logits.get(row).toFloatArray());
                }
            }
        }
        List<float[]> inOrder = new ArrayList<>();
        for (int q = 0; q < questions.size(); q++) {
            inOrder.add(found.getOrDefault(q, new float[0]));
        }
        return inOrder;
    }

    /**
     * Returns pictures that show nothing.
     *
     * @param scope where they belong
     * @param images {@code (B, C, H, W)}
     * @param fill what stands in place of the pixels
     * @return the same shape
     */
    public static NDArray blank(NDManager scope, NDArray images, Fill fill) {
        Shape shape = images.getShape();
        if (fill == Fill.ZERO) {
            return scope.zeros(shape);
        }
        NDArray means = images.mean(new int[] {3}, true).mean(new int[] {2}, true);
        NDArray blank = means.broadcast(shape).duplicate();
        blank.attach(scope);
        return blank;
    }
}
