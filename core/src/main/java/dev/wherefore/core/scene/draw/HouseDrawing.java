package dev.wherefore.core.scene.draw;

import java.util.List;

/** A house with walls of the asked-for colour: gabled, broad or tall. */
final class HouseDrawing implements Drawing {

    private static final int[] ROOFS = {0x5b4a44, 0x4a4f59, 0x6e4a3c, 0x3f4a55};

    @Override
    public List<String> poses() {
        return List.of("gabled", "broad", "tall");
    }

    @Override
    public double foot(String pose) {
        return pose.equals("broad") ? 27 : 21;
    }

    @Override
    public void draw(Pen pen, Look look) {
        int roof = look.dice().tone(ROOFS);
        int door = look.dice().tone(0x6b4a2e, 0x3c4a5a, 0x4a5a48, 0x574038);
        if (look.dice().chance(0.7)) {
            double top = look.pose().equals("broad") ? -44 : look.pose().equals("tall") ? -56 : -48;
            pen.body(Path.box(7, top, 5, 20), Tone.mix(roof, 0x8a6a5a, 0.5));
            pen.fill(Path.box(6.2, top - 1, 6.6, 2), Tone.darker(roof, 0.2));
        }
        switch (look.pose()) {
            case "broad" -> broad(pen, look, roof, door);
            case "tall" -> tall(pen, look, roof, door);
            default -> gabled(pen, look, roof, door);
        }
    }

    private static void gabled(Pen pen, Look look, int roof, int door) {
        Path walls = Path.polygon(-19, 0, -19, -27, 0, -46, 19, -27, 19, 0);
        wall(pen, walls, look.tone());
        eaves(pen, roof, 23, -23.6, -48);
        pen.fill(Path.oval(0, -33, 3.4, 3.4), 0xf4f1ea);
        pen.fill(Path.oval(0, -33, 2.4, 2.4), Parts.DARK_GLASS);
        window(pen, -15, -21, 8);
        window(pen, 7, -21, 8);
        entrance(pen, -4, door);
    }

    private static void broad(Pen pen, Look look, int roof, int door) {
        wall(pen, Path.box(-25, -28, 50, 28), look.tone());
        Path tiles = Path.polygon(-29, -26.4, -21, -40, 21, -40, 29, -26.4);
        pen.body(tiles, roof);
        pen.line(Tone.darker(roof, 0.25), 0.6, -23.4, -35.6, 23.4, -35.6);
        pen.line(Tone.darker(roof, 0.25), 0.6, -26, -31, 26, -31);
        window(pen, -21, -20, 9);
        window(pen, 2, -20, 9);
        window(pen, 14, -20, 9);
        entrance(pen, -9, door);
    }

    private static void tall(Pen pen, Look look, int roof, int door) {
        Path walls = Path.polygon(-16, 0, -16, -40, 0, -55, 16, -40, 16, 0);
        wall(pen, walls, look.tone());
        eaves(pen, roof, 19.4, -37, -57.4);
        window(pen, -12.4, -36, 8);
        window(pen, 4.4, -36, 8);
        window(pen, -12.4, -21, 8);
        window(pen, 4.4, -21, 8);
        entrance(pen, -4, door);
    }

    private static void wall(Pen pen, Path walls, int tone) {
        pen.body(walls, tone);
        pen.fill(Path.box(-15.6, -2.6, 31.2, 2.6), Tone.darker(tone, 0.34));
    }

    private static void eaves(Pen pen, int roof, double half, double low, double top) {
        Path slope =
                Path.polygon(
                        -half,
                        low,
                        0,
                        top,
                        half,
                        low,
                        half - 3.4,
                        low + 2.4,
                        0,
                        top + 5.6,
                        -half + 3.4,
                        low + 2.4);
        pen.body(slope, roof);
    }

    private static void window(Pen pen, double x, double y, double size) {
        pen.fill(Path.box(x - 0.8, y - 0.8, size + 1.6, size + 1.6), 0xf4f1ea);
        pen.fill(Path.box(x, y, size, size), Paint.down(0x3f5d74, 0x8db9cf, y, y + size));
        pen.line(0xf4f1ea, 0.8, x + size / 2, y, x + size / 2, y + size);
        pen.line(0xf4f1ea, 0.8, x, y + size / 2, x + size, y + size / 2);
    }

    private static void entrance(Pen pen, double x, int door) {
        pen.fill(Path.box(x - 0.9, -14.4, 9.8, 14.4), 0xf4f1ea);
        pen.fill(Path.box(x, -13.6, 8, 13.6), door);
        pen.fill(Path.oval(x + 6.4, -6.6, 0.7, 0.7), 0xe9c46a);
        pen.fill(Path.box(x - 2, -1.2, 12, 1.4), 0x9b968e);
    }
}
