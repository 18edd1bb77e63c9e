package dev.wherefore.core.text;

import ai.djl.engine.EngineException;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.wherefore.core.IoReason;
import dev.wherefore.core.UserError;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * What a {@code tokenizer.json} holds.
 *
 * @param file the file
 * @param content its bytes
 * @param vocabulary its tokens
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record TokenizerFile(Path file, byte[] content, Vocabulary vocabulary) {

    static TokenizerFile read(Path file) {
        byte[] content = bytes(file);
        Vocabulary vocabulary = Vocabulary.of(json(file, content));
        if (vocabulary.size() == 0) {
            throw new UserError(foreign(file, "it has no model with a vocabulary"));
        }
        return new TokenizerFile(file, content, vocabulary);
    }

    private static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UserError("cannot read the tokenizer '" + file + "': " + IoReason.of(e), e);
        }
    }

    private static JsonNode json(Path file, byte[] content) {
        try {
            return new ObjectMapper().readTree(content);
        } catch (JsonProcessingException e) {
            throw new UserError(foreign(file, e.getOriginalMessage()), e);
        } catch (IOException e) {
            throw new UserError(foreign(file, IoReason.of(e)), e);
        }
    }

    /** Opens the tokenizer itself. */
    NativeTokenizer open() {
        try {
            return NativeTokenizer.open(content, vocabulary);
        } catch (EngineException | LinkageError e) {
            throw new UserError(
                    "tokenizers cannot be read on this machine: "
                            + firstLine(String.valueOf(e.getMessage())),
                    e);
        } catch (RuntimeException | IOException e) {
            throw new UserError(foreign(file, String.valueOf(e.getMessage())), e);
        }
    }

    private static String foreign(Path file, String reason) {
        return "'%s' is damaged, or not a tokenizer.json as Hugging Face's tokenizers write it: %s"
                .formatted(file, firstLine(reason));
    }

    private static String firstLine(String text) {
        return text.lines().findFirst().orElse("");
    }
}
