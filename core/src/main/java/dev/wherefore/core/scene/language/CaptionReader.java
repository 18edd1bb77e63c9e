package dev.wherefore.core.scene.language;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Reads what a caption says, whoever or whatever made it. The grammar is that of {@link Captions},
 * a little wider: "a" and "an", "is" and "are" are not told apart; phrases may go on by "and" and
 * relations for as long as one likes, and after a place too; several different places may follow
 * phrases. A word that fits no grammar is unread, and what stands around it is read as if it were
 * not there.
 */
public final class CaptionReader {

    private final List<String> words;
    private final List<ReadWord> read = new ArrayList<>();
    private final List<SaidObjects> objects = new ArrayList<>();
    private final List<SaidRelation> relations = new ArrayList<>();
    private final List<SaidPlace> places = new ArrayList<>();
    private Optional<Role> last = Optional.empty();

    private CaptionReader(List<String> words) {
        this.words = words;
        words.forEach(w -> read.add(new ReadWord(w, WordKind.UNREAD, Optional.empty())));
    }

    /**
     * Reads a caption.
     *
     * @param words any words, those of the vocabulary in lower case
     * @return what they say; nothing of no words
     */
    public static Statements read(List<String> words) {
        return new CaptionReader(List.copyOf(words)).statements();
    }

    /**
     * Reads a caption.
     *
     * @param text any words with white space between them
     * @return what they say
     */
    public static Statements read(String text) {
        return read(Arrays.stream(text.split("\\s+", -1)).filter(w -> !w.isEmpty()).toList());
    }

    private Statements statements() {
        List<Piece> pieces = Piece.of(words);
        for (int i = 0; i < pieces.size(); i++) {
            boolean beforeObjects =
                    i + 1 < pieces.size() && pieces.get(i + 1).role() == Role.OBJECTS;
            if (fits(pieces.get(i), beforeObjects)) {
                take(pieces.get(i));
                last = Optional.of(pieces.get(i).role());
            }
        }
        return new Statements(read, objects, relations, places);
    }

    private boolean fits(Piece piece, boolean beforeObjects) {
        return switch (piece.role()) {
            case THERE -> last.isEmpty() && beforeObjects;
            case THING -> last.isEmpty();
            case WITH -> objects.isEmpty() && !places.isEmpty() && beforeObjects;
            case AND, RELATION -> isAfter(Role.OBJECTS, Role.PLACE) && hasObjects(beforeObjects);
            case OBJECTS ->
                    last.isEmpty() || isAfter(Role.THERE, Role.WITH, Role.AND, Role.RELATION);
            case PLACE -> isNew(place(piece)) && suits(place(piece));
        };
    }

    private boolean hasObjects(boolean beforeObjects) {
        return beforeObjects && !objects.isEmpty();
    }

    private boolean isAfter(Role... roles) {
        return last.filter(List.of(roles)::contains).isPresent();
    }

    private boolean isNew(SaidPlace place) {
        return places.stream().noneMatch(other -> other.text().equals(place.text()));
    }

    private boolean suits(SaidPlace place) {
        return objects.isEmpty()
                ? isAfter(Role.THING) && place.isTime()
                : isAfter(Role.OBJECTS, Role.PLACE);
    }

    private void take(Piece piece) {
        switch (piece.role()) {
            case OBJECTS -> piece.objects().ifPresent(objects::add);
            case RELATION -> relations.add(relation(piece));
            case THING, PLACE -> places.add(place(piece));
            case THERE, WITH, AND -> {}
        }
        Optional<Integer> phrase = piece.objects().map(o -> objects.size() - 1);
        for (int i = piece.first(); i < piece.end(); i++) {
            read.set(i, new ReadWord(words.get(i), piece.role().kind(words.get(i)), phrase));
        }
    }

    private SaidRelation relation(Piece piece) {
        Relation relation =
                Arrays.stream(Relation.values())
                        .filter(r -> r.label().equals(text(piece)))
                        .findFirst()
                        .orElseThrow();
        int next = objects.size();
        return new SaidRelation(relation, next - 1, next, piece.first(), piece.end());
    }

    private SaidPlace place(Piece piece) {
        return new SaidPlace(text(piece), objects.size(), piece.first(), piece.end());
    }

    private String text(Piece piece) {
        return String.join(" ", words.subList(piece.first(), piece.end()));
    }
}
