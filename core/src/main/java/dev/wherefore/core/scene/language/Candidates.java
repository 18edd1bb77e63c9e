package dev.wherefore.core.scene.language;

import dev.wherefore.core.scene.SceneObject;
import java.util.List;

/**
 * The objects that a phrase may speak of.
 *
 * @param said the phrase
 * @param ofKind those of its kind: for a number only those that are present, as only these are
 *     counted; for an article all of which anything can be seen
 * @param fitting those of them that have its colour too; all, if it says none
 */
record Candidates(SaidObjects said, List<SceneObject> ofKind, List<SceneObject> fitting) {

    static Candidates of(SaidObjects said, List<SceneObject> seen) {
        List<SceneObject> ofKind =
                seen.stream()
                        .filter(o -> o.kind() == said.kind())
                        .filter(o -> said.isSingle() || o.present())
                        .toList();
        return new Candidates(
                said, ofKind, ofKind.stream().filter(o -> hasColour(said, o)).toList());
    }

    static boolean hasColour(SaidObjects said, SceneObject object) {
        return said.colour().isEmpty() || object.colour().equals(said.colour());
    }

    /** Whether there are as many of the kind: with a colour there may be others in another. */
    boolean exist() {
        boolean othersToo = said.isSingle() || said.colour().isPresent();
        return othersToo ? ofKind.size() >= said.count() : ofKind.size() == said.count();
    }

    /** Whether there are as many of the colour. */
    boolean haveColour() {
        return said.isSingle() ? !fitting.isEmpty() : fitting.size() == said.count();
    }

    /** What the phrase may mean: any one that fits, or all that fit; nothing if none fits. */
    List<List<SceneObject>> readings() {
        if (said.isSingle()) {
            return fitting.stream().map(List::of).toList();
        }
        return fitting.isEmpty() ? List.of() : List.of(fitting);
    }
}
