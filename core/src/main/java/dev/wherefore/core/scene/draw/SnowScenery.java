package dev.wherefore.core.scene.draw;

/** A winter's day: mountains or hills, snow with blue hollows, perhaps a dark lake. */
final class SnowScenery implements Scenery {

    @Override
    public void paint(Canvas canvas, Ground ground, boolean dusk, Dice dice) {
        Sky sky = new Sky(canvas, ground.horizon(), dusk, dice);
        double kind = dice.between(0, 1);
        if (kind < 0.5) {
            sky.mountains(0x6a7f9a);
        } else if (kind < 0.8) {
            sky.hills(0xb4c4d6);
        } else {
            sky.skyline();
        }
        Surface surface = new Surface(canvas, ground, dusk, dice);
        surface.water(sky.haze(), dice.tone(0x4a7390, 0x3f6a86));
        int snow = dice.tone(0xdfe9f2, 0xe6edf2, 0xd6e2ee);
        surface.floor(Tone.mix(snow, 0xa9bfd8, 0.25), snow, 6);
        drifts(canvas, ground, dice);
        surface.road(dice.tone(0x9aa3ad, 0x868c94, 0xb4bcc6), 0xf2f6fa, 0xe8eef4, 6);
        if (dice.chance(0.35)) {
            surface.fence(ground.shore() + 3, dice.tone(0x7a6248, 0x5f564e), 6);
        }
        if (dice.chance(0.5)) {
            surface.tufts(6, 0x9a8f6a);
        }
        if (dice.chance(0.4)) {
            surface.stones(3, 0x8b929b);
        }
    }

    private static void drifts(Canvas canvas, Ground ground, Dice dice) {
        Pen pen = canvas.pen();
        for (int i = 0; i < 6; i++) {
            double x = dice.between(-10, canvas.wide());
            double y = dice.between(ground.shore() + 3, canvas.high());
            double half = dice.between(10, 26);
            Path drift =
                    new Path()
                            .line(x - half, y)
                            .quad(x, y - 5, x + half, y)
                            .quad(x, y - 1.6, x - half, y)
                            .close();
            pen.fill(drift, Paint.glaze(i % 2 == 0 ? 0xffffff : 0xa9bfd9, 0.5));
        }
    }
}
