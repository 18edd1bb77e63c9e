package dev.wherefore.core.scene.coco;

import dev.wherefore.core.scene.Mask;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/**
 * Masks as COCO's compressed run lengths: the pixels column by column from the left, each from the
 * top, as the lengths of runs that belong to the mask and do not in turn, beginning with one that
 * does not. A length is written as groups of five bits, the lowest first, each plus 48 as a
 * character, with 32 added where more follow; from the fourth on as the difference to the last but
 * one, whose sign is the highest bit written.
 *
 * @see <a href="https://github.com/cocodataset/cocoapi/blob/master/common/maskApi.c">COCO's own
 *     program, in which the form is defined</a>
 */
public final class Rle {

    private static final int ZERO = 48;
    private static final int BITS = 5;
    private static final int MORE = 1 << BITS;
    private static final int SIGN = MORE >> 1;

    private Rle() {}

    /**
     * Returns the text of a mask.
     *
     * @param mask the mask
     * @return its compressed run lengths
     */
    public static String encode(Mask mask) {
        List<Integer> runs = runs(mask);
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < runs.size(); i++) {
            int rest = runs.get(i) - (i > 2 ? runs.get(i - 2) : 0);
            boolean more = true;
            while (more) {
                int group = rest & (MORE - 1);
                rest >>= BITS;
                more = (group & SIGN) == 0 ? rest != 0 : rest != -1;
                text.append((char) (ZERO + group + (more ? MORE : 0)));
            }
        }
        return text.toString();
    }

    private static List<Integer> runs(Mask mask) {
        List<Integer> runs = new ArrayList<>();
        boolean inside = false;
        int length = 0;
        for (int x = 0; x < mask.width(); x++) {
            for (int y = 0; y < mask.height(); y++) {
                if (mask.contains(x, y) != inside) {
                    runs.add(length);
                    length = 0;
                    inside = !inside;
                }
                length++;
            }
        }
        runs.add(length);
        return runs;
    }

    /**
     * Returns the mask of a text.
     *
     * @param text compressed run lengths
     * @param width the picture's width in pixels, at least 1
     * @param height the picture's height in pixels, at least 1
     * @return the mask
     * @throws IllegalArgumentException if it is not the text of a mask of this size; with a few
     *     words that say why
     */
    public static Mask decode(String text, int width, int height) {
        return decode(lengths(text), width, height);
    }

    /**
     * Returns the mask of run lengths that are not compressed.
     *
     * @param runs the lengths, the first of a run that does not belong to the mask
     * @param width the picture's width in pixels, at least 1
     * @param height the picture's height in pixels, at least 1
     * @return the mask
     * @throws IllegalArgumentException if they are not those of a mask of this size; with a few
     *     words that say why
     */
    public static Mask decode(List<Integer> runs, int width, int height) {
        BitSet pixels = new BitSet(width * height);
        int at = 0;
        for (int i = 0; i < runs.size(); i++) {
            int end = at + runs.get(i);
            if (end < at || end > width * height) {
                throw new IllegalArgumentException("its runs leave the picture");
            }
            for (int n = at; i % 2 == 1 && n < end; n++) {
                pixels.set(n % height * width + n / height);
            }
            at = end;
        }
        if (at != width * height) {
            throw new IllegalArgumentException(
                    "its runs have %d of %d pixels".formatted(at, width * height));
        }
        return Mask.of(width, height, pixels);
    }

    private static List<Integer> lengths(String text) {
        List<Integer> runs = new ArrayList<>();
        int value = 0;
        int shift = 0;
        for (int i = 0; i < text.length(); i++) {
            int group = text.charAt(i) - ZERO;
            if (group < 0 || group >= 2 * MORE || shift > Integer.SIZE - BITS) {
                throw new IllegalArgumentException("its character " + (i + 1) + " is wrong");
            }
            value |= (group & (MORE - 1)) << shift;
            shift += BITS;
            if ((group & MORE) == 0) {
                value = (group & SIGN) == 0 ? value : value | -1 << shift;
                runs.add(value + (runs.size() > 2 ? runs.get(runs.size() - 2) : 0));
                value = 0;
                shift = 0;
            }
        }
        if (shift > 0) {
            throw new IllegalArgumentException("it is cut off");
        }
        return runs;
    }
}
