package dev.wherefore.vqa;

import dev.wherefore.core.UserError;
import dev.wherefore.core.experiment.LoadedTask;
import dev.wherefore.core.experiment.PictureExplainer;
import dev.wherefore.core.experiment.RunConfig;
import dev.wherefore.core.experiment.SameModel;
import dev.wherefore.core.experiment.config.ConfigPlaces;
import dev.wherefore.core.experiment.config.FilePattern;
import dev.wherefore.core.experiment.config.TaskConfig;
import dev.wherefore.core.image.Picture;
import dev.wherefore.core.method.Methods;
import dev.wherefore.vqa.asking.FileQuestions;
import dev.wherefore.vqa.asking.QuestionSource;
import dev.wherefore.vqa.asking.SameQuestions;
import dev.wherefore.vqa.config.AnswererConfig;
import dev.wherefore.vqa.config.QuestionFileConfig;
import dev.wherefore.vqa.config.VqaConfig;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A network that answers questions, and is loaded.
 *
 * @param model the network; closed with this
 * @param written what it was loaded by
 * @param methods the methods there are
 */
record LoadedVqa(VqaModel model, AnswererConfig written, Methods methods) implements LoadedTask {

    @Override
    public PictureExplainer explainer(TaskConfig<RunConfig> config, Picture trial) {
        VqaConfig own = (VqaConfig) config.own();
        SameModel.require(written, own.model());
        RunConfig shared = config.shared();
        QuestionSource questions = questions(config);
        return new VqaSetup(config.places(), model, shared.preprocess(), shared.explain(), methods)
                .tried(trial, questions.any().ids())
                .explainer(own, questions);
    }

    @Override
    public List<String> names() {
        return model.answers().names();
    }

    @Override
    public void close() {
        model.close();
    }

    private QuestionSource questions(TaskConfig<RunConfig> config) {
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
