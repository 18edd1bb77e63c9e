package dev.wherefore.core.evaluate;

import dev.wherefore.core.UserError;
import dev.wherefore.core.coco.CocoCategory;
import dev.wherefore.core.coco.CocoData;
import dev.wherefore.core.coco.CocoImage;
import dev.wherefore.core.coco.CocoReader;
import dev.wherefore.core.image.Picture;
import dev.wherefore.core.image.PictureReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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
        CocoData data =
                CocoReader.ofFirst(count).read(List.of(config.captions(), config.instances()));
        return new CocoScenes(config, data);
    }

    @Override
    public int count() {
        return data.images().size();
    }

    @Override
    public Exhibit exhibit(int index) {
        CocoImage image = data.images().get(index);
        Picture picture = new PictureReader().read(config.pictures().resolve(image.fileName()));
        if (picture.width() != image.width() || picture.height() != image.height()) {
            throw new UserError(
                    "%s is %dx%d pixels large, and %s says %dx%d"
                            .formatted(
                                    picture.name(),
                                    picture.width(),
                                    picture.height(),
                                    config.captions(),
                                    image.width(),
                                    image.height()));
        }
        return Exhibit.of(picture, image);
    }

    @Override
    public Optional<List<CocoCategory>> categories() {
        return Optional.of(data.categories());
    }

    @Override
    public LongStream seeds() {
        return LongStream.empty();
    }

    @Override
    public List<String> facts() {
        List<String> facts = new ArrayList<>();
        data.skipped().forEach((fault, n) -> facts.add("left out: " + fault.what() + ", " + n));
        return facts;
    }

    @Override
    public String description() {
        return count() + " images of " + config.captions() + " and " + config.instances();
    }
}
