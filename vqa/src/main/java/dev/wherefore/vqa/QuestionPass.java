package dev.wherefore.vqa;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import dev.wherefore.core.check.CheckPlan;
import dev.wherefore.core.check.Need;
import dev.wherefore.core.explain.ExplainRequest;
import dev.wherefore.core.explain.Explainer;
import dev.wherefore.core.explain.Explanation;
import dev.wherefore.core.explain.Explanations;
import dev.wherefore.core.network.Inputs;
import dev.wherefore.core.target.ClassTarget;
import dev.wherefore.core.target.Target;
import dev.wherefore.vqa.answer.AnswerTarget;
import dev.wherefore.vqa.asking.Asked;
import dev.wherefore.vqa.network.VqaNetwork;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * Explains answers to questions about several pictures in as few passes as can be: a row for each
 * question and target, and the image network once for each picture. Where a picture has fewer than
 * the others, what fills its place is thrown away.
 */
public final class QuestionPass implements AutoCloseable {

    /** How many targets of a picture share a pass. */
    private static final int TARGETS = 64;

    private final VqaModel model;
    private final Explainer explainer;
    private final Function<List<Target>, ExplainRequest> request;

    /**
     * Constructs the pass.
     *
     * @param model the network, closed by the caller, later than this
     * @param request what to ask for, given the targets
     */
    public QuestionPass(VqaModel model, Function<List<Target>, ExplainRequest> request) {
        this.model = model;
        this.explainer = new Explainer(model.network());
        this.request = request;
    }

    /**
     * A target of a question.
     *
     * @param asked the question
     * @param target what of its answers
     */
    public record Slot(Asked asked, AnswerTarget target) {}

    /**
     * What was found out about a target.
     *
     * @param slot the question and the target
     * @param explanations an explanation by each method
     * @param words what each word of the question adds to the target, gradient times embedding;
     *     nothing where the layer of the words is not known
     */
    public record Explained(Slot slot, List<Explanation> explanations, Optional<float[]> words) {}

    /**
     * Returns the explanations.
     *
     * @param scope a manager for what is needed on the way
     * @param images the pictures, {@code (B, C, H, W)}
     * @param slots for each picture its targets; those at the same place are of one kind
     * @return for each picture what was found out about each of its targets
     */
    public List<List<Explained>> explain(NDManager scope, NDArray images, List<List<Slot>> slots) {
        return explain(scope, images, slots, CheckPlan.NONE);
    }

    /**
     * Returns the explanations, their maps checked.
     *
     * @param scope a manager for what is needed on the way
     * @param images the pictures, {@code (B, C, H, W)}
     * @param slots for each picture its targets; those at the same place are of one kind
     * @param plan how maps are checked
     * @return for each picture what was found out about each of its targets
     */
    public List<List<Explained>> explain(
            NDManager scope, NDArray images, List<List<Slot>> slots, CheckPlan plan) {
        if (!model.fillsUp() && slots.size() > 1) {
            List<List<Explained>> all = new ArrayList<>();
            for (int i = 0; i < slots.size(); i++) {
                NDArray one = images.get(i + ":" + (i + 1));
                all.addAll(explain(scope, one, List.of(slots.get(i)), plan));
            }
            return all;
        }
        int most = slots.stream().mapToInt(List::size).max().orElse(0);
        List<Explained[]> found = slots.stream().map(s -> new Explained[s.size()]).toList();
        for (List<Integer> group : groups(slots, most)) {
            together(scope, images, slots, group, plan, found);
        }
        return found.stream().map(List::of).toList();
    }

    /** Places in the lists of slots that share a pass. */
    private List<List<Integer>> groups(List<List<Slot>> slots, int most) {
        List<int[]> lengths = new ArrayList<>();
        for (int place = 0; place < most; place++) {
            int at = place;
            lengths.add(
                    slots.stream()
                            .filter(s -> at < s.size())
                            .map(s -> s.get(at).asked().ids())
                            .findFirst()
                            .orElseThrow());
        }
        return model.passes(lengths, TARGETS);
    }

    private void together(
            NDManager scope,
            NDArray images,
            List<List<Slot>> slots,
            List<Integer> places,
            CheckPlan plan,
            List<Explained[]> found) {
        Slot any = slots.stream().flatMap(List::stream).findFirst().orElseThrow();
        List<List<Slot>> filled =
                slots.stream()
                        .map(own -> places.stream().map(p -> at(own, p, any)).toList())
                        .toList();
        List<Target> targets =
                IntStream.range(0, places.size()).mapToObj(t -> target(filled, t)).toList();
        CheckPlan own = plan.only((i, t) -> places.get(t) < slots.get(i).size());
        ExplainRequest wanted =
                request.apply(targets).withWords(model.network().words()).withChecks(own);
        Explanations explanations;
        try (NDManager inner = scope.newSubManager()) {
            explanations = explainer.explain(inputs(inner, images, filled), wanted);
        }
        int methods = wanted.names().size();
        for (int i = 0; i < slots.size(); i++) {
            for (int t = 0; t < places.size(); t++) {
                if (places.get(t) < slots.get(i).size()) {
                    found.get(i)[places.get(t)] =
                            explained(filled.get(i).get(t), explanations, i, t, methods);
                }
            }
        }
    }

    private static Slot at(List<Slot> own, int place, Slot any) {
        return place < own.size() ? own.get(place) : own.isEmpty() ? any : own.get(0);
    }

    private NDList ids(NDManager scope, List<List<Slot>> slots) {
        List<Slot> all = slots.stream().flatMap(List::stream).toList();
        NDArray flat = model.tokens().array(scope, all.stream().map(s -> s.asked().ids()).toList());
        long[] answers = all.stream().mapToLong(s -> s.target().answer()).toArray();
        long targets = slots.get(0).size();
        return new NDList(
                flat.reshape(slots.size(), targets, flat.getShape().get(1)),
                scope.create(answers, new Shape(slots.size(), targets)));
    }

    private Inputs inputs(NDManager scope, NDArray images, List<List<Slot>> slots) {
        NDList ids = ids(scope, slots);
        return VqaNetwork.inputs(images, ids.get(0), ids.get(1));
    }

    /** The target at a place of every picture; each picture has its own answer there. */
    private Target target(List<List<Slot>> slots, int place) {
        List<AnswerTarget> all = slots.stream().map(s -> s.get(place).target()).toList();
        AnswerTarget first = all.get(0);
        Target target = classes(all.stream().map(AnswerTarget::answer).toList(), first);
        if (all.stream().allMatch(t -> t.insteadOf().isPresent())) {
            List<Integer> others = all.stream().map(t -> t.insteadOf().orElseThrow()).toList();
            target = target.minus(classes(others, first));
        }
        return first.negative() ? target.negative() : target;
    }

    private ClassTarget classes(List<Integer> answers, AnswerTarget like) {
        return new ClassTarget(
                answers,
                like.kind(),
                model.likelihood(),
                VqaNetwork.LOGITS,
                "answer to each question");
    }

    private static Explained explained(
            Slot slot, Explanations explanations, int picture, int target, int methods) {
        List<Explanation> own =
                explanations
                        .pictures()
                        .get(picture)
                        .subList(target * methods, (target + 1) * methods)
                        .stream()
                        .map(e -> e.of(slot.target().description()))
                        .toList();
        Optional<float[]> words =
                explanations.words().isEmpty()
                        ? Optional.empty()
                        : Optional.of(
                                slot.asked()
                                        .perWord(explanations.words().get(picture).get(target)));
        return new Explained(slot, own, words);
    }

    /**
     * Returns why checks that need something cannot be made.
     *
     * @param need what they need
     * @return a sentence; nothing where they can
     */
    public Optional<String> refusal(Need need) {
        if (need == Need.OTHER_TARGETS && model.says()) {
            return Optional.of(
                    "a network that says its answers is asked about one at a time, and has no"
                            + " scores of others");
        }
        return explainer.refusal(need);
    }

    @Override
    public void close() {
        explainer.close();
    }
}
