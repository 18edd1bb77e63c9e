package dev.wherefore.core.explain;

import ai.djl.ndarray.types.Shape;
import dev.wherefore.core.UserError;
import dev.wherefore.core.network.Layer;
import dev.wherefore.core.network.LayerShape;
import dev.wherefore.core.network.Network;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Chooses the layer that Grad-CAM is taken at where the user names none: the last place where the
 * network has made its features and still has a picture (Selvaraju et al., section 3: "the last
 * convolutional layers").
 *
 * @param layer the chosen layer
 * @param reason why, in a sentence
 * @param suitable every layer of this pass that a map can be made of, in the order of the run
 */
public record LayerChoice(String layer, String reason, Set<String> suitable) {

    private static final Set<String> NO_FEATURES =
            Set.of(
                    "Dropout",
                    "Dropout2d",
                    "Identity",
                    "Flatten",
                    "MaxPool2d",
                    "AvgPool2d",
                    "AdaptiveAvgPool2d",
                    "AdaptiveMaxPool2d");

    /**
     * Returns the choice for a network, from what its layers gave in a pass.
     *
     * @param network the network
     * @param shapes what its layers gave, in the order of the run
     * @param outputs how many numbers the network gives for a picture, such as its classes
     * @return the choice
     * @throws UserError if no layer has a picture left
     */
    public static LayerChoice of(Network network, List<LayerShape> shapes, long outputs) {
        Run run = new Run(network, shapes, outputs);
        Set<String> suitable =
                shapes.stream()
                        .filter(s -> run.isPicture(s) || run.isTokens(s))
                        .map(LayerShape::layer)
                        .collect(Collectors.toCollection(LinkedHashSet::new));
        return run.transformer()
                .or(run::convolutional)
                .map(found -> new LayerChoice(found.layer(), found.reason(), suitable))
                .orElseThrow(
                        () ->
                                new UserError(
                                        "no layer of the network gives a picture (rows, channels,"
                                                + " height, width) that could be tapped; name one"
                                                + " with 'layers'"));
    }

    private record Found(String layer, String reason) {}

    /** One pass, looked at for its last features. */
    private static final class Run {

        private final Map<String, String> types = new HashMap<>();
        private final List<LayerShape> shapes;
        private final long outputs;

        Run(Network network, List<LayerShape> shapes, long outputs) {
            for (Layer layer : network.layers()) {
                types.put(layer.name(), layer.type());
            }
            this.shapes = shapes;
            this.outputs = outputs;
        }

        boolean isPicture(LayerShape s) {
            Shape shape = s.shape();
            return shape.dimension() == 4 && shape.get(2) * shape.get(3) > 1 && !isSoftmax(s);
        }

        boolean isTokens(LayerShape s) {
            return s.shape().dimension() == 3 && s.shape().get(1) > 4 && !isSoftmax(s);
        }

        /** Attention looks like a picture of all queries and keys, and is none. */
        private boolean isSoftmax(LayerShape s) {
            return type(s).equals(Layer.SOFTMAX);
        }

        private String type(LayerShape s) {
            return types.getOrDefault(s.layer(), "");
        }

        private boolean isConvolution(LayerShape s) {
            return type(s).contains("Conv") && isPicture(s) && !hasChildren(s.layer());
        }

        private boolean hasChildren(String layer) {
            return types.keySet().stream().anyMatch(name -> name.startsWith(layer + "."));
        }

        /** The last size at which convolutions made features, and the last layer of that size. */
        Optional<Found> convolutional() {
            List<LayerShape> all = shapes.stream().filter(this::isConvolution).toList();
            // a convolution with a channel for each class is the head, not a feature
            List<LayerShape> features = all.stream().filter(c -> !isHead(c)).toList();
            List<LayerShape> convolutions = features.isEmpty() ? all : features;
            if (convolutions.isEmpty()) {
                return lastPicture();
            }
            LayerShape last = convolutions.get(convolutions.size() - 1);
            Set<String> names = new HashSet<>();
            convolutions.forEach(c -> names.add(c.layer()));
            LayerShape best = last;
            for (LayerShape next : shapes.subList(shapes.lastIndexOf(last) + 1, shapes.size())) {
                if (NO_FEATURES.contains(type(next)) || all.contains(next)) {
                    break;
                }
                if (isPicture(next) && samePlaces(next, last) && !isTrunk(next.layer(), names)) {
                    best = next;
                }
            }
            return Optional.of(new Found(best.layer(), reason(best, last)));
        }

        private boolean isHead(LayerShape s) {
            return isConvolution(s) && s.shape().get(1) == outputs;
        }

        private static boolean samePlaces(LayerShape a, LayerShape b) {
            return a.shape().get(2) == b.shape().get(2) && a.shape().get(3) == b.shape().get(3);
        }

        /** Whether every convolution is inside: naming the whole trunk says nothing. */
        private boolean isTrunk(String layer, Set<String> convolutions) {
            return convolutions.size() > 1
                    && convolutions.stream().allMatch(c -> c.startsWith(layer + "."));
        }

        private String reason(LayerShape best, LayerShape last) {
            String size = best.shape().get(2) + "x" + best.shape().get(3);
            return best.equals(last)
                    ? "the last convolution, " + size + " places"
                    : "the last layer that still has the "
                            + size
                            + " places of the last convolution, "
                            + last.layer();
        }

        private Optional<Found> lastPicture() {
            return shapes.stream()
                    .filter(this::isPicture)
                    .reduce((a, b) -> b)
                    .map(s -> new Found(s.layer(), "the last layer that gives a picture"));
        }

        /**
         * Where tokens follow the last convolution: the layer norm that feeds the last attention.
         * After that attention the class token alone counts, and the other tokens' gradients are
         * zero.
         */
        Optional<Found> transformer() {
            List<LayerShape> norms =
                    shapes.stream()
                            .filter(s -> type(s).equals("LayerNorm") && isTokens(s))
                            .toList();
            Optional<LayerShape> lastConvolution =
                    shapes.stream().filter(this::isConvolution).reduce((a, b) -> b);
            boolean after =
                    !norms.isEmpty()
                            && lastConvolution
                                    .map(c -> shapes.indexOf(c) < shapes.indexOf(norms.get(0)))
                                    .orElse(true);
            if (!after) {
                return Optional.empty();
            }
            Comparator<LayerShape> byDepth =
                    Comparator.comparingInt(s -> s.layer().split("\\.").length);
            int deepest = norms.stream().max(byDepth).orElseThrow().layer().split("\\.").length;
            List<LayerShape> inBlocks =
                    norms.stream().filter(s -> s.layer().split("\\.").length == deepest).toList();
            LayerShape chosen = inBlocks.get(Math.max(0, inBlocks.size() - 2));
            return Optional.of(
                    new Found(
                            chosen.layer(),
                            "the layer norm before the last attention, the last place where the"
                                    + " picture's tokens act on the score"));
        }
    }
}
