package dev.wherefore.vqa;

import dev.wherefore.core.experiment.Finding;
import dev.wherefore.core.experiment.FindingPainter;
import dev.wherefore.core.experiment.Illustration;
import dev.wherefore.core.explain.Verdict;
import dev.wherefore.core.image.Geometry;
import dev.wherefore.core.render.ContactSheet;
import dev.wherefore.core.render.QuestionSheet;
import dev.wherefore.core.render.QuestionSheet.AnswerBar;
import dev.wherefore.core.render.QuestionSheet.WeighedWord;
import dev.wherefore.core.render.Tile;
import dev.wherefore.vqa.answer.AnsweredQuestion;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

/**
 * A question, its words coloured by what they do for the answer, the most probable answers, and a
 * map for each that is explained.
 *
 * @param number the question's place, from 1
 * @param question the question and its answers
 * @param geometry which part of the picture the network saw
 * @param findings the maps
 */
record QuestionIllustration(
        int number, AnsweredQuestion question, Geometry geometry, List<Finding> findings)
        implements Illustration {

    private static final int ANSWERS = 5;
    private static final int COLUMNS = 4;

    @Override
    public String name() {
        return "question-" + number;
    }

    @Override
    public BufferedImage draw(FindingPainter painter, BufferedImage picture) {
        List<Tile> tiles = new ArrayList<>();
        tiles.add(Tile.of(picture, "the picture"));
        findings.forEach(finding -> tiles.add(tile(painter, picture, finding)));
        int rows = (tiles.size() + COLUMNS - 1) / COLUMNS;
        ContactSheet maps =
                new ContactSheet(
                        "",
                        tiles,
                        findings.stream().findFirst().map(f -> painter.bar(f.explanation())),
                        (tiles.size() + rows - 1) / rows);
        WordWeights weights = new WordWeights(question);
        return new QuestionSheet(
                        words(weights), weights.meaning() + ":", bars(), question.sentence(), maps)
                .draw();
    }

    private List<WeighedWord> words(WordWeights weights) {
        List<Double> shares = weights.shares();
        return IntStream.range(0, shares.size())
                .mapToObj(i -> new WeighedWord(question.words().get(i).word(), shares.get(i)))
                .toList();
    }

    private List<AnswerBar> bars() {
        return question.answers().stream()
                .limit(ANSWERS)
                .map(
                        answer ->
                                new AnswerBar(
                                        answer.answer(),
                                        answer.probability(),
                                        answer.withoutPicture()
                                                .map(p -> OptionalDouble.of(p))
                                                .orElse(OptionalDouble.empty())))
                .toList();
    }

    private Tile tile(FindingPainter painter, BufferedImage picture, Finding finding) {
        String title = finding.title();
        String own =
                title.startsWith(question.question())
                        ? title.substring(question.question().length()).strip()
                        : title;
        Tile tile =
                Tile.of(
                        painter.overlay(picture, geometry, finding.explanation()),
                        own + " — " + finding.explanation().method());
        Verdict verdict = finding.explanation().verdict();
        return verdict == Verdict.EVIDENCE ? tile : tile.withNote(verdict.sentence());
    }
}
