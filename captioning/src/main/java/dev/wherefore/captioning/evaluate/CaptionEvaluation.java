package dev.wherefore.captioning.evaluate;

import ai.djl.Device;
import dev.wherefore.captioning.CaptionModels;
import dev.wherefore.captioning.CaptionSetup;
import dev.wherefore.captioning.TriedCaptioner;
import dev.wherefore.core.evaluate.CocoConfig;
import dev.wherefore.core.evaluate.EvaluateConfig;
import dev.wherefore.core.evaluate.EvaluationTask;
import dev.wherefore.core.evaluate.SceneExplainer;
import dev.wherefore.core.evaluate.SceneSource;
import dev.wherefore.core.experiment.config.TaskConfig;
import dev.wherefore.core.method.Methods;
import jakarta.inject.Inject;
import java.util.Optional;

/** Evaluates captioners: each word that speaks of something the picture shows is explained. */
public final class CaptionEvaluation implements EvaluationTask {

    private static final String NAME = "captioning";

    private final Methods methods;
    private final CaptionModels models;

    @Inject
    CaptionEvaluation(Methods methods, CaptionModels models) {
        this.methods = methods;
        this.models = models;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Class<? extends Record> keys() {
        return CaptionEvaluationKeys.class;
    }

    @Override
    public SceneExplainer open(
            TaskConfig<EvaluateConfig> config, SceneSource scenes, Device device) {
        CaptionEvaluationKeys own = (CaptionEvaluationKeys) config.own();
        EvaluateConfig shared = config.shared();
        Exhibits exhibits = exhibits(config, scenes);
        return models.open(
                own.model(),
                config.places(),
                device,
                model -> {
                    TriedCaptioner tried =
                            new CaptionSetup(
                                            config.places(),
                                            model,
                                            shared.preprocess(),
                                            shared.explain(),
                                            methods)
                                    .tried(scenes.first().picture());
                    tried.setup().keepApart(shared.layersApart());
                    return new SceneCaptioner(tried, own, exhibits);
                });
    }

    private static Exhibits exhibits(TaskConfig<EvaluateConfig> config, SceneSource scenes) {
        Optional<CocoConfig> coco = config.shared().scenes().coco();
        if (coco.isPresent() && coco.get().captions().isEmpty()) {
            throw config.places()
                    .error(
                            "scenes.coco",
                            "captioners are compared with captions; name their file as captions");
        }
        return scenes.categories()
                .<Exhibits>map(CocoExhibits::new)
                .orElseGet(
                        () -> {
                            if (scenes.first().scene().isEmpty()) {
                                throw config.places()
                                        .error(
                                                "scenes",
                                                "captioners are evaluated on scenes, or on COCO's"
                                                        + " captions and instances");
                            }
                            return new SceneExhibits();
                        });
    }
}
