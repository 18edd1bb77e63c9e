package dev.wherefore.core.scene.draw;

import java.util.List;

/** A car with a boot, without one, or with a flat bed. */
final class CarDrawing implements Drawing {

    @Override
    public List<String> poses() {
        return List.of("saloon", "hatchback", "pick-up");
    }

    @Override
    public double foot(String pose) {
        return 23;
    }

    @Override
    public void draw(Pen pen, Look look) {
        cabin(pen, look);
        Path body =
                new Path()
                        .line(-23, -5)
                        .quad(-23.5, -11, -21, -12)
                        .line(9, -12.4)
                        .cubic(16, -12, 22, -11, 22.8, -8.5)
                        .quad(23.8, -5, 22, -3)
                        .line(-21.5, -3)
                        .quad(-23, -3, -23, -5)
                        .close();
        pen.body(body, look.tone());
        pen.fill(Path.round(-22, -5.2, 44, 2.2, 1), Tone.darker(look.tone(), 0.45));
        pen.fill(Path.oval(21, -8.6, 1.7, 1.5), 0xfff3c4);
        pen.fill(Path.round(-23.2, -10.4, 1.8, 3, 0.8), 0xa9302c);
        pen.line(Tone.darker(look.tone(), 0.35), 0.7, 1.5, -12, 1, -5);
        pen.line(Tone.darker(look.tone(), 0.35), 0.9, -3, -9.6, -0.5, -9.6);
        for (double x : new double[] {-13.5, 13}) {
            pen.fill(Path.oval(x, -4.4, 5.6, 5.2), Tone.darker(look.tone(), 0.6));
            Parts.wheel(pen, x, -4.2, 4.5);
        }
    }

    private static void cabin(Pen pen, Look look) {
        boolean pickup = look.pose().equals("pick-up");
        double back = pickup ? -6 : look.pose().equals("saloon") ? -14 : -21;
        double roof = pickup ? -3 : back + (look.pose().equals("saloon") ? 6 : 2.5);
        Path cabin =
                new Path()
                        .line(back, -11)
                        .quad(roof - 2.5, -20.5, roof + 1, -20.8)
                        .line(4, -20.8)
                        .quad(7.5, -20, 13, -11)
                        .close();
        pen.body(cabin, look.tone());
        double middle = pickup ? 3 : -2.5;
        if (!pickup) {
            Path rear =
                    Path.polygon(
                            back + 3.2,
                            -12.6,
                            roof + 0.6,
                            -19,
                            middle - 0.8,
                            -19,
                            middle - 0.8,
                            -12.6);
            pen.fill(rear, Paint.down(0x5d7f97, 0x9cc6da, -19, -12));
        } else {
            pen.fill(Path.box(-2.8, -19, 4.6, 6.4), Paint.down(0x5d7f97, 0x9cc6da, -19, -12));
        }
        Path front = Path.polygon(middle + 0.8, -12.6, middle + 0.8, -19, 4, -19, 10, -12.6);
        pen.fill(front, Paint.down(0x5d7f97, 0x9cc6da, -19, -12));
        pen.line(0xd8ecf5, 0.7, middle + 3.6, -13.2, middle + 5.4, -18.4);
    }
}
