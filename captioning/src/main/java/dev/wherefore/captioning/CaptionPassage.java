package dev.wherefore.captioning;

import dev.wherefore.captioning.grounding.GroundedCaption;
import dev.wherefore.captioning.grounding.WordGrounding;
import dev.wherefore.captioning.target.CaptionTarget;
import dev.wherefore.core.experiment.Passage;
import dev.wherefore.core.experiment.Passage.Bar;
import dev.wherefore.core.experiment.Passage.Piece;
import dev.wherefore.core.text.Word;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A caption as a report shows it: its words, with what they owe to the picture.
 *
 * @param captioned the captions and targets
 * @param grounded what the words owe to the picture
 */
record CaptionPassage(Captioned captioned, GroundedCaption grounded) {

    Passage passage() {
        Map<Integer, Integer> targets = targetsByWord();
        List<Word> words = captioned.saying().text().words();
        List<Piece> pieces = new ArrayList<>();
        List<Bar> bars = new ArrayList<>();
        for (int place = 0; place < words.size(); place++) {
            Optional<Integer> target = Optional.ofNullable(targets.get(place));
            Word word = words.get(place);
            Optional<WordGrounding> owes = grounding(place);
            pieces.add(
                    new Piece(
                            word.surface(),
                            target,
                            owes.map(w -> CaptionSheet.share(w)),
                            owes.map(WordGrounding::sentence).orElse("")));
            bars.add(bar(word, target, owes));
        }
        return new Passage(
                Passage.Kind.CAPTION,
                "caption",
                pieces,
                grounded.words().isEmpty()
                        ? Optional.empty()
                        : Optional.of("how much of a word comes from the picture"),
                bars,
                grounded.words().isEmpty()
                        ? "probability of each word, given those before it"
                        : "probability of each word, given those before it; the mark is its"
                                + " probability without the picture, and the number in nats how"
                                + " much the picture adds to its logarithm (grounding score)",
                also(),
                notes());
    }

    /** Phrases, the caption as a whole, one word instead of another. */
    private List<Piece> also() {
        List<Piece> also = new ArrayList<>();
        for (int i = 0; i < captioned.targets().size(); i++) {
            CaptionTarget target = captioned.targets().get(i);
            if (target.word().isEmpty()) {
                also.add(
                        new Piece(
                                target.title(),
                                Optional.of(i),
                                Optional.empty(),
                                target.description()));
            }
        }
        return also;
    }

    private Optional<WordGrounding> grounding(int place) {
        return grounded.words().isEmpty()
                ? Optional.empty()
                : Optional.of(grounded.words().get(place));
    }

    private Map<Integer, Integer> targetsByWord() {
        Map<Integer, Integer> byWord = new LinkedHashMap<>();
        for (int i = 0; i < captioned.targets().size(); i++) {
            CaptionTarget target = captioned.targets().get(i);
            if (target.word().isPresent()) {
                byWord.putIfAbsent(target.word().getAsInt(), i);
            }
        }
        return byWord;
    }

    private Bar bar(Word word, Optional<Integer> target, Optional<WordGrounding> owes) {
        double own =
                Math.exp(
                        grounded.logProbability(
                                word.firstToken(), word.firstToken() + word.tokens()));
        Optional<Double> without =
                owes.map(w -> Math.exp((double) w.logProbability() - w.withoutPicture()));
        String more =
                owes.map(
                                w ->
                                        String.format(
                                                Locale.ROOT,
                                                "without the picture %s, %+.2f nats",
                                                Passage.percent(without.orElse(0.0)),
                                                w.withoutPicture()))
                        .orElse("");
        return new Bar(
                word.surface(), Math.min(own, 1), without.map(p -> Math.min(p, 1)), more, target);
    }

    private List<String> notes() {
        List<String> notes = new ArrayList<>();
        if (!grounded.sentence().isEmpty()) {
            notes.add(grounded.sentence());
        }
        notes.addAll(captioned.resolved().notSaid());
        captioned.sayings().stream()
                .skip(1)
                .map(saying -> "also possible: " + saying.text().string())
                .forEach(notes::add);
        return notes;
    }
}
