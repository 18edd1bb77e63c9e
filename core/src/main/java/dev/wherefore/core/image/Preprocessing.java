package dev.wherefore.core.image;

import dev.wherefore.core.UserError;
import java.util.List;
import java.util.Optional;

/**
 * What a network wants done to a picture: resize, crop, order of colours, scale, mean and standard
 * deviation. The steps and their rounding are torchvision's and Pillow's.
 *
 * <p>A value is {@code (v / divisor - mean) / std} in float32, {@code v} from 0 to 255.
 *
 * @param resize how the picture's size is changed
 * @param crop the size to crop about the centre; where the picture is smaller it is padded with
 *     black, as torchvision does (a letterbox with its own colour)
 * @param filter how it is resized
 * @param channels which colours, in which order
 * @param range the range of the values that mean and std are about
 * @param mean what is subtracted, one number a channel in the network's order
 * @param std what the difference is divided by, one number greater than 0 a channel
 */
public record Preprocessing(
        Resize resize,
        Optional<Size> crop,
        Filter filter,
        Channels channels,
        ValueRange range,
        List<Double> mean,
        List<Double> std) {

    private static final long MAX_PIXELS = PictureReader.DEFAULT_MAX_PIXELS;

    /** Checks the numbers of mean and std. */
    public Preprocessing {
        mean = List.copyOf(mean);
        std = List.copyOf(std);
        requireOneEach("mean", mean, channels);
        requireOneEach("std", std, channels);
        for (double value : mean) {
            if (!Double.isFinite(value)) {
                throw new IllegalArgumentException("mean must be finite, found " + mean);
            }
        }
        for (double value : std) {
            if (!(value > 0 && Double.isFinite(value))) {
                throw new IllegalArgumentException(
                        "std must be greater than 0 and finite, found " + std);
            }
        }
    }

    private static void requireOneEach(String what, List<Double> values, Channels channels) {
        if (values.size() != channels.count()) {
            throw new IllegalArgumentException(
                    "%s must have %d number(s), one for each channel of %s, found %s"
                            .formatted(what, channels.count(), channels.configName(), values));
        }
    }

    /**
     * Returns what networks trained on ImageNet by torchvision want: shorter side 256 bilinear,
     * centre crop 224, RGB from 0 to 1, ImageNet's mean and standard deviation.
     *
     * @return the preprocessing
     * @see <a href="https://pytorch.org/vision/stable/models.html">torchvision, models</a>
     */
    public static Preprocessing imagenet() {
        return new Preprocessing(
                new Resize.ShorterSide(256),
                Optional.of(new Size(224, 224)),
                Filter.BILINEAR,
                Channels.RGB,
                ValueRange.ZERO_TO_ONE,
                List.of(0.485, 0.456, 0.406),
                List.of(0.229, 0.224, 0.225));
    }

    /**
     * Returns a picture as the network takes it.
     *
     * @param picture the picture, upright
     * @return the input {@code (C, H, W)} and its geometry
     * @throws UserError if the picture is so long and narrow that its input would have more than
     *     100 million pixels
     */
    public PreparedPicture apply(Picture picture) {
        Placement placement = place(picture);
        Picture coloured = channels == Channels.GREY ? picture.grey() : picture;
        Picture seen = placement.draw(coloured, filter);
        return new PreparedPicture(
                normalised(seen), channels.count(), seen, placement.geometry(Size.of(picture)));
    }

    /**
     * Returns what a black pixel becomes.
     *
     * @param channel which channel, in the network's order
     * @return the least value that a pixel can have
     */
    public double black(int channel) {
        return -mean.get(channel) / std.get(channel);
    }

    /**
     * Returns how far apart black and white become.
     *
     * @param channel which channel, in the network's order
     * @return the largest value that a pixel can have less {@link #black}, above 0
     */
    public double span(int channel) {
        return 255 / (range.divisor() * std.get(channel));
    }

    private Placement place(Picture picture) {
        try {
            Placement whole = resize.place(Size.of(picture));
            Placement placement = crop.map(whole::cropped).orElse(whole);
            Size input = placement.input();
            if ((long) input.height() * input.width() <= MAX_PIXELS) {
                return placement;
            }
        } catch (ArithmeticException e) {
            throw tooNarrow(picture, e);
        }
        throw tooNarrow(picture, new ArithmeticException("more than " + MAX_PIXELS + " pixels"));
    }

    private UserError tooNarrow(Picture picture, ArithmeticException cause) {
        return new UserError(
                "%s is %s, and after resizing (%s) it would have more than %d million pixels"
                        .formatted(
                                picture.name(),
                                Size.of(picture),
                                resize.configName(),
                                MAX_PIXELS / 1_000_000),
                cause);
    }

    private float[] normalised(Picture seen) {
        int size = seen.height() * seen.width();
        float[] values = new float[Math.multiplyExact(channels.count(), size)];
        byte[] samples = seen.samples();
        for (int c = 0; c < channels.count(); c++) {
            float subtracted = mean.get(c).floatValue();
            float divisor = std.get(c).floatValue();
            int band = channels.band(c);
            for (int i = 0; i < size; i++) {
                float value = (samples[3 * i + band] & 0xff) / range.divisor();
                values[c * size + i] = (value - subtracted) / divisor;
            }
        }
        return values;
    }
}
