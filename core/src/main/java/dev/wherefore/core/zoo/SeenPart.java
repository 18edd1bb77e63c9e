package dev.wherefore.core.zoo;

import ai.djl.modality.cv.Image;
import ai.djl.modality.cv.ImageFactory;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import dev.wherefore.core.UserError;
import dev.wherefore.core.image.Geometry;
import dev.wherefore.core.image.Plane;
import dev.wherefore.core.image.Rectangle;
import dev.wherefore.core.image.Size;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.IntUnaryOperator;

/**
 * Finds out which part of a picture a translator shows to the network. A translator does not say
 * so; it is asked to prepare four pictures of the same size: black, white, one that brightens from
 * left to right, and one that brightens from top to bottom. How bright a place of the input is
 * between black and white says which place of the picture it shows, however values are normalised.
 */
final class SeenPart {

    /** Places this near to the darkest and the brightest are cut off or blurred by resampling. */
    private static final double RIM = 0.04;

    /** How far a place may lie off the straight line, as a share of the picture. */
    private static final double CROOKED = 0.03;

    private static final int BRIGHTEST = 255;

    private final ModelTranslator translator;
    private final NDManager scope;
    private final Size picture;

    /**
     * @param translator prepares pictures
     * @param scope for the arrays on the way, closed by the caller
     * @param picture the size of the pictures
     */
    SeenPart(ModelTranslator translator, NDManager scope, Size picture) {
        this.translator = translator;
        this.scope = scope;
        this.picture = picture;
    }

    /**
     * Returns what the network sees of a picture of that size.
     *
     * @throws UserError if the translator does anything to a picture but resize, crop and pad it
     *     and change its values alike everywhere
     */
    Geometry geometry() {
        int width = picture.width();
        int height = picture.height();
        Plane black = shown((y, x) -> 0);
        Plane white = shown((y, x) -> BRIGHTEST);
        Plane across = share(shown((y, x) -> bright(x, width)), black, white);
        Plane down = share(shown((y, x) -> bright(y, height)), black, white);
        Line columns = line(across, width, "columns");
        Line rows = line(transposed(down), height, "rows");
        Rectangle seen =
                new Rectangle(
                        columns.at(0),
                        rows.at(0),
                        columns.at(across.width()),
                        rows.at(across.height()));
        return new Geometry(picture, new Size(across.height(), across.width()), seen);
    }

    private static int bright(int place, int places) {
        return places == 1 ? BRIGHTEST / 2 : (int) Math.round(BRIGHTEST * place / (places - 1.0));
    }

    private interface Brightness {
        int at(int y, int x);
    }

    /** The first channel of the network's input for a grey picture. */
    private Plane shown(Brightness brightness) {
        int[] pixels = new int[picture.height() * picture.width()];
        IntUnaryOperator grey = v -> 0xff << 24 | v << 16 | v << 8 | v;
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = grey.applyAsInt(brightness.at(i / picture.width(), i % picture.width()));
        }
        Image image =
                ImageFactory.getInstance().fromPixels(pixels, picture.width(), picture.height());
        NDArray input = translator.input(scope, image);
        int height = (int) input.getShape().get(2);
        int width = (int) input.getShape().get(3);
        return Plane.of(height, width, input.get(0).get(0).toFloatArray());
    }

    /** Where between black and white each place lies; NaN where both are the same. */
    private static Plane share(Plane shown, Plane black, Plane white) {
        return Plane.compute(
                shown.height(),
                shown.width(),
                (y, x) -> (shown.at(y, x) - black.at(y, x)) / (white.at(y, x) - black.at(y, x)));
    }

    private static Plane transposed(Plane plane) {
        return Plane.compute(plane.width(), plane.height(), (y, x) -> plane.at(x, y));
    }

    /**
     * A straight line from the input's places to the picture's.
     *
     * @param start the picture's place at the input's edge
     * @param step how far it goes on with each place
     */
    private record Line(double start, double step) {

        double at(double place) {
            return start + step * place;
        }
    }

    /** The line through the columns of a plane of shares, by least squares. */
    private Line line(Plane shares, int places, String what) {
        List<Double> from = new ArrayList<>();
        List<Double> to = new ArrayList<>();
        for (int x = 0; x < shares.width(); x++) {
            OptionalDouble share = column(shares, x);
            if (share.isPresent() && share.getAsDouble() > RIM && share.getAsDouble() < 1 - RIM) {
                from.add(x + 0.5);
                to.add(share.getAsDouble() * (places - 1) + 0.5);
            }
        }
        if (from.size() < 2) {
            throw unlike(what);
        }
        Line line = fit(from, to);
        for (int i = 0; i < from.size(); i++) {
            if (Math.abs(line.at(from.get(i)) - to.get(i)) > CROOKED * places) {
                throw unlike(what);
            }
        }
        if (!(line.step() > 0)) {
            throw unlike(what);
        }
        return line;
    }

    /**
     * The mean of a column's shares; nothing where it shows no picture, or several places of it.
     */
    private OptionalDouble column(Plane shares, int x) {
        double sum = 0;
        double least = Double.POSITIVE_INFINITY;
        double most = Double.NEGATIVE_INFINITY;
        int count = 0;
        for (int y = 0; y < shares.height(); y++) {
            double share = shares.at(y, x);
            if (Double.isFinite(share)) {
                sum += share;
                count++;
                least = Math.min(least, share);
                most = Math.max(most, share);
            }
        }
        if (count > 0 && most - least > CROOKED) {
            throw unlike("places");
        }
        return count == 0 ? OptionalDouble.empty() : OptionalDouble.of(sum / count);
    }

    private static Line fit(List<Double> from, List<Double> to) {
        double meanFrom = mean(from);
        double meanTo = mean(to);
        double both = 0;
        double square = 0;
        for (int i = 0; i < from.size(); i++) {
            double off = from.get(i) - meanFrom;
            both += off * (to.get(i) - meanTo);
            square += off * off;
        }
        double step = both / square;
        return new Line(meanTo - step * meanFrom, step);
    }

    private static double mean(List<Double> values) {
        return values.stream().mapToDouble(Double::doubleValue).average().orElseThrow();
    }

    private static UserError unlike(String what) {
        return new UserError(
                "maps cannot be laid on the picture: the model's translator does more to its "
                        + what
                        + " than resize, crop and pad; prepare the picture by Preprocessing and use"
                        + " Explainer");
    }
}
