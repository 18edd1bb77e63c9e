package dev.wherefore.core.text;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The {@code tokenizer.json} of a tokenizer that has a token for each word of a list: texts are put
 * into lower case, split at spaces and around punctuation, and looked up.
 *
 * @see <a href="https://huggingface.co/docs/tokenizers/api/models#tokenizers.models.WordLevel">
 *     Hugging Face, WordLevel</a>
 */
public final class WordLevelFile {

    /** The tokens before the words, from number 0 on: fills up, unknown, begins, ends. */
    private static final List<String> SPECIAL = List.of("[PAD]", "[UNK]", "[BOS]", "[EOS]");

    /** What the Whitespace pre-tokenizer leaves in one piece. */
    private static final Pattern PIECE =
            Pattern.compile("\\w+|[^\\w\\s]+", Pattern.UNICODE_CHARACTER_CLASS);

    private WordLevelFile() {}

    /**
     * Returns the file's text. The tokens {@code [PAD]}, {@code [UNK]}, {@code [BOS]} and {@code
     * [EOS]} have the numbers 0 to 3.
     *
     * @param words the words, whose numbers begin at 4
     * @return JSON
     * @throws IllegalArgumentException if a word is there twice, has capital letters, or would be
     *     split
     */
    public static String json(List<String> words) {
        requireFindable(words);
        ObjectMapper mapper = new ObjectMapper();
        ObjectNode root = mapper.createObjectNode().put("version", "1.0");
        root.putNull("truncation").putNull("padding");
        for (String token : SPECIAL) {
            root.withArray("/added_tokens").add(added(mapper, token));
        }
        root.putObject("normalizer").put("type", "Lowercase");
        root.putObject("pre_tokenizer").put("type", "Whitespace");
        root.putNull("post_processor").putNull("decoder");
        ObjectNode model = root.putObject("model").put("type", "WordLevel");
        ObjectNode vocabulary = model.putObject("vocab");
        SPECIAL.forEach(token -> vocabulary.put(token, vocabulary.size()));
        words.forEach(word -> vocabulary.put(word, vocabulary.size()));
        model.put("unk_token", "[UNK]");
        try {
            return mapper.writerWithDefaultPrettyPrinter().writeValueAsString(root);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("strings and numbers are always written", e);
        }
    }

    private static ObjectNode added(ObjectMapper mapper, String token) {
        return mapper.createObjectNode()
                .put("id", SPECIAL.indexOf(token))
                .put("content", token)
                .put("single_word", false)
                .put("lstrip", false)
                .put("rstrip", false)
                .put("normalized", false)
                .put("special", true);
    }

    private static void requireFindable(List<String> words) {
        Set<String> seen = new HashSet<>();
        for (String word : words) {
            if (!PIECE.matcher(word).matches() || !word.equals(word.toLowerCase(Locale.ROOT))) {
                throw new IllegalArgumentException(
                        "a word must be of letters and digits, or of punctuation, in lower case,"
                                + " found '"
                                + word
                                + "'");
            }
            if (!seen.add(word)) {
                throw new IllegalArgumentException("the word '" + word + "' is there twice");
            }
        }
    }
}
