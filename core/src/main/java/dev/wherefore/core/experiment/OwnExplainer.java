package dev.wherefore.core.experiment;

import dev.wherefore.core.image.Picture;
import java.util.List;

/**
 * An explainer that has its network for itself.
 *
 * @param loaded the network
 * @param explainer what explains by it
 */
record OwnExplainer(LoadedTask loaded, PictureExplainer explainer) implements PictureExplainer {

    @Override
    public List<ExplainedPicture> explain(List<Picture> pictures) {
        return explainer.explain(pictures);
    }

    @Override
    public List<String> facts() {
        return explainer.facts();
    }

    @Override
    public List<String> suitableLayers() {
        return explainer.suitableLayers();
    }

    @Override
    public void close() {
        explainer.close();
        loaded.close();
    }
}
