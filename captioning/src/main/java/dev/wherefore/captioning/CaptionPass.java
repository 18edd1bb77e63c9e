package dev.wherefore.captioning;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import dev.wherefore.captioning.network.CaptionNetwork;
import dev.wherefore.captioning.target.CaptionTarget;
import dev.wherefore.captioning.target.Term;
import dev.wherefore.captioning.target.TokenTarget;
import dev.wherefore.core.check.CheckPlan;
import dev.wherefore.core.check.Need;
import dev.wherefore.core.explain.ExplainRequest;
import dev.wherefore.core.explain.Explainer;
import dev.wherefore.core.explain.Explanation;
import dev.wherefore.core.target.Target;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * Explains the captions of several pictures in one pass: the first target is each picture's first,
 * the second its second, and so on; where a picture has fewer than the others, what fills its place
 * is thrown away.
 */
public final class CaptionPass implements AutoCloseable {

    private final CaptionModel model;
    private final Explainer explainer;
    private final Function<List<Target>, ExplainRequest> request;

    /**
     * Constructs the pass.
     *
     * @param model the captioner, closed by the caller, later than this
     * @param request what to ask for, given the targets
     */
    public CaptionPass(CaptionModel model, Function<List<Target>, ExplainRequest> request) {
        this.model = model;
        this.explainer = new Explainer(model.network());
        this.request = request;
    }

    /**
     * Returns the explanations of each picture.
     *
     * @param scope a manager for what is needed on the way
     * @param images the pictures, {@code (B, C, H, W)}
     * @param captioned their captions
     * @return for each picture its explanations: target by target, for each all methods
     */
    public List<List<Explanation>> explain(
            NDManager scope, NDArray images, List<Captioned> captioned) {
        return explain(scope, images, captioned, CheckPlan.NONE);
    }

    /**
     * Returns the explanations of each picture, their maps checked.
     *
     * @param scope a manager for what is needed on the way
     * @param images the pictures, {@code (B, C, H, W)}
     * @param captioned their captions
     * @param plan how maps are checked
     * @return for each picture its explanations: target by target, for each all methods
     */
    public List<List<Explanation>> explain(
            NDManager scope, NDArray images, List<Captioned> captioned, CheckPlan plan) {
        int most = captioned.stream().mapToInt(c -> c.targets().size()).max().orElse(0);
        if (most == 0) {
            return captioned.stream().map(c -> List.<Explanation>of()).toList();
        }
        List<Target> targets =
                IntStream.range(0, most).mapToObj(t -> target(captioned, t)).toList();
        NDArray ids =
                model.ids(scope, captioned.stream().map(c -> c.resolved().beginnings()).toList());
        CheckPlan own = plan.only((i, t) -> t < captioned.get(i).targets().size());
        ExplainRequest wanted = request.apply(targets).withChecks(own);
        List<List<Explanation>> found =
                explainer.explain(CaptionNetwork.inputs(images, ids), wanted).pictures();
        List<List<Explanation>> results = new ArrayList<>();
        for (int i = 0; i < captioned.size(); i++) {
            results.add(named(found.get(i), captioned.get(i).targets(), wanted.names().size()));
        }
        return results;
    }

    private static Target target(List<Captioned> captioned, int place) {
        List<List<Term>> terms =
                captioned.stream()
                        .map(
                                c ->
                                        place < c.targets().size()
                                                ? c.targets().get(place).terms()
                                                : List.<Term>of())
                        .toList();
        return new TokenTarget(terms, "target " + (place + 1) + " of each caption");
    }

    private static List<Explanation> named(
            List<Explanation> found, List<CaptionTarget> targets, int methods) {
        return IntStream.range(0, targets.size() * methods)
                .mapToObj(i -> found.get(i).of(targets.get(i / methods).description()))
                .toList();
    }

    /**
     * Returns why checks that need something cannot be made.
     *
     * @param need what they need
     * @return a sentence; nothing where they can
     */
    public Optional<String> refusal(Need need) {
        return explainer.refusal(need);
    }

    @Override
    public void close() {
        explainer.close();
    }
}
