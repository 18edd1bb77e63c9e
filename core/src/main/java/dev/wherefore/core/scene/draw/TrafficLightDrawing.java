package dev.wherefore.core.scene.draw;

import java.util.List;

/** A traffic light on a post, with one of three lights on. */
final class TrafficLightDrawing implements Drawing {

    private static final int[] LIT = {0xff3b30, 0xffb718, 0x2fd35a};
    private static final int[] UNLIT = {0x4c1d1d, 0x4f3d17, 0x17412a};

    @Override
    public List<String> poses() {
        return List.of("red-lit", "amber-lit", "green-lit");
    }

    @Override
    public double foot(String pose) {
        return 5;
    }

    @Override
    public void draw(Pen pen, Look look) {
        pen.fill(Path.box(-1.4, -26, 2.8, 26), Paint.across(0x7b828b, 0x474c54, -1.4, 1.4));
        pen.body(Path.round(-3.6, -2.6, 7.2, 2.6, 0.8), 0x565c64);
        int housing = look.dice().tone(0x2c3036, 0x2c3036, 0x3b4038, 0x33302c);
        Path box = Path.round(-6.6, -49, 13.2, 27, 2.6);
        pen.body(box, housing);
        pen.outline(box, 0x15171a, 0.8);
        int lit = poses().indexOf(look.pose());
        for (int i = 0; i < 3; i++) {
            double y = -44.4 + i * 8.4;
            if (i == lit) {
                pen.fill(Path.oval(0, y, 4.6, 4.4), Paint.glaze(LIT[i], 0.35));
            }
            pen.fill(Path.oval(0, y, 3.5, 3.5), i == lit ? LIT[i] : UNLIT[i]);
            pen.fill(Path.oval(-1, y - 1.1, 1, 0.9), Paint.glaze(0xffffff, i == lit ? 0.75 : 0.22));
            Path hood =
                    new Path()
                            .line(-4.6, y - 0.6)
                            .cubic(-4.6, y - 6.2, 4.6, y - 6.2, 4.6, y - 0.6)
                            .quad(3.4, y - 3.8, 0, y - 3.9)
                            .quad(-3.4, y - 3.8, -4.6, y - 0.6)
                            .close();
            pen.fill(hood, 0x191b1f);
        }
    }
}
