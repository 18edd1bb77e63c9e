package dev.wherefore.core.scene;

import dev.wherefore.core.scene.draw.Canvas;
import dev.wherefore.core.scene.draw.Dice;
import dev.wherefore.core.scene.draw.Drawing;
import dev.wherefore.core.scene.draw.Drawings;
import dev.wherefore.core.scene.draw.Look;
import dev.wherefore.core.scene.draw.Pen;

/** Paints one object. */
final class ObjectPainter {

    private static final double SHADOW = 0.34;

    private ObjectPainter() {}

    /** Starts an object and paints it, after its shadow; the caller ends it. */
    static void paint(Canvas canvas, Placement placement) {
        Drawing drawing = Drawings.of(placement.kind().label());
        if (!drawing.poses().contains(placement.pose())) {
            throw new IllegalArgumentException(
                    "pose of a %s must be one of %s, found '%s'"
                            .formatted(
                                    placement.kind().label(), drawing.poses(), placement.pose()));
        }
        double scale = placement.scale();
        double foot = drawing.foot(placement.pose()) * scale;
        if (foot > 0) {
            double rise = 1.2 + foot * 0.12;
            canvas.shadow(placement.x(), placement.y(), foot * 1.25 + 1, rise, SHADOW);
        } else if (placement.kind() == Kind.BOAT) {
            canvas.shadow(placement.x(), placement.y() + 1, 17 * scale, 2.6 * scale, SHADOW * 0.8);
        }
        Dice dice = new Dice(placement.seed());
        int tone = Palette.shade(placement.colour(), dice);
        Pen pen =
                canvas.pen()
                        .at(placement.x(), placement.y())
                        .scaled(placement.mirrored() ? -scale : scale, scale);
        canvas.beginObject();
        drawing.draw(pen, new Look(placement.pose(), tone, dice));
    }
}
