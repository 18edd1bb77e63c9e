package dev.wherefore.vqa;

import dev.wherefore.core.experiment.LayerSetup;
import dev.wherefore.core.experiment.config.ConfigPlaces;
import dev.wherefore.core.image.Preprocessing;
import dev.wherefore.core.network.LayerRun;
import dev.wherefore.vqa.answer.AnswerTargets;
import dev.wherefore.vqa.asking.Answerer;
import dev.wherefore.vqa.asking.QuestionSource;
import dev.wherefore.vqa.config.AnswerTargetConfig;
import dev.wherefore.vqa.config.VqaConfig;
import java.util.List;

/**
 * A network that was tried on a picture and a question, and fits its config.
 *
 * @param places where the keys of the config were written
 * @param model the network
 * @param preprocessing how pictures become its input
 * @param answers how many answers it has
 * @param layers the layers to tap
 * @param setup what to ask for
 * @param facts what to tell the user of all this
 */
public record TriedVqa(
        ConfigPlaces places,
        VqaModel model,
        Preprocessing preprocessing,
        int answers,
        List<LayerRun> layers,
        LayerSetup setup,
        List<String> facts) {

    /** Copies the lists. */
    public TriedVqa {
        layers = List.copyOf(layers);
        facts = List.copyOf(facts);
    }

    /**
     * Returns what explains answers.
     *
     * @return the pass, to be closed by the caller before the network
     */
    public QuestionPass pass() {
        return new QuestionPass(model, targets -> setup.request(layers, targets));
    }

    /**
     * Returns which answers are explained.
     *
     * @param targets what the config says
     * @return the targets
     * @throws dev.wherefore.core.UserError if an answer is not there
     */
    public AnswerTargets targets(List<AnswerTargetConfig> targets) {
        return new AnswerTargets(targets, model, answers, places);
    }

    /** What explains pictures as a config wishes; closed before the network. */
    QuestionExplainer explainer(VqaConfig config, QuestionSource questions) {
        return new QuestionExplainer(
                this, targets(config.targets()), new Answerer(model, config.prior()), questions);
    }
}
