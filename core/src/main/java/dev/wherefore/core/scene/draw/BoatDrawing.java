package dev.wherefore.core.scene.draw;

import java.util.List;

/** A boat on the water: with sails, with an engine, or with oars. */
final class BoatDrawing implements Drawing {

    @Override
    public List<String> poses() {
        return List.of("sailing", "motor", "rowing");
    }

    @Override
    public double foot(String pose) {
        return 0;
    }

    @Override
    public void draw(Pen pen, Look look) {
        switch (look.pose()) {
            case "sailing" -> sails(pen, look);
            case "motor" -> cabin(pen);
            default -> thwarts(pen);
        }
        Path hull =
                new Path()
                        .line(-20, -9.4)
                        .line(21.5, -10.4)
                        .cubic(19, -3, 14, 0.6, 9, 0.6)
                        .line(-13, 0.6)
                        .cubic(-17.5, 0.4, -19.6, -4, -20, -9.4)
                        .close();
        pen.body(hull, look.tone());
        pen.line(Tone.lighter(look.tone(), 0.65), 1.5, -19, -7.6, 19.4, -8.4);
        if (look.pose().equals("rowing")) {
            pen.line(0xb98a52, 1.4, 2, -12.6, -8, 1);
            pen.fill(Path.oval(-8.6, 1, 1.6, 2.6), 0xb98a52);
        } else {
            pen.fill(Path.oval(-8, -4, 1.3, 1.3), Parts.GLASS);
            pen.fill(Path.oval(-2, -4, 1.3, 1.3), Parts.GLASS);
            pen.fill(Path.oval(4, -4, 1.3, 1.3), Parts.GLASS);
        }
    }

    private static void sails(Pen pen, Look look) {
        pen.line(0x7a5636, 1.5, 1, -9, 1, -44);
        int cloth = look.dice().tone(0xfaf7ee, 0xf3ead6, 0xffffff);
        Path main = new Path().line(-0.6, -42).quad(-12, -26, -17, -13.4).line(-0.6, -13.4).close();
        pen.fill(main, Paint.across(Tone.darker(cloth, 0.14), cloth, -15, -1));
        pen.outline(main, 0x8a8578, 0.7);
        Path jib =
                new Path().line(2.6, -40).quad(11, -26, 18, -13.4).quad(9, -15, 2.6, -13.4).close();
        pen.fill(jib, Paint.across(cloth, Tone.darker(cloth, 0.12), 3, 18));
        pen.outline(jib, 0x8a8578, 0.7);
        pen.line(Tone.mix(look.tone(), cloth, 0.2), 1.6, -11.6, -23, -0.8, -23);
    }

    private static void cabin(Pen pen) {
        Path house = Path.polygon(-12, -9, -11, -20, 5, -20, 10.4, -9);
        pen.body(house, 0xf1efe8);
        pen.fill(Path.round(-12.4, -21.6, 19, 2.2, 0.8), 0xd8d4c9);
        Parts.pane(pen, -9.4, -18, 5.6, 5);
        Parts.pane(pen, -2.6, -18, 5.6, 5);
        pen.line(Parts.STEEL, 0.8, 12, -10, 12, -15, 20, -15, 20.6, -10);
        pen.line(Parts.IRON, 1, -8, -21, -8, -28);
        pen.fill(Path.box(-20.6, -13, 4, 6.6), Parts.IRON);
    }

    private static void thwarts(Pen pen) {
        pen.fill(new Path().line(-19.4, -9).quad(0, -14.6, 20.8, -10).close(), 0x6d4c30);
        pen.line(0xc79a62, 1.6, -9, -11, -4.6, -11.2);
        pen.line(0xc79a62, 1.6, 6, -11.4, 10, -11.4);
        pen.line(0x8a6236, 1.2, -4, -10, -9, -16.6);
    }
}
