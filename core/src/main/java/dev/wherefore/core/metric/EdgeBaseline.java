package dev.wherefore.core.metric;

import dev.wherefore.core.image.Plane;

/**
 * The picture's edges, {@code ½ |S_x| + ½ |S_y|} with the 3x3 Sobel operator on its brightness:
 * what can be seen without any network. Beyond its border the picture is mirrored; the strongest
 * edge is 1. A method whose maps are no better may show the picture and not the network.
 *
 * @see <a href="https://arxiv.org/abs/1810.03292">Adebayo et al., Sanity Checks for Saliency Maps,
 *     2018</a>
 */
public final class EdgeBaseline implements Baseline {

    /** Constructs the baseline. */
    public EdgeBaseline() {}

    @Override
    public String name() {
        return "edge";
    }

    @Override
    public String meaning() {
        return "The picture's edges, by Sobel's operator.";
    }

    @Override
    public Plane map(Sight sight) {
        Plane grey = sight.grey().get();
        Plane edges =
                Plane.compute(
                        grey.height(),
                        grey.width(),
                        (y, x) -> sight.geometry().covers(y, x) ? edge(grey, y, x) : 0);
        return edges.map(v -> edges.max() > 0 ? v / edges.max() : 0);
    }

    private static float edge(Plane grey, int y, int x) {
        float across = 0;
        float down = 0;
        for (int beside = -1; beside <= 1; beside++) {
            int weight = beside == 0 ? 2 : 1;
            across += weight * (at(grey, y + beside, x + 1) - at(grey, y + beside, x - 1));
            down += weight * (at(grey, y + 1, x + beside) - at(grey, y - 1, x + beside));
        }
        return (Math.abs(across) + Math.abs(down)) / 2;
    }

    private static float at(Plane grey, int y, int x) {
        return grey.at(mirrored(y, grey.height()), mirrored(x, grey.width()));
    }

    private static int mirrored(int place, int size) {
        int inside = place < 0 ? -place : place >= size ? 2 * size - 2 - place : place;
        return Math.max(0, inside);
    }
}
