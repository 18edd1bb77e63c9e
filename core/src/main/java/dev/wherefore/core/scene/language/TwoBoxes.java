package dev.wherefore.core.scene.language;

import dev.wherefore.core.image.Rectangle;
import dev.wherefore.core.scene.SceneObject;

/**
 * How the visible boxes of two objects lie to each other. {@link SceneGraph} says what the numbers
 * mean.
 */
final class TwoBoxes {

    private static final double APART = 0.1;
    private static final double OVERLAP = 0.25;
    private static final double NEAR = 0.12;
    private static final double PERHAPS_NEAR = 0.25;
    private static final double FAR = 0.35;
    private static final double STEEP = 1.5;
    private static final double BEFORE = 0.03;

    private final SceneObject a;
    private final SceneObject b;
    private final Rectangle first;
    private final Rectangle second;
    private final double width;
    private final double height;

    TwoBoxes(SceneObject a, SceneObject b) {
        this.a = a;
        this.b = b;
        this.first = a.box();
        this.second = b.box();
        this.width = a.mask().width();
        this.height = a.mask().height();
    }

    /** Whether a viewer would surely say so. */
    boolean holds(Relation relation) {
        return switch (relation) {
            case LEFT_OF -> isLeftOf();
            case ABOVE -> isAbove();
            case IN_FRONT_OF -> isInFrontOf();
            case NEXT_TO -> isNextTo();
            case RIGHT_OF, BELOW, BEHIND -> new TwoBoxes(b, a).holds(relation.converse());
        };
    }

    /** Whether a viewer might say so, though another might not. */
    boolean mayHold(Relation relation) {
        return switch (relation) {
            case LEFT_OF -> right() > 0;
            case ABOVE -> down() > 0;
            case IN_FRONT_OF -> a.depth() > b.depth() && gapAcross() < 0;
            case NEXT_TO -> gapAcross() < PERHAPS_NEAR * width && gapDown() < PERHAPS_NEAR * height;
            case RIGHT_OF, BELOW, BEHIND -> new TwoBoxes(b, a).mayHold(relation.converse());
        };
    }

    /** Whether a viewer would surely deny it. */
    boolean isExcluded(Relation relation) {
        return relation == Relation.NEXT_TO
                ? gapAcross() > FAR * width
                : holds(relation.converse());
    }

    private boolean isLeftOf() {
        return right() >= APART * width
                && right() > Math.abs(down())
                && -gapAcross() <= OVERLAP * Math.min(first.width(), second.width());
    }

    private boolean isAbove() {
        return Medium.isAir(a)
                && down() >= APART * height
                && down() > STEEP * Math.abs(right())
                && -gapDown() <= OVERLAP * Math.min(first.height(), second.height());
    }

    private boolean isInFrontOf() {
        return !Medium.isAir(a)
                && !Medium.isAir(b)
                && a.depth() > b.depth()
                && first.bottom() - second.bottom() >= BEFORE * height
                && -gapAcross() >= Math.min(first.width(), second.width()) / 2
                && gapDown() <= APART * height;
    }

    private boolean isNextTo() {
        double narrow = Math.min(first.width(), second.width());
        double low = Math.min(first.height(), second.height());
        return Medium.isAir(a) == Medium.isAir(b)
                && gapAcross() <= NEAR * width
                && -gapAcross() <= OVERLAP * narrow
                && -gapDown() >= low / 2
                && Math.abs(first.bottom() - second.bottom()) <= APART * height;
    }

    /** How far the second centre lies to the right of the first, in pixels. */
    private double right() {
        return (second.left() + second.right() - first.left() - first.right()) / 2;
    }

    /** How far the second centre lies below the first, in pixels. */
    private double down() {
        return (second.top() + second.bottom() - first.top() - first.bottom()) / 2;
    }

    /** How many columns lie between the boxes; negative where they share some. */
    private double gapAcross() {
        return Math.max(first.left(), second.left()) - Math.min(first.right(), second.right());
    }

    /** How many rows lie between the boxes; negative where they share some. */
    private double gapDown() {
        return Math.max(first.top(), second.top()) - Math.min(first.bottom(), second.bottom());
    }
}
