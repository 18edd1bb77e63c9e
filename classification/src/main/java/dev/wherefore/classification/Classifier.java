package dev.wherefore.classification;

import ai.djl.ndarray.NDManager;
import dev.wherefore.core.experiment.ExplainedPicture;
import dev.wherefore.core.experiment.Finding;
import dev.wherefore.core.experiment.PictureExplainer;
import dev.wherefore.core.experiment.Prediction;
import dev.wherefore.core.explain.ExplainRequest;
import dev.wherefore.core.explain.Explainer;
import dev.wherefore.core.explain.Explanation;
import dev.wherefore.core.explain.Explanations;
import dev.wherefore.core.explain.PictureBatch;
import dev.wherefore.core.image.Geometry;
import dev.wherefore.core.image.Picture;
import dev.wherefore.core.image.PreparedPicture;
import dev.wherefore.core.image.Preprocessing;
import dev.wherefore.core.network.Inputs;
import dev.wherefore.core.network.Network;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Explains the classes of a network that gives one score per class.
 *
 * <p>Pictures that come out of the preprocessing at one size share a pass; those of other sizes get
 * passes of their own.
 */
public final class Classifier implements PictureExplainer {

    private final Network network;
    private final Explainer explainer;
    private final Preprocessing preprocessing;
    private final ClassScores scores;
    private final List<ClassificationTarget> targets;
    private final ExplainRequest request;
    private final List<String> facts;
    private final List<String> suitable;

    /**
     * Constructs a classifier.
     *
     * @param network the network; closed by the caller, later than this
     * @param preprocessing how pictures become its input
     * @param scores what its output means
     * @param targets what to explain
     * @param request how to explain; its targets are those of {@code targets}, in order
     * @param facts what to tell the user of all this
     */
    public Classifier(
            Network network,
            Preprocessing preprocessing,
            ClassScores scores,
            List<ClassificationTarget> targets,
            ExplainRequest request,
            List<String> facts) {
        this(network, preprocessing, scores, targets, request, facts, List.of());
    }

    /**
     * Constructs a classifier that knows which layers else could be looked at.
     *
     * @param suitable all layers that maps could be made of
     */
    Classifier(
            Network network,
            Preprocessing preprocessing,
            ClassScores scores,
            List<ClassificationTarget> targets,
            ExplainRequest request,
            List<String> facts,
            List<String> suitable) {
        this.network = network;
        this.explainer = new Explainer(network);
        this.preprocessing = preprocessing;
        this.scores = scores;
        this.targets = List.copyOf(targets);
        this.request = request;
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
        try (NDManager scope = network.newScope()) {
            Explanations explanations = explainer.explain(Inputs.of(batch.array(scope)), request);
            List<ExplainedPicture> results = new ArrayList<>();
            for (int i = 0; i < pictures.size(); i++) {
                float[] logits = explanations.vector(scores.output(), i);
                results.add(
                        explained(
                                pictures.get(i),
                                batch.pictures().get(i).geometry(),
                                scores.predictions(logits),
                                findings(explanations.pictures().get(i), logits)));
            }
            return results;
        }
    }

    private ExplainedPicture explained(
            Picture picture,
            Geometry geometry,
            List<Prediction> predictions,
            List<Finding> findings) {
        return new ExplainedPicture(
                picture,
                geometry,
                predictions,
                findings,
                Map.of(),
                List.of(),
                List.of(
                        new ClassPassage(predictions, findings, request.methods().size())
                                .passage()));
    }

    private List<Finding> findings(List<Explanation> explanations, float[] logits) {
        List<Prediction> predictions = scores.predictions(logits);
        int methods = request.methods().size();
        List<Finding> findings = new ArrayList<>();
        for (int i = 0; i < explanations.size(); i++) {
            ClassificationTarget target = targets.get(i / methods);
            findings.add(
                    new Finding(
                            target.title(logits, scores.labels()),
                            explanations.get(i),
                            target.prediction(predictions, logits)));
        }
        return findings;
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
        explainer.close();
    }
}
