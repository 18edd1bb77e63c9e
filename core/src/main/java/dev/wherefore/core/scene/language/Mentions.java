package dev.wherefore.core.scene.language;

import dev.wherefore.core.scene.Colour;
import dev.wherefore.core.scene.Kind;
import dev.wherefore.core.scene.Scene;
import dev.wherefore.core.scene.SceneObject;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * What can be said of the objects of a scene without doubt. An object of which a few pixels can be
 * seen, but too few to be present, makes every phrase doubtful that would speak of it.
 */
final class Mentions {

    private final List<SceneObject> seen;

    Mentions(Scene scene) {
        this.seen = scene.objects().stream().filter(o -> o.mask().area() > 0).toList();
    }

    /** The objects of which anything can be seen. */
    List<SceneObject> seen() {
        return seen;
    }

    /** Those of a sort, all of them present; nothing if one of them is in doubt. */
    Optional<List<SceneObject>> all(Predicate<SceneObject> sort) {
        List<SceneObject> found = seen.stream().filter(sort).toList();
        return found.stream().allMatch(SceneObject::present)
                ? Optional.of(found)
                : Optional.empty();
    }

    /** The objects of a kind and perhaps a colour; nothing if one of them is in doubt. */
    Optional<List<SceneObject>> all(Kind kind, Optional<Colour> colour) {
        return all(o -> o.kind() == kind && (colour.isEmpty() || o.colour().equals(colour)));
    }

    static List<Integer> indexes(List<SceneObject> objects) {
        return objects.stream().map(SceneObject::index).toList();
    }

    /** All phrases that speak of objects without doubt, the most noticeable first. */
    List<Mention> list() {
        Set<Mention> distinct = new LinkedHashSet<>();
        for (SceneObject object : seen) {
            mention(object.kind(), Optional.empty()).ifPresent(distinct::add);
            if (object.colour().isPresent()) {
                mention(object.kind(), object.colour()).ifPresent(distinct::add);
            }
        }
        List<Mention> found = new ArrayList<>(distinct);
        found.sort(Comparator.comparingDouble(Mention::weight).reversed());
        return found;
    }

    /** The phrases that speak of one object, each by as few words as tell it from the others. */
    List<Mention> singles() {
        List<Mention> singles = list().stream().filter(Mention::isSingle).toList();
        return singles.stream()
                .filter(m -> m.colour().isEmpty() || singles.stream().noneMatch(o -> plain(m, o)))
                .toList();
    }

    private static boolean plain(Mention mention, Mention other) {
        return other.colour().isEmpty() && other.sharesWith(mention);
    }

    private Optional<Mention> mention(Kind kind, Optional<Colour> colour) {
        return all(kind, colour)
                .filter(objects -> Nouns.canCount(objects.size()))
                .map(objects -> new Mention(kind, colour, objects));
    }
}
