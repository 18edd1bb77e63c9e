package dev.wherefore.captioning;

import dev.wherefore.captioning.grounding.GroundedCaption;
import dev.wherefore.captioning.grounding.WordGrounding;
import dev.wherefore.captioning.making.MadeCaption;
import dev.wherefore.captioning.target.CaptionTarget;
import dev.wherefore.core.experiment.ExplainedPicture;
import dev.wherefore.core.experiment.Finding;
import dev.wherefore.core.experiment.Illustration;
import dev.wherefore.core.experiment.Prediction;
import dev.wherefore.core.explain.Explanation;
import dev.wherefore.core.image.Geometry;
import dev.wherefore.core.image.Picture;
import dev.wherefore.core.text.Token;
import dev.wherefore.core.text.Word;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Puts together what was found out about a picture's caption.
 *
 * @param captioned the captions and targets
 * @param grounded what the words owe to the picture
 * @param explanations target by target, for each all methods
 */
record CaptionFindings(
        Captioned captioned, GroundedCaption grounded, List<Explanation> explanations) {

    /** All that was found out about the picture. */
    ExplainedPicture of(Picture picture, Geometry geometry) {
        List<Finding> findings = findings();
        List<Illustration> illustrations =
                grounded.words().isEmpty()
                        ? List.of()
                        : List.of(new CaptionSheet(grounded, geometry, wordFindings(findings)));
        return new ExplainedPicture(
                picture,
                geometry,
                predictions(),
                findings,
                details(),
                illustrations,
                List.of(new CaptionPassage(captioned, grounded).passage()));
    }

    /** The captions, with their probabilities as wholes. */
    private List<Prediction> predictions() {
        List<Prediction> predictions = new ArrayList<>();
        for (int rank = 0; rank < captioned.sayings().size(); rank++) {
            Saying saying = captioned.sayings().get(rank);
            double logProbability =
                    saying.made()
                            .map(MadeCaption::logProbability)
                            .orElseGet(() -> grounded.logProbability(0, tokens() + 1));
            predictions.add(
                    new Prediction(
                            saying.text().string(),
                            rank,
                            (float) logProbability,
                            (float) Math.exp(logProbability)));
        }
        return predictions;
    }

    private int tokens() {
        return captioned.saying().text().tokens().size();
    }

    private List<Finding> findings() {
        List<Finding> findings = new ArrayList<>();
        List<CaptionTarget> targets = captioned.targets();
        for (int i = 0; i < explanations.size(); i++) {
            CaptionTarget target = targets.get(i / (explanations.size() / targets.size()));
            Optional<Prediction> prediction =
                    target.word().isPresent()
                            ? Optional.of(prediction(target.word().getAsInt()))
                            : Optional.empty();
            findings.add(new Finding(target.title(), explanations.get(i), prediction));
        }
        return findings;
    }

    /** A word with its probability, given the words before it. */
    private Prediction prediction(int place) {
        Word word = captioned.saying().text().words().get(place);
        double logProbability =
                grounded.logProbability(word.firstToken(), word.firstToken() + word.tokens());
        int token = captioned.saying().text().tokens().get(word.firstToken()).id();
        return new Prediction(
                word.surface(), token, (float) logProbability, (float) Math.exp(logProbability));
    }

    /** Of each word that is explained by itself the first finding, by the word's place from 0. */
    private Map<Integer, Finding> wordFindings(List<Finding> findings) {
        Map<Integer, Finding> byWord = new LinkedHashMap<>();
        List<CaptionTarget> targets = captioned.targets();
        for (int i = 0; i < findings.size(); i++) {
            Finding finding = findings.get(i);
            targets.get(i / (findings.size() / targets.size()))
                    .word()
                    .ifPresent(word -> byWord.putIfAbsent(word, finding));
        }
        return byWord;
    }

    /**
     * What is told of the caption in {@code result.json}.
     *
     * @param text the caption
     * @param tokens the numbers of its tokens
     * @param ended whether the network ended it; true for one that was given
     * @param logProbability of its tokens and its end together
     * @param words what each word owes to the picture
     * @param sentence the same in short
     * @param notSaid sentences about targets that the caption has no words for
     */
    record Told(
            String text,
            List<Integer> tokens,
            boolean ended,
            float logProbability,
            List<WordGrounding> words,
            String sentence,
            List<String> notSaid) {}

    private Map<String, Object> details() {
        Saying saying = captioned.saying();
        return Map.of(
                "caption",
                new Told(
                        saying.text().string(),
                        saying.text().tokens().stream().map(Token::id).toList(),
                        saying.made().map(MadeCaption::ended).orElse(true),
                        (float) grounded.logProbability(0, tokens() + 1),
                        grounded.words(),
                        grounded.sentence(),
                        captioned.resolved().notSaid()));
    }
}
