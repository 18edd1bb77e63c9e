package dev.wherefore.core.scene.language;

import dev.wherefore.core.scene.Scene;
import dev.wherefore.core.scene.SceneObject;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * How the present objects of a scene lie to each other, by the boxes of their visible pixels. What
 * a viewer might dispute is not stated, and neither is its contrary.
 *
 * <ul>
 *   <li><b>left of</b>: its centre lies to the left by a tenth of the picture's width or more, and
 *       by more than it lies higher or lower; the boxes share at most a quarter of the narrower
 *       one's width. <b>Right of</b> is the same the other way round.
 *   <li><b>above</b>: it is in the air (a kite, or what has the pose {@code "flying"} or {@code
 *       "gliding"}); its centre lies higher by a tenth of the picture's height or more, and by more
 *       than it lies aside; the boxes share at most a quarter of the lower one's height.
 *       <b>Below</b> is the same the other way round. What stands on the ground is never above:
 *       higher up in the picture is farther away.
 *   <li><b>in front of</b>: both stand on the ground; it is nearer in the order of painting; its
 *       box ends lower by 3 % of the picture's height or more, shares half of the narrower one's
 *       width or more, and leaves at most a tenth of the picture's height free between the two.
 *       <b>Behind</b> is the same the other way round.
 *   <li><b>next to</b>: both stand on the ground, or both are in the air; between the boxes there
 *       is at most 12 % of the picture's width, or they share at most a quarter of the narrower
 *       one's width; they share half of the lower one's height or more, and end at the same height
 *       within a tenth of the picture's.
 * </ul>
 */
public final class SceneGraph {

    private final Scene scene;
    private final Set<Relationship> relationships;

    private SceneGraph(Scene scene, Set<Relationship> relationships) {
        this.scene = scene;
        this.relationships = relationships;
    }

    /**
     * Returns a scene's graph.
     *
     * @param scene the scene
     * @return how its present objects lie to each other
     */
    public static SceneGraph of(Scene scene) {
        Set<Relationship> found = new LinkedHashSet<>();
        for (SceneObject a : scene.present()) {
            for (SceneObject b : scene.present()) {
                for (Relation relation : Relation.values()) {
                    if (a.index() != b.index() && new TwoBoxes(a, b).holds(relation)) {
                        found.add(new Relationship(relation, a.index(), b.index()));
                    }
                }
            }
        }
        return new SceneGraph(scene, found);
    }

    /**
     * Returns all that holds, each relationship with its converse.
     *
     * @return the relationships, by the index of the subject, then of the object
     */
    public List<Relationship> relationships() {
        return List.copyOf(relationships);
    }

    /**
     * Returns whether something holds.
     *
     * @param relation how the one lies to the other
     * @param subject the index of the one
     * @param object the index of the other
     * @return whether it surely does
     */
    public boolean holds(Relation relation, int subject, int object) {
        return relationships.contains(new Relationship(relation, subject, object));
    }

    /**
     * Returns whether something is surely not so: the contrary holds, or, for {@link
     * Relation#NEXT_TO}, more than 35 % of the picture's width lies between the boxes.
     *
     * @param relation how the one would lie to the other
     * @param subject the index of the one
     * @param object the index of the other
     * @return whether a viewer would deny it
     */
    public boolean isExcluded(Relation relation, int subject, int object) {
        return boxes(subject, object).isExcluded(relation);
    }

    /** Whether a viewer might say so of two objects of which something can be seen. */
    boolean mayHold(Relation relation, int subject, int object) {
        return boxes(subject, object).mayHold(relation);
    }

    private TwoBoxes boxes(int subject, int object) {
        return new TwoBoxes(scene.objects().get(subject), scene.objects().get(object));
    }
}
