package dev.wherefore.core.scene.language;

import dev.wherefore.core.scene.Scene;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Says in sentences what is in a scene: "a red bus next to a tree", "there are two cats and a kite
 * at the beach", "a snowy scene at dusk with three birds".
 *
 * <p>Every sentence is true, speaks of present objects alone, and has all of a kind (and colour, if
 * one is said) in one phrase: where there are two red buses it is never "a red bus". Of two phrases
 * the one that catches the eye more comes first: the one with more and nearer pixels, trees and
 * houses counting for less. There are at most 14 words, in lower case, without punctuation, from a
 * vocabulary of fewer than 90.
 */
public final class Captions {

    static final String THERE_IS = "there is";
    static final String THERE_ARE = "there are";
    static final String AND = "and";
    static final String WITH = "with";

    private static final int MOST = 5;
    private static final int WORDS = 14;
    private static final int ROUNDS = 12;
    private static final double PLACED = 0.4;
    private static final double TWO = 0.5;

    private final Choices choices;
    private final Surroundings surroundings;
    private final List<Phrase> single;
    private final List<Phrase> joined = new ArrayList<>();
    private final List<Phrase> related = new ArrayList<>();

    private enum Pattern {
        RELATION,
        AND,
        THERE,
        WITH,
        ALONE
    }

    private Captions(Scene scene, long seed) {
        this.choices = new Choices(seed);
        this.surroundings = Surroundings.of(scene);
        List<Mention> mentions = new Mentions(scene).list();
        this.single = mentions.stream().map(Phrase::of).toList();
        SceneGraph graph = SceneGraph.of(scene);
        for (int i = 0; i < mentions.size(); i++) {
            for (Mention second : mentions.subList(i + 1, mentions.size())) {
                if (!mentions.get(i).sharesWith(second)) {
                    addPairs(graph, mentions.get(i), second);
                }
            }
        }
    }

    /**
     * Returns captions of a scene, the same for the same scene: with {@link Scene#seed()} for a
     * seed.
     *
     * @param scene the scene
     * @return the captions, as {@link #of(Scene, long)} has them
     */
    public static List<Caption> of(Scene scene) {
        return of(scene, scene.seed());
    }

    /**
     * Returns captions of a scene.
     *
     * @param scene the scene
     * @param seed which of the many to take
     * @return 3 to 5 that differ from each other; where nothing can be said of any object without
     *     doubt, 1 or 2 that tell the place alone
     */
    public static List<Caption> of(Scene scene, long seed) {
        return new Captions(scene, seed).make();
    }

    private void addPairs(SceneGraph graph, Mention first, Mention second) {
        joined.add(Phrase.of(first).then(AND).then(Phrase.of(second)));
        for (Relation relation : Relation.values()) {
            if (holds(graph, relation, first, second)) {
                related.add(Phrase.of(first).then(relation.label()).then(Phrase.of(second)));
            }
        }
    }

    private static boolean holds(SceneGraph graph, Relation how, Mention first, Mention second) {
        return first.indexes().stream()
                .allMatch(a -> second.indexes().stream().allMatch(b -> graph.holds(how, a, b)));
    }

    private List<Caption> make() {
        if (single.isEmpty()) {
            return surroundings.things().stream().map(t -> new Caption(Phrase.plain(t))).toList();
        }
        Map<String, Caption> found = new LinkedHashMap<>();
        for (int round = 0; round < ROUNDS && found.size() < MOST; round++) {
            for (Pattern pattern : choices.shuffled(List.of(Pattern.values()))) {
                if (found.size() < MOST) {
                    draw(pattern).ifPresent(c -> found.putIfAbsent(c.text(), c));
                }
            }
        }
        return List.copyOf(found.values());
    }

    private Optional<Caption> draw(Pattern pattern) {
        Optional<Phrase> phrase =
                switch (pattern) {
                    case RELATION -> early(related).map(this::placed);
                    case AND -> early(joined).map(this::placed);
                    case THERE ->
                            oneOrTwo()
                                    .map(p -> placed(p.after(p.isPlural() ? THERE_ARE : THERE_IS)));
                    case WITH ->
                            oneOrTwo()
                                    .map(
                                            p ->
                                                    p.after(
                                                            choices.one(surroundings.things())
                                                                    + " "
                                                                    + WITH));
                    case ALONE -> early(single).flatMap(this::withPlace);
                };
        return phrase.map(p -> new Caption(p.words())).filter(c -> c.words().size() <= WORDS);
    }

    private Optional<Phrase> oneOrTwo() {
        return early(choices.chance(TWO) ? joined : single);
    }

    private Optional<Phrase> early(List<Phrase> phrases) {
        return phrases.isEmpty() ? Optional.empty() : Optional.of(choices.early(phrases));
    }

    private Phrase placed(Phrase phrase) {
        return choices.chance(PLACED) ? withPlace(phrase).orElse(phrase) : phrase;
    }

    /** The phrase with where or when, if there are words that suit it. */
    private Optional<Phrase> withPlace(Phrase phrase) {
        List<String> places = surroundings.placesAndTimes(phrase.media());
        return places.isEmpty() ? Optional.empty() : Optional.of(phrase.then(choices.one(places)));
    }
}
