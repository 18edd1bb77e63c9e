package dev.wherefore.core.scene.draw;

/** Parts that several drawings share. */
final class Parts {

    static final int TYRE = 0x2b2d33;
    static final int IRON = 0x3a3f47;
    static final int STEEL = 0xaab2bb;
    static final int GLASS = 0xa9cfe2;
    static final int DARK_GLASS = 0x4f6b80;
    static final int EYE = 0x1c1a1d;

    private Parts() {}

    /** Draws a wheel of a car or bus. */
    static void wheel(Pen pen, double x, double y, double radius) {
        pen.fill(Path.oval(x, y, radius, radius), TYRE);
        pen.fill(
                Path.oval(x, y, radius * 0.55, radius * 0.55),
                Paint.down(0xd5dade, 0x9aa1a9, y - 2, y + 2));
        pen.fill(Path.oval(x, y, radius * 0.2, radius * 0.2), 0x5b6068);
    }

    /** Draws a pane with a gleam. */
    static void pane(Pen pen, double x, double y, double width, double height) {
        pen.fill(
                Path.round(x, y, width, height, 1.2),
                Paint.down(0x5d7f97, 0x9cc6da, y, y + height));
        double lean = Math.min(width, height) * 0.4;
        pen.fill(
                Path.polygon(
                        x + width * 0.45,
                        y,
                        x + width * 0.7,
                        y,
                        x + width * 0.7 - lean,
                        y + height,
                        x + width * 0.45 - lean,
                        y + height),
                Paint.glaze(0xffffff, 0.28));
    }

    /** Draws an animal's eye. */
    static void eye(Pen pen, double x, double y, double radius) {
        pen.fill(Path.oval(x, y, radius, radius), EYE);
        pen.fill(
                Path.oval(x + radius * 0.3, y - radius * 0.35, radius * 0.35, radius * 0.35),
                0xffffff);
    }
}
