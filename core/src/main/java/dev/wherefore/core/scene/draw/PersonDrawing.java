package dev.wherefore.core.scene.draw;

import java.util.List;

/** A person who stands, walks or waves, in a shirt of the asked-for colour. */
final class PersonDrawing implements Drawing {

    private static final int[] SKIN = {0xf3c9a5, 0xe0a878, 0xb97b4f, 0x8a5a3a, 0xf7d7bd};
    private static final int[] HAIR = {0x2b2220, 0x53341f, 0x8a5a2c, 0xd2a659, 0x6e6a68, 0x9a4a22};
    private static final int[] TROUSERS = {0x2e3b55, 0x3b3f46, 0x6d6455, 0x4a4038};

    @Override
    public List<String> poses() {
        return List.of("standing", "walking", "waving");
    }

    @Override
    public double foot(String pose) {
        return pose.equals("walking") ? 9 : 7;
    }

    @Override
    public void draw(Pen pen, Look look) {
        Dice dice = look.dice();
        int skin = dice.tone(SKIN);
        int hair = dice.tone(HAIR);
        int trousers = dice.tone(TROUSERS);
        boolean skirt = dice.chance(0.3);
        boolean walking = look.pose().equals("walking");
        int sleeve = Tone.darker(look.tone(), 0.16);
        arm(
                pen,
                sleeve,
                skin,
                walking
                        ? new double[] {3.4, -33, 7.5, -28.5, 9, -22.5}
                        : new double[] {5, -33, 7.4, -27.5, 7, -21.4});
        legs(pen, walking, skirt ? skin : trousers);
        if (skirt) {
            Path cloth = Path.polygon(-4.6, -22, 4.6, -22, 7, -12, -7, -12);
            pen.body(cloth, trousers);
        }
        Path shirt =
                new Path()
                        .line(-5.4, -34)
                        .quad(-5, -36.4, -2, -36.8)
                        .line(2, -36.8)
                        .quad(5, -36.4, 5.4, -34)
                        .line(5.2, -19.6)
                        .line(-5.2, -19.6)
                        .close();
        pen.fill(Path.box(-1.5, -39, 3, 4), Tone.darker(skin, 0.12));
        pen.body(shirt, look.tone());
        if (look.pose().equals("waving")) {
            arm(pen, look.tone(), skin, -4.6, -34, -9.4, -38, -10.6, -46);
        } else {
            double reach = walking ? -8.4 : -6.8;
            arm(pen, look.tone(), skin, -4.4, -33.4, reach, -28, walking ? -8 : -6.4, -21.4);
        }
        head(pen.at(0, -42.6), skin, hair, dice.below(4));
    }

    private static void legs(Pen pen, boolean walking, int tone) {
        double[] near =
                walking
                        ? new double[] {-1.4, -20, -4, -11, -7.4, -1.8}
                        : new double[] {-2.6, -20, -2.9, -10, -2.9, -1.6};
        double[] far =
                walking
                        ? new double[] {1.6, -20, 5, -11, 6, -1.8}
                        : new double[] {2.6, -20, 2.9, -10, 2.9, -1.6};
        pen.line(Tone.darker(tone, 0.22), 4.4, far);
        pen.line(0x2b2523, 2.8, far[4], -1.5, far[4] + 3, -1.5);
        pen.line(tone, 4.4, near);
        pen.line(0x2b2523, 2.8, near[4], -1.5, near[4] + 3, -1.5);
    }

    private static void arm(Pen pen, int sleeve, int skin, double... at) {
        pen.line(Tone.darker(sleeve, 0.4), 4.4, at[0], at[1], at[2], at[3]);
        pen.line(skin, 2.6, at[2], at[3], at[4], at[5]);
        pen.line(sleeve, 3.4, at[0], at[1], at[2], at[3]);
        pen.fill(Path.oval(at[4], at[5], 1.7, 1.7), skin);
    }

    private static void head(Pen pen, int skin, int hair, int style) {
        if (style == 0) {
            pen.fill(Path.round(-5.6, -5, 10, 12.4, 3.6), hair);
        } else if (style == 1) {
            pen.fill(Path.oval(-3.4, -5.6, 2.9, 2.9), hair);
        }
        pen.fill(Path.oval(0, 0, 4.6, 5), skin);
        pen.outline(Path.oval(0, 0, 4.6, 5), Tone.darker(skin, 0.35), 0.5);
        Path cap =
                new Path()
                        .line(-5, 0.6)
                        .cubic(-6, -7.6, 5.6, -8, 5, -1.4)
                        .quad(1.6, -1.8, 0.4, -3.4)
                        .quad(-2.4, -1, -3.4, 1)
                        .close();
        pen.fill(cap, hair);
        if (style == 2) {
            pen.fill(
                    new Path()
                            .line(-0.6, 2.6)
                            .line(4.5, 0.8)
                            .cubic(4.6, 5.6, 1, 6, -1.6, 4.4)
                            .close(),
                    hair);
        }
        pen.fill(Path.oval(1.2, 0, 0.65, 0.8), Parts.EYE);
        pen.fill(Path.oval(3.6, 0, 0.6, 0.8), Parts.EYE);
        pen.bend(0x9c4a43, 0.6, 1.2, 2.6, 2.4, 3.5, 3.6, 2.6);
    }
}
