package dev.wherefore.classification.diagnose;

import dev.wherefore.core.scene.Mask;
import dev.wherefore.core.scene.Scene;
import dev.wherefore.core.scene.SceneObject;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What channels can be named for: kinds of things, and things of a colour. */
final class Concepts {

    private Concepts() {}

    /** Where a scene shows each concept; only those of which something is seen. */
    static Map<String, Mask> in(Scene scene) {
        Map<String, List<SceneObject>> objects =
                scene.objects().stream()
                        .filter(object -> object.mask().area() > 0)
                        .flatMap(object -> names(object).map(name -> Map.entry(name, object)))
                        .collect(
                                Collectors.groupingBy(
                                        Map.Entry::getKey,
                                        TreeMap::new,
                                        Collectors.mapping(
                                                Map.Entry::getValue, Collectors.toList())));
        Map<String, Mask> masks = new TreeMap<>();
        objects.forEach(
                (name, own) ->
                        masks.put(name, Mask.union(own.stream().map(SceneObject::mask).toList())));
        return masks;
    }

    private static Stream<String> names(SceneObject object) {
        return Stream.concat(
                Stream.of(object.kind().label()),
                object.colour().stream().map(colour -> colour.label() + " thing"));
    }
}
