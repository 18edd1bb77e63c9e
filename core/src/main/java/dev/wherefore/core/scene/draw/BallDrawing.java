package dev.wherefore.core.scene.draw;

import java.util.List;

/** A ball: plain, with stripes, or with spots. */
final class BallDrawing implements Drawing {

    private static final double R = 10;

    @Override
    public List<String> poses() {
        return List.of("plain", "striped", "spotted");
    }

    @Override
    public double foot(String pose) {
        return 8;
    }

    @Override
    public void draw(Pen pen, Look look) {
        Pen middle = pen.at(0, -R + 0.3);
        Path disc = Path.oval(0, 0, R, R);
        middle.fill(
                disc,
                Paint.down(Tone.lighter(look.tone(), 0.12), Tone.darker(look.tone(), 0.12), -R, R));
        Pen turned = middle.turned(look.dice().between(-0.7, 0.7));
        int pale =
                Tone.band(look.tone(), 1) > 215 && Tone.band(look.tone(), 2) > 200
                        ? 0x8d96a3
                        : 0xf6f4ee;
        if (look.pose().equals("striped")) {
            stripe(turned, pale);
        } else if (look.pose().equals("spotted")) {
            spots(turned, pale);
        } else {
            int seam = Tone.darker(look.tone(), 0.3);
            turned.bend(seam, 0.9, -9.4, -3, 0, 2.4, 9.4, -3);
            turned.bend(seam, 0.9, -2, -9.6, 2.6, 0, -2, 9.6);
        }
        middle.outline(disc, Tone.darker(look.tone(), 0.42), 0.9);
        middle.fill(crescent(), Paint.glaze(0x0a0a14, 0.2));
        middle.fill(Path.oval(-3.8, -4.6, 2.5, 1.8), Paint.glaze(0xffffff, 0.75));
    }

    private static void stripe(Pen pen, int pale) {
        Path band =
                new Path()
                        .line(-9.6, -2.4)
                        .quad(0, 1.2, 9.6, -2.4)
                        .line(9.5, 2.6)
                        .quad(0, 6.4, -9.5, 2.6)
                        .close();
        pen.fill(band, pale);
        pen.fill(Path.oval(0, -8.4, 3.4, 1.2), pale);
    }

    private static void spots(Pen pen, int pale) {
        double[][] at = {
            {0, 0, 2.6}, {-6.4, 3.4, 1.9}, {5.8, -4.2, 2}, {4.6, 6, 1.9}, {-4.6, -6, 1.9}
        };
        for (double[] spot : at) {
            pen.fill(Path.oval(spot[0], spot[1], spot[2], spot[2]), pale);
        }
    }

    private static Path crescent() {
        return new Path()
                .line(9.4, -3.4)
                .cubic(11.6, 5, 3, 12, -6, 8)
                .cubic(2, 8.6, 8.4, 4, 9.4, -3.4)
                .close();
    }
}
