package dev.wherefore.vqa;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import dev.wherefore.core.experiment.ExplainedPicture;
import dev.wherefore.core.experiment.PictureExplainer;
import dev.wherefore.core.explain.PictureBatch;
import dev.wherefore.core.image.Picture;
import dev.wherefore.core.image.PreparedPicture;
import dev.wherefore.vqa.QuestionPass.Explained;
import dev.wherefore.vqa.QuestionPass.Slot;
import dev.wherefore.vqa.answer.AnswerTarget;
import dev.wherefore.vqa.answer.AnswerTargets;
import dev.wherefore.vqa.asking.Answerer;
import dev.wherefore.vqa.asking.Answers;
import dev.wherefore.vqa.asking.Asked;
import dev.wherefore.vqa.asking.QuestionSource;
import java.util.ArrayList;
import java.util.List;

/**
 * Answers questions about pictures, and explains which part of the picture and which words of the
 * question made the answers.
 *
 * <p>Pictures that come out of the preprocessing at one size share a pass, and all questions about
 * them with them.
 */
public final class QuestionExplainer implements PictureExplainer {

    private final TriedVqa tried;
    private final AnswerTargets targets;
    private final Answerer answerer;
    private final QuestionSource questions;
    private final QuestionPass pass;

    /**
     * Constructs an explainer.
     *
     * @param tried the network; closed by the caller, later than this
     * @param targets which answers are explained
     * @param answerer asks the questions
     * @param questions what is asked
     */
    QuestionExplainer(
            TriedVqa tried, AnswerTargets targets, Answerer answerer, QuestionSource questions) {
        this.tried = tried;
        this.targets = targets;
        this.answerer = answerer;
        this.questions = questions;
        this.pass = tried.pass();
    }

    @Override
    public List<ExplainedPicture> explain(List<Picture> pictures) {
        List<PreparedPicture> prepared =
                pictures.stream().map(tried.preprocessing()::apply).toList();
        List<ExplainedPicture> results = new ArrayList<>();
        for (PictureBatch batch : PictureBatch.of(prepared)) {
            results.addAll(explain(pictures.subList(batch.from(), batch.to()), batch));
        }
        return results;
    }

    private List<ExplainedPicture> explain(List<Picture> pictures, PictureBatch batch) {
        List<List<Asked>> asked = pictures.stream().map(questions::about).toList();
        try (NDManager scope = tried.model().network().newScope()) {
            NDArray images = batch.array(scope);
            List<List<Answers>> answers = answerer.answers(scope, images, asked);
            List<List<Explained>> explained =
                    pass.explain(scope, images, answers.stream().map(this::slots).toList());
            List<ExplainedPicture> results = new ArrayList<>();
            for (int i = 0; i < pictures.size(); i++) {
                results.add(
                        new QuestionFindings(
                                        tried.model(),
                                        answers.get(i),
                                        explained.get(i),
                                        batch.pictures().get(i).geometry())
                                .of(pictures.get(i)));
            }
            return results;
        }
    }

    /** A slot for each question and each of its targets. */
    private List<Slot> slots(List<Answers> answers) {
        List<Slot> slots = new ArrayList<>();
        for (Answers own : answers) {
            for (AnswerTarget target : targets.of(own.scores())) {
                slots.add(new Slot(own.asked(), target));
            }
        }
        return slots;
    }

    @Override
    public List<String> facts() {
        List<String> facts = new ArrayList<>(tried.facts());
        facts.addAll(questions.facts());
        return facts;
    }

    @Override
    public List<String> suitableLayers() {
        return tried.setup().suitable();
    }

    @Override
    public void close() {
        pass.close();
    }
}
