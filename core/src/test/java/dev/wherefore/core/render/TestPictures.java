package dev.wherefore.core.render;

import java.awt.image.BufferedImage;

/** Small pictures for tests. */
final class TestPictures {

    private TestPictures() {}

    /** Returns a picture of one colour. */
    static BufferedImage plain(int height, int width, int rgb) {
        BufferedImage picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                picture.setRGB(x, y, rgb);
            }
        }
        return picture;
    }

    /** Returns a picture of the given colours. */
    static BufferedImage of(int height, int width, int... rgb) {
        BufferedImage picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        picture.setRGB(0, 0, width, height, rgb, 0, width);
        return picture;
    }

    /** Returns all colours {@code 0xRRGGBB}, row by row. */
    static int[] colors(BufferedImage picture) {
        int width = picture.getWidth();
        int height = picture.getHeight();
        int[] colors = picture.getRGB(0, 0, width, height, null, 0, width);
        for (int i = 0; i < colors.length; i++) {
            colors[i] &= 0xffffff;
        }
        return colors;
    }
}
