package dev.wherefore.core.dataset;

import dev.wherefore.core.image.Size;
import java.awt.image.BufferedImage;
import java.awt.image.DataBuffer;
import java.awt.image.IndexColorModel;
import java.util.function.IntUnaryOperator;

/**
 * The colours of PASCAL VOC's masks: the bits of an index, three by three from the lowest, are the
 * highest bits of red, green and blue.
 *
 * @see <a href="http://host.robots.ox.ac.uk/pascal/VOC/voc2012/htmldoc/index.html">The PASCAL VOC
 *     2012 development kit, VOClabelcolormap</a>
 */
public final class VocPalette {

    /** How many indexes there are; 0 is the background, the last is "void". */
    public static final int COUNT = 256;

    private VocPalette() {}

    /**
     * Returns the colour of an index.
     *
     * @param index from 0 to 255
     * @return the colour as {@code 0xRRGGBB}
     */
    public static int rgb(int index) {
        int red = 0;
        int green = 0;
        int blue = 0;
        for (int place = 0; place < Byte.SIZE; place++) {
            int bits = index >> (3 * place);
            int shift = Byte.SIZE - 1 - place;
            red |= (bits & 1) << shift;
            green |= ((bits >> 1) & 1) << shift;
            blue |= ((bits >> 2) & 1) << shift;
        }
        return (red << 16) | (green << 8) | blue;
    }

    /**
     * Returns a picture of indexes.
     *
     * @param size its size
     * @param index the index, from 0 to 255, of each pixel, {@code y * width + x}
     * @return the picture, of {@link BufferedImage#TYPE_BYTE_INDEXED}
     */
    public static BufferedImage picture(Size size, IntUnaryOperator index) {
        int[] colours = new int[COUNT];
        for (int i = 0; i < COUNT; i++) {
            colours[i] = rgb(i);
        }
        IndexColorModel palette =
                new IndexColorModel(Byte.SIZE, COUNT, colours, 0, false, -1, DataBuffer.TYPE_BYTE);
        BufferedImage picture =
                new BufferedImage(
                        size.width(), size.height(), BufferedImage.TYPE_BYTE_INDEXED, palette);
        for (int i = 0; i < size.width() * size.height(); i++) {
            int sample = index.applyAsInt(i);
            picture.getRaster().setSample(i % size.width(), i / size.width(), 0, sample);
        }
        return picture;
    }
}
