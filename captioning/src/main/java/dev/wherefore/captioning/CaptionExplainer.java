package dev.wherefore.captioning;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import dev.wherefore.captioning.config.CaptionTargetConfig;
import dev.wherefore.captioning.grounding.GroundedCaption;
import dev.wherefore.captioning.grounding.Grounding;
import dev.wherefore.captioning.network.CaptionNetwork.Seen;
import dev.wherefore.captioning.target.TargetResolver;
import dev.wherefore.core.experiment.ExplainedPicture;
import dev.wherefore.core.experiment.PictureExplainer;
import dev.wherefore.core.explain.Explanation;
import dev.wherefore.core.explain.PictureBatch;
import dev.wherefore.core.image.Picture;
import dev.wherefore.core.image.Plane;
import dev.wherefore.core.image.PreparedPicture;
import dev.wherefore.core.image.Preprocessing;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Says what pictures show, and explains which part of them made it say each word.
 *
 * <p>Pictures that come out of the preprocessing at one size share a pass, and all words of their
 * captions with them.
 */
public final class CaptionExplainer implements PictureExplainer {

    private final CaptionModel model;
    private final Preprocessing preprocessing;
    private final CaptionSource source;
    private final List<CaptionTargetConfig> wanted;
    private final TargetResolver resolver;
    private final CaptionPass pass;
    private final Grounding grounding;
    private final List<String> facts;
    private final List<String> suitable;

    /**
     * Constructs an explainer.
     *
     * @param model the captioner; closed by the caller, later than this
     * @param preprocessing how pictures become its input
     * @param source where captions come from
     * @param wanted what of the captions to explain
     * @param pass explains it; closed with this
     * @param grounding measures what words owe to the picture
     * @param facts what to tell the user of all this
     * @param suitable all layers that maps could be made of
     */
    CaptionExplainer(
            CaptionModel model,
            Preprocessing preprocessing,
            CaptionSource source,
            List<CaptionTargetConfig> wanted,
            CaptionPass pass,
            Grounding grounding,
            List<String> facts,
            List<String> suitable) {
        this.model = model;
        this.preprocessing = preprocessing;
        this.source = source;
        this.wanted = List.copyOf(wanted);
        this.resolver = new TargetResolver(model.tokenizer());
        this.pass = pass;
        this.grounding = grounding;
        this.facts = List.copyOf(facts);
        this.suitable = List.copyOf(suitable);
    }

    @Override
    public List<ExplainedPicture> explain(List<Picture> pictures) {
        List<PreparedPicture> prepared = pictures.stream().map(preprocessing::apply).toList();
        List<ExplainedPicture> results = new ArrayList<>();
        for (PictureBatch batch : PictureBatch.of(prepared)) {
            results.addAll(explain(pictures.subList(batch.from(), batch.to()), batch));
        }
        return results;
    }

    private List<ExplainedPicture> explain(List<Picture> pictures, PictureBatch batch) {
        try (NDManager scope = model.network().newScope()) {
            NDArray images = batch.array(scope);
            List<Captioned> captioned = captioned(scope, images, pictures.size());
            List<List<Explanation>> explanations = pass.explain(scope, images, captioned);
            List<ExplainedPicture> results = new ArrayList<>();
            for (int i = 0; i < pictures.size(); i++) {
                Captioned caption = captioned.get(i);
                GroundedCaption grounded =
                        grounding.of(
                                scope,
                                images.get(i + ":" + (i + 1)),
                                caption.saying(),
                                heats(caption, explanations.get(i)));
                results.add(
                        new CaptionFindings(caption, grounded, explanations.get(i))
                                .of(pictures.get(i), batch.pictures().get(i).geometry()));
            }
            return results;
        }
    }

    private List<Captioned> captioned(NDManager scope, NDArray images, int pictures) {
        List<Captioned> captioned = new ArrayList<>();
        try (NDManager inner = scope.newSubManager()) {
            Seen seen = model.network().see(inner, images);
            for (int i = 0; i < pictures; i++) {
                List<Saying> sayings = source.captions(inner, seen, i);
                captioned.add(new Captioned(sayings, resolver.resolve(sayings.get(0), wanted)));
            }
        }
        return captioned;
    }

    /** The heatmaps, by the first method, of the words that are explained by themselves. */
    private static Map<Integer, Plane> heats(Captioned captioned, List<Explanation> explanations) {
        Map<Integer, Plane> heats = new LinkedHashMap<>();
        int targets = captioned.targets().size();
        for (int t = 0; t < targets; t++) {
            Explanation first = explanations.get(t * (explanations.size() / targets));
            captioned.targets().get(t).word().ifPresent(w -> heats.putIfAbsent(w, first.drawn()));
        }
        return heats;
    }

    @Override
    public List<String> facts() {
        return facts;
    }

    @Override
    public List<String> suitableLayers() {
        return suitable;
    }

    @Override
    public void close() {
        pass.close();
    }
}
