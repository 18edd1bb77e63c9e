package dev.wherefore.core.network;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import dev.wherefore.core.NearMatches;
import dev.wherefore.core.UserError;
import dev.wherefore.core.engine.GradientMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * An image network whose features something else goes on with. What it gives is a layer too, {@link
 * #OUTPUT}, even of a network whose own layers cannot be tapped.
 */
public final class FeatureNetwork implements Network {

    /** The name of what is given as a layer; no layer of Python's can be called so. */
    public static final String OUTPUT = "encoder-output";

    /** The name of the only output of a pass. */
    public static final String FEATURES = "features";

    private final Network network;
    private final String features;

    /**
     * Constructs the network.
     *
     * @param network the image network, closed with this
     * @param features the name of its output that is gone on with, {@code ""} for the main one
     */
    public FeatureNetwork(Network network, String features) {
        this.network = network;
        this.features = features;
    }

    /**
     * Returns the image network's own layers.
     *
     * @return all but {@link #OUTPUT}
     */
    public Network inside() {
        return network;
    }

    @Override
    public List<Layer> layers() {
        List<Layer> layers = new ArrayList<>(network.layers());
        layers.add(new Layer(OUTPUT, "Features", Optional.empty()));
        return layers;
    }

    @Override
    public Pass run(NDManager scope, Inputs inputs, PassRequest request) {
        List<LayerRun> inside = request.taps().stream().filter(t -> !isOutput(t)).toList();
        inside.forEach(this::requireNoSlip);
        Pass seen = network.run(scope, inputs, request.withTaps(inside));
        try (GradientMode mode = request.recorded() ? GradientMode.on() : GradientMode.off()) {
            NDArray given = seen.outputs().get(features);
            Optional<Tapped> output =
                    request.taps().stream()
                            .filter(FeatureNetwork::isOutput)
                            .findFirst()
                            .map(place -> tap(scope, place, given, inputs.batch(), request));
            NDArray next = output.map(tapped -> rows(given, tapped)).orElse(given);
            return new Pass(
                    new Outputs(Map.of(FEATURES, next)),
                    seen.input(),
                    inOrder(request.taps(), seen.taps(), output),
                    seen.cuts());
        }
    }

    /** The image network knows nothing of the layer that its output is, and could not name it. */
    private void requireNoSlip(LayerRun place) {
        String hint = NearMatches.hint(place.layer(), List.of(OUTPUT));
        boolean known = network.layers().stream().anyMatch(l -> l.name().equals(place.layer()));
        if (!known && !hint.isEmpty()) {
            throw new UserError("the network has no layer '" + place.layer() + "'" + hint);
        }
    }

    private static boolean isOutput(LayerRun place) {
        return place.layer().equals(OUTPUT);
    }

    /** The output's copy, and zeros of as many rows as are wanted. */
    private static Tapped tap(
            NDManager scope, LayerRun place, NDArray given, long batch, PassRequest request) {
        NDArray activation = given.stopGradient();
        boolean repeat = request.rowsPerImage() > 1 && given.getShape().get(0) == batch;
        long rows = given.getShape().get(0) * (repeat ? request.rowsPerImage() : 1);
        Shape shape = new Shape(rows).addAll(given.getShape().slice(1));
        NDArray probe = request.probe(scope, place, shape, given.getDataType());
        return new Tapped(place, activation, probe);
    }

    private static NDArray rows(NDArray given, Tapped tapped) {
        long times = tapped.probe().getShape().get(0) / given.getShape().get(0);
        return (times > 1 ? given.repeat(0, times) : given).add(tapped.probe());
    }

    private static List<Tapped> inOrder(
            List<LayerRun> wanted, List<Tapped> inside, Optional<Tapped> output) {
        List<Tapped> taps = new ArrayList<>();
        int next = 0;
        for (LayerRun place : wanted) {
            taps.add(isOutput(place) ? output.orElseThrow() : inside.get(next++));
        }
        return taps;
    }

    /**
     * Returns the features alone; nothing is recorded.
     *
     * @param scope what is returned belongs to it
     * @param images {@code (B, C, H, W)}
     * @return what the image network gives, {@code (B, …)}
     */
    public NDArray features(NDManager scope, NDArray images) {
        return run(scope, Inputs.of(images), PassRequest.PLAIN).outputs().get(FEATURES);
    }

    @Override
    public List<LayerShape> shapes(NDManager scope, Inputs inputs) {
        List<LayerShape> shapes = new ArrayList<>(network.shapes(scope, inputs));
        shapes.add(new LayerShape(OUTPUT, 1, features(scope, inputs.imageArray()).getShape()));
        return shapes;
    }

    @Override
    public Map<String, NDArray> biases(NDManager scope) {
        return network.biases(scope);
    }

    @Override
    public List<LayerWeights> weights() {
        return network.weights();
    }

    @Override
    public NDManager newScope() {
        return network.newScope();
    }

    @Override
    public Device device() {
        return network.device();
    }

    @Override
    public void close() {
        network.close();
    }
}
