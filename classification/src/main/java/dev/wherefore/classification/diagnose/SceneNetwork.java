package dev.wherefore.classification.diagnose;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import dev.wherefore.classification.LabelClasses;
import dev.wherefore.classification.TriedClassifier;
import dev.wherefore.core.UserError;
import dev.wherefore.core.experiment.LayerSetup;
import dev.wherefore.core.explain.ExplainRequest;
import dev.wherefore.core.explain.Explainer;
import dev.wherefore.core.explain.Explanation;
import dev.wherefore.core.explain.PictureBatch;
import dev.wherefore.core.image.PixelMap;
import dev.wherefore.core.image.Plane;
import dev.wherefore.core.image.PreparedPicture;
import dev.wherefore.core.metric.Truth;
import dev.wherefore.core.network.Inputs;
import dev.wherefore.core.network.Network;
import dev.wherefore.core.network.PassRequest;
import dev.wherefore.core.scene.Kind;
import dev.wherefore.core.scene.Scene;
import dev.wherefore.core.target.ClassTarget;
import dev.wherefore.core.target.ScoreKind;
import dev.wherefore.core.target.Target;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** A classifier and which of its classes is which kind of thing, ready to be asked. */
final class SceneNetwork implements AutoCloseable {

    private final TriedClassifier tried;
    private final Explainer explainer;
    private final LabelClasses labels;
    private final LayerSetup layers;

    SceneNetwork(TriedClassifier tried, LabelClasses labels, LayerSetup layers) {
        this.tried = tried;
        this.explainer = new Explainer(tried.network());
        this.labels = labels;
        this.layers = layers;
    }

    /** The network, and how it is used. */
    TriedClassifier tried() {
        return tried;
    }

    /** The class of each kind that the network knows, in the kinds' order. */
    Map<Kind, Integer> classes() {
        Map<Kind, Integer> classes = new EnumMap<>(Kind.class);
        for (Kind kind : Kind.values()) {
            labels.of(kind.label()).ifPresent(index -> classes.put(kind, index));
        }
        return classes;
    }

    /** What is explained and how, and what is left out, in sentences. */
    List<String> facts() {
        return Stream.concat(tried.facts().stream(), labels.facts().stream()).toList();
    }

    /** Scenes as the network gets them. */
    List<PreparedPicture> prepared(List<Scene> scenes) {
        return scenes.stream().map(scene -> tried.preprocessing().apply(scene.picture())).toList();
    }

    /** The probabilities of all classes in each picture. */
    List<float[]> probabilities(List<PreparedPicture> pictures) {
        List<float[]> all = new ArrayList<>();
        for (PictureBatch batch : PictureBatch.of(pictures)) {
            scores(batch.pictures().stream().map(PreparedPicture::pixels).toList()).stream()
                    .map(tried.scores().likelihood()::probabilities)
                    .forEach(all::add);
        }
        return all;
    }

    /** What the network gives for each class, for inputs of one size. */
    List<float[]> scores(List<PixelMap> inputs) {
        Network network = tried.network();
        int classes = tried.classes();
        try (NDManager scope = network.newScope()) {
            float[] scores =
                    network.run(scope, Inputs.of(array(scope, inputs)), PassRequest.PLAIN)
                            .outputs()
                            .get(tried.scores().output())
                            .toFloatArray();
            return IntStream.range(0, inputs.size())
                    .mapToObj(i -> Arrays.copyOfRange(scores, i * classes, (i + 1) * classes))
                    .toList();
        }
    }

    /**
     * What each channel of the one tapped layer gives.
     *
     * @param pictures pictures of one size
     * @return for each picture a plane {@code (h, w)} for each channel
     * @throws UserError if the layer gives no channels of places
     */
    List<List<Plane>> activations(List<PreparedPicture> pictures) {
        try (NDManager scope = tried.network().newScope()) {
            NDArray input = array(scope, pictures.stream().map(PreparedPicture::pixels).toList());
            NDArray found =
                    tried.network()
                            .run(scope, Inputs.of(input), PassRequest.tap(tried.layers(), 1))
                            .taps()
                            .get(0)
                            .activation();
            Shape shape = found.getShape();
            if (shape.dimension() != 4) {
                throw new UserError(
                        "the layer must give (pictures, channels, height, width), it gives "
                                + shape);
            }
            return planes(found.toFloatArray(), shape);
        }
    }

    private static List<List<Plane>> planes(float[] values, Shape shape) {
        int height = (int) shape.get(2);
        int width = (int) shape.get(3);
        List<List<Plane>> all = new ArrayList<>();
        int at = 0;
        for (int i = 0; i < shape.get(0); i++) {
            List<Plane> own = new ArrayList<>();
            for (int channel = 0; channel < shape.get(1); channel++) {
                int end = at + height * width;
                own.add(Plane.of(height, width, Arrays.copyOfRange(values, at, end)));
                at = end;
            }
            all.add(own);
        }
        return all;
    }

    private static NDArray array(NDManager scope, List<PixelMap> inputs) {
        NDList arrays = new NDList();
        for (PixelMap input : inputs) {
            Shape shape = new Shape(input.channels(), input.height(), input.width());
            arrays.add(scope.create(input.toArray(), shape));
        }
        return NDArrays.stack(arrays);
    }

    /** The logit of a class, another one for each picture. */
    Target logit(List<Integer> classes) {
        return new ClassTarget(
                classes,
                ScoreKind.LOGIT,
                tried.scores().likelihood(),
                tried.scores().output(),
                "logit of a class");
    }

    /**
     * Explains pictures as the config says.
     *
     * @param pictures at least one picture
     * @param classes for each target the class in each picture
     * @param change what is asked for otherwise than the config says
     * @return for each picture its explanations: target by target, for each all methods
     */
    List<List<Explanation>> explain(
            List<PreparedPicture> pictures,
            List<List<Integer>> classes,
            UnaryOperator<ExplainRequest> change) {
        List<List<Explanation>> all = new ArrayList<>();
        for (PictureBatch batch : PictureBatch.of(pictures)) {
            List<Target> targets =
                    classes.stream()
                            .map(own -> logit(own.subList(batch.from(), batch.to())))
                            .toList();
            ExplainRequest request = change.apply(layers.request(tried.layers(), targets));
            try (NDManager scope = tried.network().newScope()) {
                all.addAll(explainer.explain(Inputs.of(batch.array(scope)), request).pictures());
            }
        }
        return all;
    }

    /**
     * Explains the logit of each kind that scenes show. Scenes share a pass though they show
     * different kinds: the first target is each scene's first kind, and so on; what fills the place
     * of a kind that is not there is thrown away.
     *
     * @param scenes at least one scene
     * @param change what is asked for otherwise than the config says
     * @return the kinds, scene by scene; none of a scene that shows none the network knows
     */
    List<ShownKind> shown(List<Scene> scenes, UnaryOperator<ExplainRequest> change) {
        return shown(scenes, prepared(scenes), change);
    }

    /**
     * Explains the logit of each kind that scenes show, in pictures that were changed.
     *
     * @param scenes at least one scene
     * @param prepared each scene as the network gets it
     * @param change what is asked for otherwise than the config says
     * @return as for the scenes as they are
     */
    List<ShownKind> shown(
            List<Scene> scenes,
            List<PreparedPicture> prepared,
            UnaryOperator<ExplainRequest> change) {
        List<Map<Kind, Truth>> truths = scenes.stream().map(this::truths).toList();
        int most = truths.stream().mapToInt(Map::size).max().orElse(0);
        if (most == 0) {
            return List.of();
        }
        List<List<Integer>> asked =
                IntStream.range(0, most)
                        .mapToObj(t -> truths.stream().map(own -> nth(own, t)).toList())
                        .toList();
        List<List<Explanation>> explained = explain(prepared, asked, change);
        List<ShownKind> shown = new ArrayList<>();
        for (int i = 0; i < scenes.size(); i++) {
            int methods = explained.get(i).size() / most;
            int at = 0;
            for (Map.Entry<Kind, Truth> entry : truths.get(i).entrySet()) {
                shown.add(
                        new ShownKind(
                                scenes.get(i),
                                prepared.get(i).geometry(),
                                entry.getKey(),
                                entry.getValue(),
                                explained.get(i).subList(at, at + methods)));
                at += methods;
            }
        }
        return shown;
    }

    /** Where a scene shows each kind that the network knows, in the kinds' order. */
    Map<Kind, Truth> truths(Scene scene) {
        Map<Kind, Truth> truths = new EnumMap<>(Kind.class);
        classes().keySet().forEach(k -> Truth.of(scene, k).ifPresent(t -> truths.put(k, t)));
        return truths;
    }

    private int nth(Map<Kind, Truth> shown, int place) {
        Map<Kind, Integer> all = classes();
        int filling = all.values().iterator().next();
        return shown.keySet().stream()
                .skip(place)
                .findFirst()
                .flatMap(kind -> Optional.ofNullable(all.get(kind)))
                .orElse(filling);
    }

    @Override
    public void close() {
        explainer.close();
        tried.network().close();
    }
}
