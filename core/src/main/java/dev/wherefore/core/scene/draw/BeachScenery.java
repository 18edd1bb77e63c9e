package dev.wherefore.core.scene.draw;

/** A beach: the sea to the horizon, foam, sand with shells. */
final class BeachScenery implements Scenery {

    @Override
    public void paint(Canvas canvas, Ground ground, boolean dusk, Dice dice) {
        Sky sky = new Sky(canvas, ground.horizon(), dusk, dice);
        if (dice.chance(0.4)) {
            sky.hills(dice.tone(0x4f7f8a, 0x6a8f6a));
        }
        Surface surface = new Surface(canvas, ground, dusk, dice);
        surface.water(sky.haze(), dice.tone(0x2f8fbf, 0x3aa6b4, 0x3a7fb0));
        int sand = dice.tone(0xecd6a2, 0xe6cb98, 0xf0dfb8, 0xdcc296);
        surface.floor(Tone.mix(sand, 0xa98d62, 0.12), sand, 6);
        if (ground.water()) {
            foam(canvas, ground, sand, dice);
        }
        surface.road(dice.tone(0xb08d62, 0x8f8a84, 0xa9875f), Tone.darker(sand, 0.16), 0xe9d9b6, 5);
        if (dice.chance(0.5)) {
            surface.tufts(7, 0x9aa65a);
        }
        surface.dots(9, 0.9, 0xfaf0e2, 0xf0c8b8, 0xd9b48a);
        if (dice.chance(0.35)) {
            surface.stones(2, 0xa39886);
        }
    }

    private static void foam(Canvas canvas, Ground ground, int sand, Dice dice) {
        Pen pen = canvas.pen();
        double y = ground.shore();
        wave(canvas, pen, y + 2.6, Paint.glaze(Tone.darker(sand, 0.28), 0.5), dice);
        wave(canvas, pen, y, Paint.glaze(0xffffff, 0.85), dice);
    }

    private static void wave(Canvas canvas, Pen pen, double y, Paint paint, Dice dice) {
        Path edge = new Path().line(-6, y - 1.2);
        double x = -6;
        while (x < canvas.wide() + 6) {
            double step = dice.between(10, 18);
            edge.quad(x + step / 2, y + dice.between(1, 4), x + step, y - 0.2);
            x += step;
        }
        edge.line(x, y - 1.2).close();
        pen.fill(edge, paint);
    }
}
