package dev.wherefore.core.evaluate;

import dev.wherefore.core.dataset.DataLabel;
import dev.wherefore.core.dataset.PhotoSet;
import dev.wherefore.core.image.Picture;
import dev.wherefore.core.image.Size;
import java.util.List;
import java.util.stream.LongStream;

/**
 * The photographs of a data set, each read when it is asked for.
 *
 * @param set the data set
 */
record PhotoScenes(PhotoSet set) implements SceneSource {

    @Override
    public int count() {
        return set.count();
    }

    @Override
    public Exhibit exhibit(int index) {
        Picture picture = Photographs.read(set.picture(index));
        return Exhibit.of(picture, index, set.id(index), set.contents(index, Size.of(picture)));
    }

    @Override
    public List<DataLabel> labels() {
        return set.labels();
    }

    @Override
    public LongStream seeds() {
        return LongStream.empty();
    }

    @Override
    public List<String> facts() {
        return set.facts();
    }

    @Override
    public String description() {
        return set.description();
    }
}
