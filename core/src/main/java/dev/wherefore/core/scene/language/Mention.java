package dev.wherefore.core.scene.language;

import dev.wherefore.core.scene.Colour;
import dev.wherefore.core.scene.Kind;
import dev.wherefore.core.scene.SceneObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * All objects of a scene that are of a kind and, where one is said, of a colour: "two red buses".
 *
 * @param kind the kind
 * @param colour the colour, if it is said
 * @param objects the objects, at least one, all present
 */
record Mention(Kind kind, Optional<Colour> colour, List<SceneObject> objects) {

    private static final double SCENERY = 0.2;

    boolean isSingle() {
        return objects.size() == 1;
    }

    List<Integer> indexes() {
        return Mentions.indexes(objects);
    }

    boolean sharesWith(Mention other) {
        return indexes().stream().anyMatch(other.indexes()::contains);
    }

    /** How much of it catches the eye: its pixels, those of near objects and of what moves more. */
    double weight() {
        double scenery = kind == Kind.HOUSE || kind == Kind.TREE ? SCENERY : 1;
        return scenery
                * objects.stream().mapToDouble(o -> o.mask().area() * (o.depth() + 2.0)).sum();
    }

    /** The phrase with an article or a number: {@code two red buses}. */
    List<CaptionWord> phrase() {
        List<String> noun = isSingle() ? Nouns.singular(kind) : Nouns.plural(kind);
        List<String> said =
                Stream.concat(colour.map(Colour::label).stream(), noun.stream()).toList();
        List<CaptionWord> words = new ArrayList<>();
        String first = Nouns.count(objects.size(), said.get(0));
        words.add(new CaptionWord(first, isSingle() ? List.of() : indexes()));
        said.forEach(word -> words.add(new CaptionWord(word, indexes())));
        return words;
    }

    /** The phrase for a single object that is known already: {@code the red bus}. */
    String definite() {
        return "the " + colour.map(c -> c.label() + " ").orElse("") + kind.label();
    }
}
