package dev.wherefore.core.evaluate;

import dev.wherefore.core.coco.CocoCategory;
import dev.wherefore.core.coco.CocoData;
import dev.wherefore.core.coco.CocoImage;
import dev.wherefore.core.coco.CocoReader;
import dev.wherefore.core.dataset.DataFault;
import dev.wherefore.core.dataset.DataLabel;
import dev.wherefore.core.dataset.FaultCounts;
import dev.wherefore.core.dataset.UnusableRecord;
import dev.wherefore.core.image.Picture;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

/**
 * Images that COCO's files speak of.
 *
 * @param config the files
 * @param data what they say
 */
record CocoScenes(CocoConfig config, CocoData data) implements SceneSource {

    /** Reads what is true of the images; their files are read later. */
    static CocoScenes read(CocoConfig config, int count) {
        return new CocoScenes(config, CocoReader.ofFirst(count).read(config.files()));
    }

    @Override
    public int count() {
        return data.images().size();
    }

    @Override
    public Exhibit exhibit(int index) {
        CocoImage image = data.images().get(index);
        Picture picture = Photographs.read(config.pictures().resolve(image.fileName()));
        if (picture.width() != image.width() || picture.height() != image.height()) {
            throw new UnusableRecord(
                    DataFault.SIZE,
                    "%s is %dx%d pixels large, and %s says %dx%d"
                            .formatted(
                                    picture.name(),
                                    picture.width(),
                                    picture.height(),
                                    config.files().get(0),
                                    image.width(),
                                    image.height()));
        }
        return Exhibit.of(picture, image, data.categories());
    }

    @Override
    public Optional<List<CocoCategory>> categories() {
        return Optional.of(data.categories());
    }

    @Override
    public List<DataLabel> labels() {
        return data.categories().stream().map(category -> DataLabel.of(category.name())).toList();
    }

    @Override
    public LongStream seeds() {
        return LongStream.empty();
    }

    @Override
    public List<String> facts() {
        FaultCounts counts = new FaultCounts();
        data.skipped().forEach(counts::add);
        return counts.facts();
    }

    @Override
    public String description() {
        return count()
                + " images of "
                + config.files().stream().map(Path::toString).collect(Collectors.joining(" and "));
    }
}
