package dev.wherefore.vqa.evaluate;

import ai.djl.Device;
import dev.wherefore.core.UserError;
import dev.wherefore.core.evaluate.EvaluateConfig;
import dev.wherefore.core.evaluate.EvaluationTask;
import dev.wherefore.core.evaluate.SceneExplainer;
import dev.wherefore.core.evaluate.SceneSource;
import dev.wherefore.core.experiment.config.ConfigPlaces;
import dev.wherefore.core.experiment.config.TaskConfig;
import dev.wherefore.core.method.Methods;
import dev.wherefore.vqa.TriedVqa;
import dev.wherefore.vqa.VqaModel;
import dev.wherefore.vqa.VqaModels;
import dev.wherefore.vqa.VqaSetup;
import dev.wherefore.vqa.asking.FileQuestions;
import dev.wherefore.vqa.config.QuestionFileConfig;
import dev.wherefore.vqa.data.HumanAttention;
import dev.wherefore.vqa.data.QuestionSet;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Evaluates networks that answer questions, and maps of their answers. */
public final class VqaEvaluation implements EvaluationTask {

    private static final String NAME = "vqa";

    private final Methods methods;
    private final VqaModels models;

    @Inject
    VqaEvaluation(Methods methods, VqaModels models) {
        this.methods = methods;
        this.models = models;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Class<? extends Record> keys() {
        return VqaEvaluationKeys.class;
    }

    @Override
    public SceneExplainer open(
            TaskConfig<EvaluateConfig> config, SceneSource scenes, Device device) {
        VqaEvaluationKeys own = (VqaEvaluationKeys) config.own();
        EvaluateConfig shared = config.shared();
        ConfigPlaces places = config.places();
        Optional<HumanAttention> attention =
                own.attention()
                        .map(folder -> places.at("attention", () -> HumanAttention.in(folder)));
        return models.open(
                own.model(),
                places,
                device,
                model -> {
                    Quiz quiz = quiz(own, places, scenes, model);
                    TriedVqa tried =
                            new VqaSetup(
                                            places,
                                            model,
                                            shared.preprocess(),
                                            shared.explain(),
                                            methods)
                                    .tried(scenes.first().picture(), quiz.any());
                    tried.setup().keepApart(shared.layersApart());
                    return new SceneAnswerer(tried, own, quiz, attention);
                });
    }

    private static Quiz quiz(
            VqaEvaluationKeys own, ConfigPlaces places, SceneSource scenes, VqaModel model) {
        List<Path> files = scenes.files();
        if (own.questionFile().isPresent()) {
            return places.at(
                    "question-file",
                    () -> {
                        if (files.isEmpty()) {
                            throw new UserError(
                                    "a file of questions is about pictures; name them as"
                                            + " scenes.pictures");
                        }
                        return fileQuiz(own.questionFile().get(), files, model);
                    });
        }
        if (scenes.first().scene().isEmpty()) {
            throw places.error(
                    "scenes",
                    "of pictures that are no scenes a question-file must tell the questions");
        }
        return new SceneQuiz(model.tokens(), own.questions(), scenes.first());
    }

    private static Quiz fileQuiz(QuestionFileConfig file, List<Path> pictures, VqaModel model) {
        QuestionSet questions = file.read(pictures);
        Set<String> types = new TreeSet<>();
        for (Path picture : pictures) {
            questions.of(picture).forEach(question -> question.type().ifPresent(types::add));
        }
        return new FileQuiz(new FileQuestions(questions, model.tokens(), pictures), types);
    }
}
