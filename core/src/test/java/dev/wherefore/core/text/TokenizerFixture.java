package dev.wherefore.core.text;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Small tokenizers, and short ways to say what they give. */
final class TokenizerFixture {

    private TokenizerFixture() {}

    static Path path(String name) {
        try {
            return Path.of(
                    Objects.requireNonNull(TokenizerFixture.class.getResource(name), name).toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    static Tokenizer open(String name) {
        return Tokenizer.read(path(name), SpecialTokens.usual());
    }

    /** A WordLevel tokenizer of some words, written into a folder. */
    static Path wordLevel(Path folder, String... words) throws IOException {
        return Files.writeString(
                folder.resolve("tokenizer.json"), WordLevelFile.json(List.of(words)));
    }

    /** Changes a file's text, which must have what is replaced. */
    static void replace(Path file, String old, String now) throws IOException {
        String text = Files.readString(file);
        if (!text.contains(old)) {
            throw new IllegalArgumentException(file + " has no " + old);
        }
        Files.writeString(file, text.replace(old, now));
    }

    static SpecialTokens named(String begin, String end) {
        return new SpecialTokens(
                Optional.of(begin), Optional.of(end), Optional.empty(), Optional.empty());
    }

    /** Each token's piece and the characters it stands for: {@code ##ing=ing}. */
    static List<String> tokens(Text text) {
        return text.tokens().stream()
                .map(t -> t.piece() + "=" + text.string().substring(t.from(), t.to()))
                .toList();
    }

    /** Each word with its tokens: {@code playing=1+2} for two tokens from number 1 on. */
    static List<String> words(Text text) {
        return text.words().stream()
                .map(w -> w.surface() + "=" + w.firstToken() + "+" + w.tokens())
                .toList();
    }
}
