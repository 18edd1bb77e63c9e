package dev.wherefore.core.evaluate;

import dev.wherefore.core.UserError;
import dev.wherefore.core.dataset.DataLabel;
import dev.wherefore.core.experiment.config.ConfigPlaces;
import dev.wherefore.core.experiment.config.FilePattern;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.LongStream;

/**
 * Pictures of which a task's own files tell what is true.
 *
 * @param files the pictures, at least one
 */
record PictureScenes(List<Path> files) implements SceneSource {

    /** Copies the list. */
    PictureScenes {
        files = List.copyOf(files);
    }

    /** Finds the pictures, the first so many of them. */
    static PictureScenes find(List<FilePattern> patterns, int count, ConfigPlaces places) {
        Set<Path> found = new LinkedHashSet<>();
        for (int i = 0; i < patterns.size(); i++) {
            FilePattern pattern = patterns.get(i);
            found.addAll(places.at("scenes.pictures." + i, pattern::find));
        }
        if (found.isEmpty()) {
            throw new UserError("scenes.pictures names no picture");
        }
        return new PictureScenes(new ArrayList<>(found).subList(0, Math.min(count, found.size())));
    }

    @Override
    public int count() {
        return files.size();
    }

    @Override
    public Exhibit exhibit(int index) {
        return Exhibit.of(Photographs.read(files.get(index)), index);
    }

    @Override
    public List<DataLabel> labels() {
        return List.of();
    }

    @Override
    public LongStream seeds() {
        return LongStream.empty();
    }

    @Override
    public String description() {
        return count() + " pictures";
    }
}
