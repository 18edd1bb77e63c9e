package dev.wherefore.core.scene.draw;

/** A street: a town behind, a pavement, perhaps a canal. */
final class StreetScenery implements Scenery {

    @Override
    public void paint(Canvas canvas, Ground ground, boolean dusk, Dice dice) {
        Sky sky = new Sky(canvas, ground.horizon(), dusk, dice);
        if (dice.chance(0.4)) {
            sky.hills(0x5f7f6f);
        }
        sky.skyline();
        Surface surface = new Surface(canvas, ground, dusk, dice);
        surface.water(sky.haze(), dice.tone(0x4f86a0, 0x5a8f94));
        int paving = dice.tone(0xb9b3a8, 0xa8abb0, 0xc2b29c, 0xb0a8a0);
        surface.floor(Tone.lighter(paving, 0.12), paving, 5);
        slabs(canvas, ground, paving, dice);
        if (dice.chance(0.35)) {
            int lawn = dice.tone(0x7fae5a, 0x8fb564);
            double edge = canvas.high() - dice.between(5, 13);
            surface.strip(
                    Math.max(edge, ground.roadBottom() + 4), canvas.high() + 1, Paint.solid(lawn));
        }
        surface.road(
                dice.tone(0x5c6067, 0x6a6c72, 0x54565c),
                0xd8d4cb,
                dice.tone(0xf2f0e6, 0xf0d264),
                5);
        if (dice.chance(0.5)) {
            double y = ground.shore() + 2.5;
            double step = dice.between(38, 60);
            for (double x = dice.between(4, 30); x < canvas.wide(); x += step) {
                surface.lamp(x, y);
            }
        }
        if (ground.water() || dice.chance(0.25)) {
            surface.fence(ground.shore() + 2.5, dice.tone(0x59626b, 0x7b7f84), 5);
        }
    }

    /** The joints of the paving, closer together farther away. */
    private static void slabs(Canvas canvas, Ground ground, int paving, Dice dice) {
        Pen pen = canvas.pen();
        int joint = Tone.darker(paving, 0.16);
        double middle = canvas.wide() / 2;
        double top = ground.shore();
        double depth = canvas.high() - ground.horizon();
        double step = dice.between(13, 20);
        for (double x = -2 * canvas.wide(); x < 3 * canvas.wide(); x += step) {
            double far = middle + (x - middle) * (0.3 + 0.7 * (top - ground.horizon()) / depth);
            pen.line(joint, 0.45, far, top, x, canvas.high());
        }
        for (double t = 0.12; t < 1; t += 0.08 + 0.16 * t) {
            double y = ground.horizon() + t * depth;
            if (y > top) {
                pen.line(joint, 0.45, 0, y, canvas.wide(), y);
            }
        }
    }
}
