package dev.wherefore.core.text;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/** The tokens of a {@code tokenizer.json}, by number and by text. */
final class Vocabulary {

    private static final String BEFORE_A_WORD = "^[Ġ▁]";
    private static final String AFTER_A_WORD = "</w>$";
    private static final String INSIDE_A_WORD = "##";

    private final Map<String, Integer> ids = new HashMap<>();
    private final Map<Integer, String> pieces = new HashMap<>();
    private final Set<Integer> special = new HashSet<>();
    private OptionalInt modelUnknown = OptionalInt.empty();

    private Vocabulary() {}

    /**
     * Reads the vocabulary.
     *
     * @param root the file
     * @return the tokens, none if the file has no place for them
     */
    static Vocabulary of(JsonNode root) {
        Vocabulary found = new Vocabulary();
        JsonNode model = root.path("model");
        found.readPieces(model.path("vocab"));
        root.path("added_tokens").forEach(found::readAdded);
        found.modelUnknown = found.unknown(model);
        return found;
    }

    /** Most models have a number for each piece; Unigram has a list of pieces with their scores. */
    private void readPieces(JsonNode vocabulary) {
        if (vocabulary.isArray()) {
            vocabulary.forEach(entry -> put(entry.path(0).asText(), pieces.size()));
        } else {
            vocabulary.properties().forEach(e -> put(e.getKey(), e.getValue().asInt()));
        }
    }

    private void readAdded(JsonNode token) {
        int id = token.path("id").asInt();
        put(token.path("content").asText(), id);
        if (token.path("special").asBoolean()) {
            special.add(id);
        }
    }

    private void put(String piece, int id) {
        ids.put(piece, id);
        pieces.put(id, piece);
    }

    private OptionalInt unknown(JsonNode model) {
        return model.path("unk_id").isInt()
                ? OptionalInt.of(model.path("unk_id").asInt())
                : id(model.path("unk_token").asText());
    }

    /** The largest number and one; 0 if there are no tokens. */
    int size() {
        return pieces.keySet().stream().mapToInt(id -> id + 1).max().orElse(0);
    }

    Optional<String> piece(int id) {
        return Optional.ofNullable(pieces.get(id));
    }

    OptionalInt id(String piece) {
        Integer id = ids.get(piece);
        return id == null ? OptionalInt.empty() : OptionalInt.of(id);
    }

    /** Whether the file says that a token is no part of texts. */
    boolean isSpecial(int id) {
        return special.contains(id);
    }

    /** What the model makes of what it does not know. */
    OptionalInt modelUnknown() {
        return modelUnknown;
    }

    Set<String> pieces() {
        return ids.keySet();
    }

    /** The pieces that can begin words, without their marks: to find near matches of a word. */
    List<String> words() {
        List<String> words = new ArrayList<>();
        ids.forEach(
                (piece, id) -> {
                    if (!special.contains(id) && !piece.startsWith(INSIDE_A_WORD)) {
                        words.add(
                                piece.replaceFirst(BEFORE_A_WORD, "")
                                        .replaceFirst(AFTER_A_WORD, ""));
                    }
                });
        return words;
    }
}
