package dev.wherefore.captioning;

import dev.wherefore.captioning.config.CaptionerConfig;
import dev.wherefore.captioning.config.CaptioningConfig;
import dev.wherefore.core.experiment.LoadedTask;
import dev.wherefore.core.experiment.PictureExplainer;
import dev.wherefore.core.experiment.RunConfig;
import dev.wherefore.core.experiment.SameModel;
import dev.wherefore.core.experiment.config.TaskConfig;
import dev.wherefore.core.image.Picture;
import dev.wherefore.core.method.Methods;
import java.util.List;

/**
 * A captioner that is loaded.
 *
 * @param model the captioner; closed with this
 * @param written what it was loaded by
 * @param methods the methods there are
 */
record LoadedCaptioner(CaptionModel model, CaptionerConfig written, Methods methods)
        implements LoadedTask {

    @Override
    public PictureExplainer explainer(TaskConfig<RunConfig> config, Picture trial) {
        CaptioningConfig own = (CaptioningConfig) config.own();
        SameModel.require(written, own.model());
        RunConfig shared = config.shared();
        return new CaptionSetup(
                        config.places(), model, shared.preprocess(), shared.explain(), methods)
                .tried(trial)
                .explainer(own);
    }

    /** A caption's words are not chosen among some. */
    @Override
    public List<String> names() {
        return List.of();
    }

    @Override
    public void close() {
        model.close();
    }
}
