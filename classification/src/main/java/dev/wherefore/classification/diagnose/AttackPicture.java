package dev.wherefore.classification.diagnose;

import dev.wherefore.core.image.Channels;
import dev.wherefore.core.image.PreparedPicture;
import dev.wherefore.core.image.Preprocessing;
import java.awt.image.BufferedImage;
import java.util.function.IntToDoubleFunction;

/**
 * Makes pixels of a network's input again.
 *
 * @param preprocessing how the input was made
 */
record AttackPicture(Preprocessing preprocessing) {

    private static final int WHITE = 255;

    /** The input as a picture, rounded to whole levels. */
    BufferedImage drawn(PreparedPicture picture) {
        float[] values = picture.channelsFirst();
        int plane = picture.height() * picture.width();
        return drawn(
                picture,
                i -> {
                    int c = i / plane;
                    return (values[i] - preprocessing.black(c)) / preprocessing.span(c);
                });
    }

    /** What was added: grey where nothing was, black and white where it was all of epsilon. */
    BufferedImage noise(PreparedPicture before, PreparedPicture after, double epsilon) {
        float[] moved = moved(before, after);
        return drawn(before, i -> epsilon > 0 ? 0.5 + moved[i] / (2 * epsilon) : 0.5);
    }

    /** How far each value was moved, black to white being 1; {@code (C, H, W)}. */
    float[] moved(PreparedPicture before, PreparedPicture after) {
        float[] old = before.channelsFirst();
        float[] moved = after.channelsFirst();
        int plane = before.height() * before.width();
        for (int i = 0; i < moved.length; i++) {
            moved[i] = (float) ((moved[i] - old[i]) / preprocessing.span(i / plane));
        }
        return moved;
    }

    private BufferedImage drawn(PreparedPicture size, IntToDoubleFunction levels) {
        int width = size.width();
        int plane = size.height() * width;
        BufferedImage image = new BufferedImage(width, size.height(), BufferedImage.TYPE_INT_RGB);
        Channels channels = preprocessing.channels();
        for (int i = 0; i < plane; i++) {
            int rgb = 0;
            for (int c = 0; c < channels.count(); c++) {
                long level = Math.round(WHITE * levels.applyAsDouble(c * plane + i));
                int sample = (int) Math.max(0, Math.min(WHITE, level));
                rgb |=
                        channels == Channels.GREY
                                ? sample * 0x010101
                                : sample << (8 * (2 - channels.band(c)));
            }
            image.setRGB(i % width, i / width, rgb);
        }
        return image;
    }
}
