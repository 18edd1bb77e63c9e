package dev.wherefore.classification;

import dev.wherefore.core.experiment.config.ConfigPlaces;
import dev.wherefore.core.target.Labels;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Finds the classes that a config's targets speak of; what is not there is refused at its key. */
final class TargetResolver {

    private final ConfigPlaces places;
    private final Labels labels;
    private final int classes;

    TargetResolver(ConfigPlaces places, Labels labels, int classes) {
        this.places = places;
        this.labels = labels;
        this.classes = classes;
    }

    /** The targets in order; {@code top: 3} makes three of one. */
    List<ClassificationTarget> resolve(List<TargetConfig> written) {
        List<ClassificationTarget> targets = new ArrayList<>();
        for (int i = 0; i < written.size(); i++) {
            TargetConfig target = written.get(i);
            String key = "targets." + i;
            OptionalInt insteadOf = find(target.insteadOf(), key + ".instead-of");
            OptionalInt index = find(target.named(), key + ".class");
            int count = target.top().orElse(1);
            if (count > classes) {
                throw places.error(key + ".top", "the network has only " + classes + " classes");
            }
            for (int rank = 0; rank < count; rank++) {
                targets.add(
                        new ClassificationTarget(
                                index, rank, insteadOf, target.score(), target.negative()));
            }
        }
        return targets;
    }

    private OptionalInt find(Optional<String> written, String key) {
        if (written.isEmpty()) {
            return OptionalInt.empty();
        }
        int index = places.at(key, () -> labels.find(written.get()));
        if (index >= classes) {
            throw places.error(
                    key,
                    "there is no class %d; the network has %d, 0 to %d"
                            .formatted(index, classes, classes - 1));
        }
        return OptionalInt.of(index);
    }
}
