package dev.wherefore.core.scene.draw;

/** A park: hills or a far town, a lawn with flowers, perhaps a pond. */
final class ParkScenery implements Scenery {

    @Override
    public void paint(Canvas canvas, Ground ground, boolean dusk, Dice dice) {
        Sky sky = new Sky(canvas, ground.horizon(), dusk, dice);
        if (dice.chance(0.3)) {
            sky.skyline();
        }
        sky.hills(dice.tone(0x4f8a5a, 0x5f9a4f, 0x3f7a5f));
        Surface surface = new Surface(canvas, ground, dusk, dice);
        surface.water(sky.haze(), dice.tone(0x4a92b4, 0x5aa0a8));
        int lawn = dice.tone(0x86b857, 0x79ae5b, 0x9abf5e, 0x6fa65a);
        surface.floor(Tone.lighter(lawn, 0.2), Tone.darker(lawn, 0.1), 9);
        mowing(canvas, ground, dice);
        surface.road(dice.tone(0xcdb58c, 0xb9a58a, 0x8a8680), Tone.darker(lawn, 0.14), 0xe8dcc0, 6);
        if (dice.chance(0.35)) {
            surface.fence(ground.shore() + 3, dice.tone(0xf0ede4, 0x9a7850), 6);
        }
        surface.tufts(14, Tone.darker(lawn, 0.25));
        if (dice.chance(0.6)) {
            surface.dots(12, 1.1, 0xfaf6ea, 0xf5d95a, 0xe98aa8, 0xc9a0e0);
        }
        if (dice.chance(0.3)) {
            surface.stones(2, 0x9a9a98);
        }
    }

    /** Pale stripes of a mown lawn. */
    private static void mowing(Canvas canvas, Ground ground, Dice dice) {
        if (!dice.chance(0.4)) {
            return;
        }
        Pen pen = canvas.pen();
        double middle = dice.between(0.2, 0.8) * canvas.wide();
        double top = ground.shore();
        for (double x = -2 * canvas.wide(); x < 3 * canvas.wide(); x += 36) {
            double far = middle + (x - middle) * 0.35;
            Path stripe =
                    Path.polygon(
                            far,
                            top,
                            far + 6.3,
                            top,
                            x + 18,
                            canvas.high() + 1,
                            x,
                            canvas.high() + 1);
            pen.fill(stripe, Paint.glaze(0xffffff, 0.09));
        }
    }
}
