package dev.wherefore.core.image;

/** What is done to a picture's size before a network sees it. */
public sealed interface Resize {

    /**
     * Returns what this way is called in a configuration.
     *
     * @return the name, lower case with dashes
     */
    String configName();

    /**
     * Returns where the whole picture comes to lie.
     *
     * @param picture the picture's size
     * @return its place in what the network sees, before any crop
     */
    Placement place(Size picture);

    /**
     * The shorter side gets a length; the longer one follows, rounded down, as torchvision's {@code
     * Resize(size)} does.
     *
     * @param size the new length of the shorter side, at least 1
     */
    record ShorterSide(int size) implements Resize {

        /** Checks the size. */
        public ShorterSide {
            if (size < 1) {
                throw new IllegalArgumentException("size must be at least 1, found " + size);
            }
        }

        @Override
        public String configName() {
            return "shorter-side";
        }

        @Override
        public Placement place(Size picture) {
            boolean upright = picture.width() <= picture.height();
            int shorter = upright ? picture.width() : picture.height();
            int longer = upright ? picture.height() : picture.width();
            int newLonger = Math.toIntExact((long) size * longer / shorter);
            return Placement.filling(
                    upright ? new Size(newLonger, size) : new Size(size, newLonger));
        }
    }

    /**
     * Both sides get a length, whatever becomes of the proportions.
     *
     * @param height the new height, at least 1
     * @param width the new width, at least 1
     */
    record Squash(int height, int width) implements Resize {

        /** Checks the size. */
        public Squash {
            new Size(height, width);
        }

        @Override
        public String configName() {
            return "squash";
        }

        @Override
        public Placement place(Size picture) {
            return Placement.filling(new Size(height, width));
        }
    }

    /**
     * The whole picture is put in the middle of a canvas, as large as fits with its proportions
     * kept; a border of one colour fills the rest.
     *
     * @param height the canvas's height, at least 1
     * @param width the canvas's width, at least 1
     * @param fill the border's colour, {@code 0xRRGGBB}
     */
    record Letterbox(int height, int width, int fill) implements Resize {

        /** Checks the size and the colour. */
        public Letterbox {
            new Size(height, width);
            if (fill < 0 || fill > 0xffffff) {
                throw new IllegalArgumentException(
                        "fill must be a colour from 0x000000 to 0xffffff, found 0x%x"
                                .formatted(fill));
            }
        }

        @Override
        public String configName() {
            return "letterbox";
        }

        @Override
        public Placement place(Size picture) {
            double scale =
                    Math.min((double) height / picture.height(), (double) width / picture.width());
            Size resized =
                    new Size(
                            (int) Math.max(1, Math.round(picture.height() * scale)),
                            (int) Math.max(1, Math.round(picture.width() * scale)));
            return new Placement(
                    resized,
                    (height - resized.height()) / 2,
                    (width - resized.width()) / 2,
                    new Size(height, width),
                    fill);
        }
    }

    /** The picture stays as large as it is. */
    record None() implements Resize {

        @Override
        public String configName() {
            return "none";
        }

        @Override
        public Placement place(Size picture) {
            return Placement.filling(picture);
        }
    }
}
