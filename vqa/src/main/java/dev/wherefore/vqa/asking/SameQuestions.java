package dev.wherefore.vqa.asking;

import dev.wherefore.core.experiment.config.ConfigPlaces;
import dev.wherefore.core.image.Picture;
import dev.wherefore.core.text.UnknownWords;
import dev.wherefore.vqa.config.QuestionConfig;
import dev.wherefore.vqa.data.AskedQuestion;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** The same questions about every picture. */
public final class SameQuestions implements QuestionSource {

    private final List<Asked> asked = new ArrayList<>();

    /**
     * Constructs the questions.
     *
     * @param questions what the config says, at least one
     * @param tokens makes ids of them
     * @param places where the keys of the config were written
     * @throws dev.wherefore.core.UserError if a question is too long or has a word that is not
     *     known
     */
    public SameQuestions(
            List<QuestionConfig> questions, QuestionTokens tokens, ConfigPlaces places) {
        for (int i = 0; i < questions.size(); i++) {
            QuestionConfig question = questions.get(i);
            AskedQuestion plain =
                    new AskedQuestion(
                            OptionalLong.empty(),
                            question.ask().strip(),
                            question.answer(),
                            List.of(),
                            Optional.empty());
            asked.add(
                    places.at(
                            "questions." + i + ".ask",
                            () -> tokens.ask(plain, UnknownWords.REFUSE)));
        }
    }

    @Override
    public List<Asked> about(Picture picture) {
        return asked;
    }

    @Override
    public Asked any() {
        return asked.get(0);
    }

    @Override
    public List<String> facts() {
        return List.of();
    }
}
