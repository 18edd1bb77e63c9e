package dev.wherefore.core.experiment;

import dev.wherefore.core.image.Picture;
import java.util.List;

/** A task with its network loaded, ready to explain pictures. */
public interface PictureExplainer extends AutoCloseable {

    /**
     * Returns what is found out about some pictures, which share passes where they can.
     *
     * @param pictures at least one picture
     * @return as many results, in the same order
     */
    List<ExplainedPicture> explain(List<Picture> pictures);

    /**
     * Returns what is explained and how, for the record: the layers and why these, the device.
     *
     * @return one fact a line, for people
     */
    List<String> facts();

    /**
     * Returns all layers that maps could be made of, for advice on layers.
     *
     * @return the layers in the order of the run; none where the config names some, or does not ask
     *     for maps to be tried
     */
    default List<String> suitableLayers() {
        return List.of();
    }

    @Override
    void close();
}
