package dev.wherefore.vqa;

import dev.wherefore.core.experiment.ExplainedPicture;
import dev.wherefore.core.experiment.Finding;
import dev.wherefore.core.experiment.Illustration;
import dev.wherefore.core.experiment.Passage;
import dev.wherefore.core.experiment.Prediction;
import dev.wherefore.core.explain.Explanation;
import dev.wherefore.core.image.Geometry;
import dev.wherefore.core.image.Picture;
import dev.wherefore.core.target.Ranking;
import dev.wherefore.vqa.QuestionPass.Explained;
import dev.wherefore.vqa.answer.AnswerTarget;
import dev.wherefore.vqa.answer.AnsweredQuestion;
import dev.wherefore.vqa.answer.QuestionReport;
import dev.wherefore.vqa.asking.Answers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Puts together what was found out about a picture's questions.
 *
 * @param model the network
 * @param answers what it answered to each question
 * @param explained what was found out about the targets, question by question
 * @param geometry which part of the picture the network saw
 */
record QuestionFindings(
        VqaModel model, List<Answers> answers, List<Explained> explained, Geometry geometry) {

    /** All that was found out about the picture. */
    ExplainedPicture of(Picture picture) {
        List<Prediction> predictions = new ArrayList<>();
        List<Finding> findings = new ArrayList<>();
        List<AnsweredQuestion> told = new ArrayList<>();
        List<Illustration> illustrations = new ArrayList<>();
        List<Passage> passages = new ArrayList<>();
        int targets = answers.isEmpty() ? 0 : explained.size() / answers.size();
        for (int q = 0; q < answers.size(); q++) {
            List<Explained> own = explained.subList(q * targets, (q + 1) * targets);
            Answers answered = answers.get(q);
            AnsweredQuestion report = new QuestionReport(model, answered).of(own.get(0).words());
            List<Finding> found = findings(answered, own);
            told.add(report);
            predictions.add(prediction(answered));
            findings.addAll(found);
            illustrations.add(new QuestionIllustration(q + 1, report, geometry, found));
            List<String> titles = own.stream().map(one -> one.slot().target().title()).toList();
            passages.add(
                    new QuestionPassage(report, new WordWeights(report), q * targets, titles)
                            .passage());
        }
        return new ExplainedPicture(
                picture,
                geometry,
                predictions,
                findings,
                Map.of("questions", told),
                illustrations,
                passages);
    }

    /** The most probable answer, after its question. */
    private Prediction prediction(Answers answered) {
        Prediction top = answer(answered, Ranking.of(answered.scores()).get(0));
        return new Prediction(
                answered.asked().question().text() + " " + top.label(),
                top.index(),
                top.logit(),
                top.probability());
    }

    private Prediction answer(Answers answered, int index) {
        return new Prediction(
                model.answers().name(index),
                index,
                answered.scores()[index],
                model.likelihood().probabilities(answered.scores())[index]);
    }

    private List<Finding> findings(Answers answered, List<Explained> own) {
        List<Finding> findings = new ArrayList<>();
        for (Explained one : own) {
            AnswerTarget target = one.slot().target();
            String title =
                    answers.size() == 1
                            ? target.title()
                            : answered.asked().question().text() + " " + target.title();
            for (Explanation explanation : one.explanations()) {
                findings.add(
                        new Finding(
                                title,
                                explanation,
                                Optional.of(answer(answered, target.answer()))));
            }
        }
        return findings;
    }
}
