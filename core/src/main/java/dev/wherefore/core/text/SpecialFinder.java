package dev.wherefore.core.text;

import dev.wherefore.core.NearMatches;
import dev.wherefore.core.UserError;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;

/** Finds the tokens that begin captions, end them, fill them up, and stand for the unknown. */
final class SpecialFinder {

    private static final List<String> BEGIN =
            List.of(
                    "[BOS]",
                    "<s>",
                    "<bos>",
                    "<|startoftext|>",
                    "<start>",
                    "[DEC]",
                    "[CLS]",
                    "<|endoftext|>");
    private static final List<String> END =
            List.of("[EOS]", "</s>", "<eos>", "<end>", "[SEP]", "<|endoftext|>");
    private static final List<String> PAD = List.of("[PAD]", "<pad>");
    private static final List<String> UNKNOWN = List.of("[UNK]", "<unk>");
    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,9}");

    private final Vocabulary vocabulary;
    private final Path file;

    SpecialFinder(Vocabulary vocabulary, Path file) {
        this.vocabulary = vocabulary;
        this.file = file;
    }

    SpecialIds find(SpecialTokens named) {
        int begin = required("begin", "begins", named.begin(), BEGIN);
        int end = required("end", "ends", named.end(), END);
        return new SpecialIds(begin, end, found("pad", named.pad(), PAD), unknown(named.unknown()));
    }

    /** Without tokens that begin and end texts. */
    SpecialIds findUnframed(SpecialTokens named) {
        return new SpecialIds(
                SpecialIds.NONE,
                SpecialIds.NONE,
                found("pad", named.pad(), PAD),
                unknown(named.unknown()));
    }

    /** What the model itself makes of the unknown, which nobody can name otherwise. */
    private OptionalInt unknown(Optional<String> named) {
        OptionalInt found = found("unknown", named, UNKNOWN);
        OptionalInt own = vocabulary.modelUnknown();
        if (own.isEmpty()) {
            return found;
        }
        if (named.isPresent() && !found.equals(own)) {
            throw new UserError(
                    "the tokenizer '%s' has '%s' for the unknown, and '%s' was named as 'unknown'"
                            .formatted(
                                    file,
                                    vocabulary.piece(own.getAsInt()).orElse(""),
                                    named.get()));
        }
        return own;
    }

    private int required(String key, String does, Optional<String> named, List<String> usual) {
        return found(key, named, usual)
                .orElseThrow(
                        () ->
                                new UserError(
                                        ("the tokenizer '%s' has none of the usual tokens by which"
                                             + " a caption %s (%s); name its own as '%s', by its"
                                             + " text or its number")
                                                .formatted(
                                                        file, does, String.join(" ", usual), key)));
    }

    private OptionalInt found(String key, Optional<String> named, List<String> usual) {
        if (named.isPresent()) {
            return OptionalInt.of(named(key, named.get()));
        }
        return usual.stream()
                .map(vocabulary::id)
                .filter(OptionalInt::isPresent)
                .findFirst()
                .orElse(OptionalInt.empty());
    }

    private int named(String key, String name) {
        OptionalInt token = vocabulary.id(name);
        if (token.isPresent()) {
            return token.getAsInt();
        }
        if (!NUMBER.matcher(name).matches()) {
            throw new UserError(
                    "the tokenizer '%s' has no token '%s', which was named as '%s'%s"
                            .formatted(
                                    file, name, key, NearMatches.hint(name, vocabulary.pieces())));
        }
        int id = Integer.parseInt(name);
        if (vocabulary.piece(id).isEmpty()) {
            throw new UserError(
                    ("the tokenizer '%s' has no token number %d, which was named as"
                                    + " '%s'; its numbers go from 0 to %d")
                            .formatted(file, id, key, vocabulary.size() - 1));
        }
        return id;
    }
}
