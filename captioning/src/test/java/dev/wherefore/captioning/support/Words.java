package dev.wherefore.captioning.support;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Tokenizers of a few words, as files. */
public final class Words {

    private Words() {}

    /** A tokenizer with a token for each word; those in brackets are special. */
    public static Path wordLevel(Path file, List<String> tokens) throws IOException {
        ObjectNode root = root(tokens);
        ObjectNode model = root.putObject("model").put("type", "WordLevel");
        vocabulary(model, tokens);
        model.put("unk_token", "[UNK]");
        return Files.writeString(file, root.toPrettyString());
    }

    /** A tokenizer that makes words of pieces; those in brackets are special. */
    public static Path wordPiece(Path file, List<String> tokens) throws IOException {
        ObjectNode root = root(tokens);
        root.putObject("decoder").put("type", "WordPiece").put("prefix", "##").put("cleanup", true);
        ObjectNode model = root.putObject("model").put("type", "WordPiece");
        model.put("unk_token", "[UNK]").put("continuing_subword_prefix", "##");
        model.put("max_input_chars_per_word", 100);
        vocabulary(model, tokens);
        return Files.writeString(file, root.toPrettyString());
    }

    private static ObjectNode root(List<String> tokens) {
        ObjectNode root = new ObjectMapper().createObjectNode().put("version", "1.0");
        root.putNull("truncation").putNull("padding").putArray("added_tokens");
        for (String token : tokens) {
            if (token.matches("\\[.*]|<.*>")) {
                root.withArray("/added_tokens")
                        .addObject()
                        .put("id", tokens.indexOf(token))
                        .put("content", token)
                        .put("single_word", false)
                        .put("lstrip", false)
                        .put("rstrip", false)
                        .put("normalized", false)
                        .put("special", true);
            }
        }
        root.putObject("normalizer").put("type", "Lowercase");
        root.putObject("pre_tokenizer").put("type", "Whitespace");
        root.putNull("post_processor").putNull("decoder");
        return root;
    }

    private static void vocabulary(ObjectNode model, List<String> tokens) {
        ObjectNode vocabulary = model.putObject("vocab");
        tokens.forEach(token -> vocabulary.put(token, vocabulary.size()));
    }
}
