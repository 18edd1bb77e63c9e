package dev.wherefore.core.evaluate;

import dev.wherefore.core.dataset.Contents;
import dev.wherefore.core.metric.Truth;
import dev.wherefore.core.scene.Kind;
import dev.wherefore.core.scene.Scene;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a drawn scene shows: its kinds.
 *
 * @param scene the scene
 */
record SceneContents(Scene scene) implements Contents {

    @Override
    public Set<String> labels() {
        return Stream.of(Kind.values())
                .filter(kind -> Truth.of(scene, kind).isPresent())
                .map(Kind::label)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    @Override
    public Optional<Truth> truth(String label) {
        return Stream.of(Kind.values())
                .filter(kind -> kind.label().equals(label))
                .findFirst()
                .flatMap(kind -> Truth.of(scene, kind));
    }

    @Override
    public boolean isOutlined() {
        return true;
    }
}
