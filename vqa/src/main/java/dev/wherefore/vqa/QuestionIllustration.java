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
import dev.wherefore.vqa.answer.AnsweredQuestion.QuestionWord;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

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
        return new QuestionSheet(words(), legend(), bars(), question.sentence(), maps).draw();
    }

    private boolean hasContributions() {
        return question.words().stream().allMatch(word -> word.contribution().isPresent());
    }

    private String legend() {
        return hasContributions()
                ? "what each word adds to the answer (gradient x embedding):"
                : "how much less probable the answer is without each word:";
    }

    private List<WeighedWord> words() {
        double largest =
                question.words().stream()
                        .mapToDouble(word -> Math.abs(weight(word)))
                        .max()
                        .orElse(0);
        return question.words().stream()
                .map(word -> new WeighedWord(word.word(), largest > 0 ? weight(word) / largest : 0))
                .toList();
    }

    private double weight(QuestionWord word) {
        return hasContributions()
                ? word.contribution().orElse(0f)
                : word.withoutIt().map(p -> question.probability() - p).orElse(0f);
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
