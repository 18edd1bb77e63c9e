package dev.wherefore.core.zoo;

import ai.djl.modality.cv.Image;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.repository.zoo.ZooModel;
import dev.wherefore.core.Opening;
import dev.wherefore.core.UserError;
import dev.wherefore.core.engine.GradientMode;
import dev.wherefore.core.explain.ExplainRequest;
import dev.wherefore.core.explain.Explainer;
import dev.wherefore.core.explain.Explanation;
import dev.wherefore.core.explain.LayerChoice;
import dev.wherefore.core.image.Geometry;
import dev.wherefore.core.image.Picture;
import dev.wherefore.core.image.Size;
import dev.wherefore.core.method.GradCam;
import dev.wherefore.core.method.Method;
import dev.wherefore.core.network.Inputs;
import dev.wherefore.core.network.Network;
import dev.wherefore.core.network.PassRequest;
import dev.wherefore.core.network.torchscript.TorchScriptNetwork;
import dev.wherefore.core.target.ClassTarget;
import dev.wherefore.core.target.Labels;
import dev.wherefore.core.target.Likelihood;
import dev.wherefore.core.target.RankTarget;
import dev.wherefore.core.target.ScoreKind;
import dev.wherefore.core.target.Target;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Explains what a classifier that DJL has loaded says of a picture, prepared by the model's own
 * translator.
 *
 * <p>The model's TorchScript archive is opened a second time, so that it can be tapped, and takes
 * its memory again; the model itself and its predictors are left as they are. Several threads may
 * explain at once.
 */
public final class ModelExplainer implements AutoCloseable {

    /** How many sizes of pictures are kept in mind; a translator is asked four times for each. */
    private static final int SIZES = 1024;

    private final Network network;
    private final Explainer explainer;
    private final NDManager own;
    private final ModelTranslator translator;
    private final Map<Size, Geometry> geometries = new ConcurrentHashMap<>();
    private final AtomicReference<Known> known = new AtomicReference<>();

    /** What is known of the network after its first picture. */
    private record Known(String layer, Labels labels, int classes) {}

    private ModelExplainer(Network network, ZooModel<Image, ?> model) {
        this.network = network;
        this.explainer = new Explainer(network);
        this.own = network.newScope();
        this.translator = new ModelTranslator(model, own);
    }

    /**
     * Returns an explainer of a model.
     *
     * @param model a classifier whose translator makes one input of a picture; closed by the
     *     caller, later than this
     * @return the explainer, to be closed by the caller
     * @throws UserError if the model is no TorchScript archive in a file
     */
    public static ModelExplainer of(ZooModel<Image, ?> model) {
        return Opening.closingIfFailed(
                TorchScriptNetwork.load(ModelArchive.of(model), model.getNDManager().getDevice()),
                network -> new ModelExplainer(network, model));
    }

    /**
     * Explains the most probable class by Grad-CAM at the layer that suits it.
     *
     * @param image the picture
     * @return the explanation
     * @throws UserError if the picture does not fit the network
     */
    public ModelExplanation explain(Image image) {
        return explain(
                image, new RankTarget(0, ScoreKind.LOGIT, Likelihood.SOFTMAX, ""), new GradCam());
    }

    /**
     * Explains a class by Grad-CAM at the layer that suits it.
     *
     * @param image the picture
     * @param label the class, by its label (near matches are told) or its index
     * @return the explanation
     * @throws UserError if there is no such class, or the picture does not fit the network
     */
    public ModelExplanation explain(Image image, String label) {
        try (NDManager scope = network.newScope()) {
            Known about = known(scope, image);
            int index = about.labels().find(label);
            if (index >= about.classes()) {
                throw new UserError(
                        "there is no class "
                                + index
                                + "; the network has classes 0 to "
                                + (about.classes() - 1));
            }
            return explain(image, ClassTarget.logit(index), new GradCam());
        }
    }

    /**
     * Explains any number at the layer that suits Grad-CAM.
     *
     * @param image the picture
     * @param target the number
     * @param method how
     * @return the explanation
     * @throws UserError if the target or the picture does not fit the network
     */
    public ModelExplanation explain(Image image, Target target, Method method) {
        try (NDManager scope = network.newScope()) {
            String layer = known(scope, image).layer();
            return explain(image, ExplainRequest.of(layer, target, method));
        }
    }

    /**
     * Explains what a request asks for, first target, first method.
     *
     * @param image the picture
     * @param request layers, targets, methods
     * @return the explanation of the request's first target by its first method
     * @throws UserError if a layer, target or the picture does not fit the network
     */
    public ModelExplanation explain(Image image, ExplainRequest request) {
        try (NDManager scope = network.newScope()) {
            Inputs inputs = Inputs.of(translator.input(scope, image));
            Explanation explanation = explainer.explain(inputs, request).pictures().get(0).get(0);
            Picture picture = picture(scope, image);
            return new ModelExplanation(picture, geometry(scope, Size.of(picture)), explanation);
        }
    }

    /**
     * Returns the network, to look at its layers or to explain several targets at once by an {@link
     * Explainer}.
     *
     * @return the network, closed with this
     */
    public Network network() {
        return network;
    }

    private Known known(NDManager scope, Image image) {
        Known before = known.get();
        if (before != null) {
            return before;
        }
        Inputs inputs = Inputs.of(translator.input(scope, image));
        try (GradientMode off = GradientMode.off()) {
            NDArray scores = network.run(scope, inputs, PassRequest.PLAIN).outputs().main();
            Shape shape = scores.getShape();
            if (shape.dimension() != 2) {
                throw new UserError(
                        "a classifier gives (pictures, classes), the network gives " + shape);
            }
            int classes = Math.toIntExact(shape.get(1));
            LayerChoice choice = LayerChoice.of(network, network.shapes(scope, inputs), classes);
            Known found = new Known(choice.layer(), translator.labels(scope, scores), classes);
            known.set(found);
            return found;
        }
    }

    private Geometry geometry(NDManager scope, Size size) {
        Geometry before = geometries.get(size);
        if (before != null) {
            return before;
        }
        Geometry found = new SeenPart(translator, scope, size).geometry();
        if (geometries.size() < SIZES) {
            geometries.put(size, found);
        }
        return found;
    }

    private static Picture picture(NDManager scope, Image image) {
        NDArray pixels = image.toNDArray(scope, Image.Flag.COLOR).toType(DataType.UINT8, false);
        return Picture.of(image.getHeight(), image.getWidth(), pixels.toByteArray(), "image");
    }

    @Override
    public void close() {
        own.close();
        explainer.close();
        network.close();
    }
}
