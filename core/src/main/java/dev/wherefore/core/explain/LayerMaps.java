package dev.wherefore.core.explain;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import dev.wherefore.core.UserError;
import dev.wherefore.core.method.Method;
import dev.wherefore.core.network.Layer;
import dev.wherefore.core.network.LayerRun;
import dev.wherefore.core.network.LayerShape;
import dev.wherefore.core.network.Network;
import java.util.List;

/**
 * What layers give as maps {@code (R, C, h, w)}. Attention {@code (R, heads, queries, keys)} has a
 * channel for each head and query, and its keys are the tokens that stand for places; all else is
 * as the layout says.
 *
 * @param network whose layers they are
 * @param layout how its layers' outputs are laid out
 * @param methods what looks at the maps
 */
public record LayerMaps(Network network, Layout layout, List<Method> methods) {

    /** Keeps a copy of the list. */
    public LayerMaps {
        methods = List.copyOf(methods);
    }

    /**
     * Returns what a layer gave, or a gradient by it, as maps.
     *
     * @param place the layer
     * @param array what it gave, its first dimension the rows
     * @return {@code (R, C, h, w)}; of attention, C is heads times queries, head by head
     * @throws UserError if the layout does not fit, or if a method needs attention and the layer
     *     gives none
     */
    public NDArray of(LayerRun place, NDArray array) {
        if (attention().contains(place.layer())) {
            return ofAttention(place, array);
        }
        for (Method method : methods) {
            if (method.needsAttention()) {
                throw noAttention(place, array.getShape(), method);
            }
        }
        return layout.toMaps(array);
    }

    private NDArray ofAttention(LayerRun place, NDArray array) {
        Shape shape = array.getShape();
        if (shape.dimension() != 4) {
            throw new UserError(
                    "the layer '%s' gives %s, no attention (rows, heads, queries, keys)%s"
                            .formatted(place, shape, choose(place)));
        }
        boolean places = layout == Layout.CHANNELS_FIRST || layout == Layout.CHANNELS_LAST;
        Layout keys = places ? Layout.AUTO : layout;
        try {
            return keys.toMaps(array.reshape(shape.get(0), -1, shape.get(3)).transpose(0, 2, 1));
        } catch (UserError e) {
            throw new UserError(
                    "the layer '%s' gives attention %s: %s".formatted(place, shape, e.getMessage()),
                    e);
        }
    }

    private UserError noAttention(LayerRun place, Shape shape, Method method) {
        return new UserError(
                "the method '%s' needs attention (rows, heads, queries, keys), and the layer '%s' gives %s%s"
                        .formatted(method.card().name(), place, shape, choose(place)));
    }

    /** Which layers would do, those near the one that was named first. */
    private String choose(LayerRun place) {
        List<String> others =
                attention().stream().filter(name -> !name.equals(place.layer())).toList();
        if (others.isEmpty()) {
            return "; the network has no layer of the type '" + Layer.SOFTMAX + "'";
        }
        String near =
                others.stream()
                        .filter(name -> name.startsWith(place.layer() + "."))
                        .findFirst()
                        .orElse(others.get(others.size() - 1));
        return "; choose one of the type '%s', such as '%s'".formatted(Layer.SOFTMAX, near);
    }

    private List<String> attention() {
        return network.layers().stream().filter(Layer::isSoftmax).map(Layer::name).toList();
    }

    /**
     * Returns the layers that give attention among a picture's tokens: those of the first attention
     * and all like it.
     *
     * @param network the network
     * @param shapes what its layers gave, in the order of the run
     * @return the layers, each once; none if the network has no such attention in reach
     */
    public static List<LayerRun> attention(Network network, List<LayerShape> shapes) {
        List<String> softmaxes = new LayerMaps(network, Layout.AUTO, List.of()).attention();
        List<LayerShape> found =
                shapes.stream()
                        .filter(s -> softmaxes.contains(s.layer()))
                        .filter(s -> s.shape().dimension() == 4)
                        .filter(s -> s.shape().get(2) == s.shape().get(3))
                        .toList();
        return found.stream()
                .filter(s -> s.shape().get(3) == found.get(0).shape().get(3))
                .map(s -> LayerRun.parse(s.layer()))
                .distinct()
                .toList();
    }
}
