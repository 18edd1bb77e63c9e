package dev.wherefore.core.scene.language;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A run of words that does one thing.
 *
 * @param role what it does
 * @param first the place of its first word
 * @param end the place after its last word
 * @param objects the objects that it names, if it names any
 */
record Piece(Role role, int first, int end, Optional<SaidObjects> objects) {

    private static final Map<String, Role> FIXED = Role.fixed();
    private static final int LONGEST = 3;

    /** The pieces of a row of words, in order; words that belong to none are left out. */
    static List<Piece> of(List<String> words) {
        List<Piece> pieces = new ArrayList<>();
        int at = 0;
        while (at < words.size()) {
            Optional<Piece> piece = at(words, at);
            piece.ifPresent(pieces::add);
            at = piece.map(Piece::end).orElse(at + 1);
        }
        return pieces;
    }

    private static Optional<Piece> at(List<String> words, int at) {
        Optional<SaidObjects> objects = new PhraseReader(words).read(at);
        return objects.map(o -> new Piece(Role.OBJECTS, at, o.end(), objects))
                .or(() -> fixed(words, at));
    }

    private static Optional<Piece> fixed(List<String> words, int at) {
        for (int end = Math.min(at + LONGEST, words.size()); end > at; end--) {
            Optional<Role> role =
                    Optional.ofNullable(FIXED.get(String.join(" ", words.subList(at, end))));
            if (role.isPresent()) {
                return Optional.of(new Piece(role.get(), at, end, Optional.empty()));
            }
        }
        return Optional.empty();
    }
}
