package dev.wherefore.core.image;

import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.IndexColorModel;
import java.awt.image.Raster;
import java.util.function.IntUnaryOperator;

/**
 * Takes 8-bit RGB samples out of Java images of any layout, without a colour conversion: a profile
 * or a "linear grey" colour space would change the numbers that the network was trained on.
 */
final class Samples {

    private static final int WHITE = 255;

    private Samples() {}

    /** Returns the samples {@code (height, width, 3)}, what is transparent laid over white. */
    static byte[] of(BufferedImage image) {
        ColorModel colours = image.getColorModel();
        if (colours instanceof IndexColorModel palette) {
            return ofPixels(image, i -> palette.getRGB(i));
        }
        if (isPlain(colours, image.getRaster())) {
            return ofBands(image.getRaster(), colours);
        }
        return ofArgb(image);
    }

    private static boolean isPlain(ColorModel colours, Raster raster) {
        int type = raster.getTransferType();
        int ofColour = colours.getNumColorComponents();
        boolean whole =
                type == DataBuffer.TYPE_BYTE
                        || type == DataBuffer.TYPE_USHORT
                        || type == DataBuffer.TYPE_INT;
        return whole
                && (ofColour == 1 || ofColour == 3)
                && raster.getNumBands() == colours.getNumComponents()
                && !colours.isAlphaPremultiplied();
    }

    private static byte[] ofBands(Raster raster, ColorModel colours) {
        int width = raster.getWidth();
        int height = raster.getHeight();
        int bands = raster.getNumBands();
        boolean alpha = colours.hasAlpha();
        boolean grey = colours.getNumColorComponents() == 1;
        int[] largest = new int[bands];
        for (int b = 0; b < bands; b++) {
            largest[b] = (1 << colours.getComponentSize(b)) - 1;
        }
        byte[] samples = new byte[Math.multiplyExact(3, Math.multiplyExact(height, width))];
        int[] row = new int[width * bands];
        int to = 0;
        for (int y = 0; y < height; y++) {
            raster.getPixels(raster.getMinX(), raster.getMinY() + y, width, 1, row);
            for (int from = 0; from < row.length; from += bands) {
                int opacity = alpha ? to8(row[from + bands - 1], largest[bands - 1]) : WHITE;
                for (int c = 0; c < 3; c++) {
                    int band = grey ? 0 : c;
                    samples[to++] = overWhite(to8(row[from + band], largest[band]), opacity);
                }
            }
        }
        return samples;
    }

    private static byte[] ofPixels(BufferedImage image, IntUnaryOperator argb) {
        int width = image.getWidth();
        byte[] samples = new byte[Math.multiplyExact(3, image.getHeight() * width)];
        int[] row = new int[width];
        int to = 0;
        for (int y = 0; y < image.getHeight(); y++) {
            image.getRaster().getPixels(0, y, width, 1, row);
            for (int pixel : row) {
                to = put(argb.applyAsInt(pixel), samples, to);
            }
        }
        return samples;
    }

    private static byte[] ofArgb(BufferedImage image) {
        int width = image.getWidth();
        byte[] samples = new byte[Math.multiplyExact(3, image.getHeight() * width)];
        int to = 0;
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < width; x++) {
                to = put(image.getRGB(x, y), samples, to);
            }
        }
        return samples;
    }

    private static int put(int argb, byte[] samples, int to) {
        int opacity = argb >>> 24;
        samples[to] = overWhite(argb >> 16 & 0xff, opacity);
        samples[to + 1] = overWhite(argb >> 8 & 0xff, opacity);
        samples[to + 2] = overWhite(argb & 0xff, opacity);
        return to + 3;
    }

    private static int to8(int value, int largest) {
        return largest == 255 ? value : (int) ((value * 255L + largest / 2) / largest);
    }

    private static byte overWhite(int value, int opacity) {
        return (byte) ((value * opacity + WHITE * (255 - opacity) + 127) / 255);
    }
}
