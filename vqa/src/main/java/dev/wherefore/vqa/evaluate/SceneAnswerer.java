package dev.wherefore.vqa.evaluate;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import dev.wherefore.core.check.Need;
import dev.wherefore.core.evaluate.Exhibit;
import dev.wherefore.core.evaluate.ExplainedScene;
import dev.wherefore.core.evaluate.LocatedLabel;
import dev.wherefore.core.evaluate.SceneBatch;
import dev.wherefore.core.evaluate.SceneExplainer;
import dev.wherefore.core.evaluate.SceneNotes;
import dev.wherefore.core.explain.Explanation;
import dev.wherefore.core.explain.PictureBatch;
import dev.wherefore.core.image.Fill;
import dev.wherefore.core.image.Geometry;
import dev.wherefore.core.image.Plane;
import dev.wherefore.core.image.PreparedPicture;
import dev.wherefore.core.metric.RankCorrelation;
import dev.wherefore.core.target.Ranking;
import dev.wherefore.vqa.QuestionPass;
import dev.wherefore.vqa.QuestionPass.Explained;
import dev.wherefore.vqa.QuestionPass.Slot;
import dev.wherefore.vqa.TriedVqa;
import dev.wherefore.vqa.answer.AnswerTarget;
import dev.wherefore.vqa.asking.Answerer;
import dev.wherefore.vqa.asking.Answers;
import dev.wherefore.vqa.config.PriorConfig;
import dev.wherefore.vqa.data.HumanAttention;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * Asks questions about pictures, and explains the answers: those that are right and of which it is
 * known what decides them; and where maps are compared with others, all.
 */
final class SceneAnswerer implements SceneExplainer {

    private final TriedVqa tried;
    private final Quiz quiz;
    private final Answerer answerer;
    private final QuestionPass pass;
    private final AnswerTally tally;
    private final Optional<OcclusionConfig> occlusion;
    private final Optional<HumanAttention> attention;
    private final Agreement withOcclusion = new Agreement("occlusion");
    private final Agreement withPeople = new Agreement("human attention");

    /**
     * @param tried the network; closed with this
     * @param keys what is asked and compared
     * @param quiz the questions
     * @param attention where people looked, if that is compared
     */
    SceneAnswerer(
            TriedVqa tried, VqaEvaluationKeys keys, Quiz quiz, Optional<HumanAttention> attention) {
        this.tried = tried;
        this.quiz = quiz;
        this.answerer =
                new Answerer(
                        tried.model(),
                        new PriorConfig(keys.withoutPicture(), false, false, Fill.MEAN));
        this.pass = tried.pass();
        this.tally = new AnswerTally(tried.model(), quiz.labels());
        this.occlusion = keys.occlusion();
        this.attention = attention;
    }

    @Override
    public List<String> labels() {
        return quiz.labels();
    }

    @Override
    public List<String> methods() {
        return tried.setup().names(tried.layers());
    }

    @Override
    public List<String> facts() {
        List<String> facts = new ArrayList<>(tried.facts());
        facts.addAll(quiz.facts());
        return facts;
    }

    @Override
    public Optional<String> refusal(Need need) {
        return pass.refusal(need);
    }

    @Override
    public PreparedPicture prepare(Exhibit scene) {
        return tried.preprocessing().apply(scene.picture());
    }

    @Override
    public List<ExplainedScene> explain(SceneBatch.Alike alike) {
        List<Exhibit> scenes = alike.exhibits();
        PictureBatch batch = alike.pictures();
        List<List<Posed>> posed = scenes.stream().map(quiz::about).toList();
        try (NDManager scope = tried.model().network().newScope()) {
            NDArray images = batch.array(scope);
            List<List<Answers>> answers =
                    answerer.answers(
                            scope,
                            images,
                            posed.stream()
                                    .map(all -> all.stream().map(Posed::asked).toList())
                                    .toList());
            List<List<Posed>> chosen = new ArrayList<>();
            List<List<Slot>> slots = new ArrayList<>();
            List<SceneNotes.Taker> notes = new ArrayList<>();
            for (int i = 0; i < scenes.size(); i++) {
                chosen.add(new ArrayList<>());
                slots.add(new ArrayList<>());
                notes.add(new SceneNotes.Taker());
                choose(posed.get(i), answers.get(i), notes.get(i), chosen.get(i), slots.get(i));
            }
            List<List<Explained>> explained = pass.explain(scope, images, slots, alike.plan());
            List<ExplainedScene> results = new ArrayList<>();
            for (int i = 0; i < scenes.size(); i++) {
                Geometry geometry = batch.pictures().get(i).geometry();
                if (occlusion.isPresent() && alike.places().get(i) < occlusion.get().pictures()) {
                    NDArray image = images.get(i + ":" + (i + 1));
                    compare(scope, image, occlusion.get(), explained.get(i), notes.get(i));
                }
                compare(explained.get(i), geometry, notes.get(i));
                results.add(
                        new ExplainedScene(
                                scenes.get(i),
                                geometry,
                                List.of(),
                                located(chosen.get(i), explained.get(i)),
                                notes.get(i).notes()));
            }
            return results;
        }
    }

    /** Notes how right the answers are, and chooses those that are explained. */
    private void choose(
            List<Posed> posed,
            List<Answers> answers,
            SceneNotes.Taker notes,
            List<Posed> chosen,
            List<Slot> slots) {
        boolean all = occlusion.isPresent() || attention.isPresent();
        for (int q = 0; q < posed.size(); q++) {
            Posed question = posed.get(q);
            Optional<Double> accuracy = tally.note(question, answers.get(q), notes);
            boolean right = accuracy.filter(a -> a >= 1).isPresent();
            boolean measured = right && question.truth().isPresent();
            if (measured || all) {
                // a wrong answer has no truth to be measured against
                chosen.add(
                        measured
                                ? question
                                : new Posed(question.asked(), question.label(), Optional.empty()));
                slots.add(new Slot(question.asked(), target(answers.get(q))));
            }
        }
    }

    private AnswerTarget target(Answers answers) {
        int top = Ranking.of(answers.scores()).get(0);
        return new AnswerTarget(
                top,
                OptionalInt.empty(),
                tried.model().usualScore(),
                false,
                answers.asked().question().text() + " " + tried.model().answers().name(top));
    }

    private List<LocatedLabel> located(List<Posed> posed, List<Explained> explained) {
        List<LocatedLabel> located = new ArrayList<>();
        for (int i = 0; i < posed.size(); i++) {
            Posed question = posed.get(i);
            Explained own = explained.get(i);
            question.truth()
                    .ifPresent(
                            truth ->
                                    located.add(
                                            new LocatedLabel(
                                                    question.label(),
                                                    1,
                                                    truth,
                                                    own.explanations())));
        }
        return located;
    }

    private void compare(
            NDManager scope,
            NDArray image,
            OcclusionConfig how,
            List<Explained> explained,
            SceneNotes.Taker notes) {
        if (explained.isEmpty()) {
            return;
        }
        OcclusionMaps maps = new OcclusionMaps(tried.model(), how);
        List<Plane> drops = maps.of(scope, image, explained.stream().map(Explained::slot).toList());
        for (int i = 0; i < drops.size(); i++) {
            for (Explanation explanation : explained.get(i).explanations()) {
                Plane map = maps.windows(Agreement.map(explanation));
                withOcclusion.note(
                        explanation.method(), RankCorrelation.of(map, drops.get(i)), notes);
            }
        }
    }

    private void compare(List<Explained> explained, Geometry geometry, SceneNotes.Taker notes) {
        attention.ifPresent(
                people -> explained.forEach(own -> compare(people, own, geometry, notes)));
    }

    private void compare(
            HumanAttention people, Explained explained, Geometry geometry, SceneNotes.Taker notes) {
        OptionalLong id = explained.slot().asked().question().id();
        if (id.isEmpty()) {
            return;
        }
        List<Plane> human = people.read(id.getAsLong());
        for (Explanation explanation : explained.explanations()) {
            Plane map = geometry.onPicture(Agreement.map(explanation));
            withPeople.note(explanation.method(), HumanAttention.agreement(map, human), notes);
        }
    }

    @Override
    public void takeUp(SceneNotes notes) {
        tally.takeUp(notes);
        withOcclusion.takeUp(notes);
        withPeople.takeUp(notes);
    }

    @Override
    public Map<String, Double> quality() {
        Map<String, Double> quality = new LinkedHashMap<>(tally.quality());
        quality.putAll(withOcclusion.quality());
        quality.putAll(withPeople.quality());
        return quality;
    }

    @Override
    public void close() {
        pass.close();
        tried.model().close();
    }
}
