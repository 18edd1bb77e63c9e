package dev.wherefore.vqa;

import ai.djl.Device;
import dev.wherefore.core.UserError;
import dev.wherefore.core.experiment.PictureExplainer;
import dev.wherefore.core.experiment.RunConfig;
import dev.wherefore.core.experiment.Task;
import dev.wherefore.core.experiment.config.ConfigPlaces;
import dev.wherefore.core.experiment.config.FilePattern;
import dev.wherefore.core.experiment.config.TaskConfig;
import dev.wherefore.core.method.Methods;
import dev.wherefore.vqa.asking.FileQuestions;
import dev.wherefore.vqa.asking.QuestionSource;
import dev.wherefore.vqa.asking.SameQuestions;
import dev.wherefore.vqa.config.QuestionFileConfig;
import dev.wherefore.vqa.config.VqaConfig;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The task of networks that answer questions about pictures. */
public final class Vqa implements Task {

    static final String NAME = "vqa";

    private final Methods methods;
    private final VqaModels models;

    @Inject
    Vqa(Methods methods, VqaModels models) {
        this.methods = methods;
        this.models = models;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Class<? extends Record> keys() {
        return VqaConfig.class;
    }

    @Override
    public PictureExplainer open(TaskConfig<RunConfig> config, Device device) {
        VqaConfig own = (VqaConfig) config.own();
        RunConfig shared = config.shared();
        return models.open(
                own.model(),
                config.places(),
                device,
                model -> {
                    QuestionSource questions = questions(config, model);
                    return new VqaSetup(
                                    config.places(),
                                    model,
                                    shared.preprocess(),
                                    shared.explain(),
                                    methods)
                            .tried(shared.trialPicture(), questions.any().ids())
                            .explainer(own, questions);
                });
    }

    private static QuestionSource questions(TaskConfig<RunConfig> config, VqaModel model) {
        VqaConfig own = (VqaConfig) config.own();
        ConfigPlaces places = config.places();
        if (own.questionFile().isEmpty()) {
            return new SameQuestions(own.questions(), model.tokens(), places);
        }
        QuestionFileConfig file = own.questionFile().get();
        List<Path> pictures = pictures(config.shared());
        return places.at(
                "question-file",
                () -> new FileQuestions(file.read(pictures), model.tokens(), pictures));
    }

    /** The pictures that can be found; what is wrong with the others the run itself says. */
    private static List<Path> pictures(RunConfig shared) {
        List<Path> pictures = new ArrayList<>();
        for (FilePattern pattern : shared.images()) {
            try {
                pictures.addAll(pattern.find());
            } catch (UserError e) {
                // the run itself says what is wrong with these
            }
        }
        return pictures;
    }
}
