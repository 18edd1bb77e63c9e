package dev.wherefore.captioning;

import dev.wherefore.captioning.config.CaptionConfig;
import dev.wherefore.captioning.config.CaptionTargetConfig;
import dev.wherefore.captioning.config.CaptioningConfig;
import dev.wherefore.captioning.grounding.Grounding;
import dev.wherefore.captioning.target.TargetResolver;
import dev.wherefore.core.experiment.LayerSetup;
import dev.wherefore.core.experiment.config.ConfigPlaces;
import dev.wherefore.core.image.Preprocessing;
import dev.wherefore.core.network.LayerRun;
import java.util.List;

/**
 * A captioner that was tried on a picture, and fits its config.
 *
 * @param places where the keys of the config were written
 * @param model the captioner
 * @param preprocessing how pictures become its input
 * @param vocabulary for how many tokens it has logits
 * @param layers the layers to tap
 * @param setup what to ask for
 * @param facts what to tell the user of all this
 */
public record TriedCaptioner(
        ConfigPlaces places,
        CaptionModel model,
        Preprocessing preprocessing,
        int vocabulary,
        List<LayerRun> layers,
        LayerSetup setup,
        List<String> facts) {

    /** Copies the lists. */
    public TriedCaptioner {
        layers = List.copyOf(layers);
        facts = List.copyOf(facts);
    }

    /**
     * Returns where captions come from.
     *
     * @param caption what the config says of it
     * @return the source
     * @throws dev.wherefore.core.UserError if the user's own caption cannot be explained
     */
    public CaptionSource source(CaptionConfig caption) {
        return places.at("caption.text", () -> new CaptionSource(model, caption, vocabulary));
    }

    /**
     * Returns what explains captions.
     *
     * @return the pass, to be closed by the caller before the captioner
     */
    public CaptionPass pass() {
        return new CaptionPass(model, targets -> setup.request(layers, targets));
    }

    /** What explains pictures as a config wishes; closed before the captioner. */
    CaptionExplainer explainer(CaptioningConfig config) {
        CaptionSource source = source(config.caption());
        checkTargets(config, source);
        return new CaptionExplainer(
                model,
                preprocessing,
                source,
                config.targets(),
                pass(),
                new Grounding(model, config.grounding()),
                facts,
                setup.suitable());
    }

    /** Refuses targets that the user's own caption does not speak of, each at its key. */
    private void checkTargets(CaptioningConfig config, CaptionSource source) {
        TargetResolver resolver = new TargetResolver(model.tokenizer());
        for (int i = 0; i < config.targets().size(); i++) {
            CaptionTargetConfig target = config.targets().get(i);
            String key = "targets." + i;
            source.given()
                    .ifPresent(
                            saying ->
                                    resolver.resolve(saying, List.of(target)).notSaid().stream()
                                            .findFirst()
                                            .ifPresent(
                                                    reason -> {
                                                        throw places.error(key, reason);
                                                    }));
            target.insteadOf()
                    .ifPresent(
                            other -> places.at(key + ".instead-of", () -> resolver.checked(other)));
        }
    }
}
