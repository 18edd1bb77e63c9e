package dev.wherefore.core.scene.language;

import dev.wherefore.core.scene.Colour;
import dev.wherefore.core.scene.Kind;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds phrases that name objects: what {@link Mention#phrase} says, the other way round. */
final class PhraseReader {

    private static final Map<String, Integer> COUNTS = Nouns.counts();

    private final List<String> words;

    PhraseReader(List<String> words) {
        this.words = words;
    }

    /** The phrase that begins at a place, if one does. */
    Optional<SaidObjects> read(int first) {
        int count = COUNTS.getOrDefault(words.get(first), 0);
        if (count == 0) {
            return Optional.empty();
        }
        Optional<Colour> before = colour(first + 1);
        int noun = before.isPresent() ? first + 2 : first + 1;
        return Stream.of(Kind.values())
                .filter(kind -> kind != Kind.PERSON || before.isEmpty())
                .filter(kind -> isAt(noun, noun(kind, count)))
                .findFirst()
                .map(kind -> phrase(kind, count, before, first, noun));
    }

    private SaidObjects phrase(Kind kind, int count, Optional<Colour> before, int first, int noun) {
        int end = noun + noun(kind, count).size();
        Optional<Colour> worn =
                kind == Kind.PERSON && isAt(end, List.of(Nouns.IN))
                        ? colour(end + 1)
                        : Optional.empty();
        return new SaidObjects(
                kind, count, before.or(() -> worn), first, worn.isPresent() ? end + 2 : end);
    }

    private static List<String> noun(Kind kind, int count) {
        return count == 1 ? Nouns.singular(kind) : Nouns.plural(kind);
    }

    private Optional<Colour> colour(int at) {
        return at < words.size() ? Nouns.colour(words.get(at)) : Optional.empty();
    }

    private boolean isAt(int at, List<String> wanted) {
        int end = at + wanted.size();
        return end <= words.size() && words.subList(at, end).equals(wanted);
    }
}
