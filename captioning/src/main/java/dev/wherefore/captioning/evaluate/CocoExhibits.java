package dev.wherefore.captioning.evaluate;

import dev.wherefore.core.coco.CocoCaption;
import dev.wherefore.core.coco.CocoCategory;
import dev.wherefore.core.coco.CocoWords;
import dev.wherefore.core.evaluate.Exhibit;
import dev.wherefore.core.evaluate.SceneNotes;
import dev.wherefore.core.metric.Truth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Images of COCO's files: a word that speaks of a category is right on the masks of all instances
 * of that category, as in section 8.1.1 of the Grad-CAM paper.
 */
final class CocoExhibits implements Exhibits {

    private static final String WORD = "object word";
    private static final String PHRASE = "phrase";

    private final CocoWords words;

    CocoExhibits(List<CocoCategory> categories) {
        this.words = CocoWords.of(categories);
    }

    @Override
    public List<String> labels() {
        return List.of(WORD, PHRASE);
    }

    @Override
    public List<Spoken> spoken(Exhibit exhibit, List<String> said) {
        List<Optional<CocoCategory>> categories = words.in(said);
        List<Spoken> spoken = new ArrayList<>();
        int phrase = 0;
        for (int w = 0; w < said.size(); w++) {
            Optional<CocoCategory> category = categories.get(w);
            boolean begins = w == 0 || !categories.get(w - 1).equals(category);
            phrase = begins ? w : phrase;
            boolean ends = w + 1 == said.size() || !categories.get(w + 1).equals(category);
            Optional<Truth> truth = category.flatMap(c -> exhibit.contents().truth(c.name()));
            if (truth.isPresent()) {
                spoken.add(new Spoken(WORD, w, w + 1, truth.get()));
                if (ends) {
                    spoken.add(new Spoken(PHRASE, begun(said, phrase), w + 1, truth.get()));
                }
            }
        }
        return spoken;
    }

    /** A phrase begins with the article or number before its noun, and one word between. */
    private static int begun(List<String> said, int noun) {
        for (int before = noun - 1; before >= Math.max(0, noun - 2); before--) {
            if (isDeterminer(said.get(before))) {
                return before;
            }
        }
        return noun;
    }

    private static boolean isDeterminer(String word) {
        return List.of("a", "an", "the", "one", "two", "three", "four", "five", "some", "his")
                .contains(word);
    }

    @Override
    public List<String> references(Exhibit exhibit) {
        return exhibit.image().orElseThrow().captions().stream().map(CocoCaption::text).toList();
    }

    @Override
    public void judge(Exhibit exhibit, List<String> said, SceneNotes.Taker taker) {
        // nothing but words and masks is known of a photograph
    }

    @Override
    public void takeUp(SceneNotes notes) {
        // nothing was noted
    }

    @Override
    public Map<String, Double> quality() {
        return Map.of();
    }
}
