package dev.wherefore.vqa.network;

import dev.wherefore.core.NearMatches;
import dev.wherefore.core.UserError;
import dev.wherefore.core.target.Labels;
import dev.wherefore.core.text.Tokenizer;
import dev.wherefore.core.text.UnknownWords;
import dev.wherefore.vqa.config.SayingConfig;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The answers that a network may say, as tokens.
 *
 * @param begin the token that begins an answer
 * @param end the token that ends it
 * @param tokens for each answer its tokens, without those that begin and end it
 */
public record SaidAnswers(int begin, int end, List<int[]> tokens) {

    private static final List<String> BEGIN = List.of("[DEC]", "[BOS]", "<s>", "[CLS]");
    private static final List<String> END = List.of("[SEP]", "[EOS]", "</s>");

    /** Copies the list. */
    public SaidAnswers {
        tokens = List.copyOf(tokens);
    }

    /**
     * Returns the tokens of answers.
     *
     * @param tokenizer the words
     * @param saying which tokens begin and end an answer
     * @param answers the answers
     * @return their tokens
     * @throws UserError if a token is not there, or the tokenizer does not know an answer
     */
    public static SaidAnswers of(Tokenizer tokenizer, SayingConfig saying, Labels answers) {
        List<int[]> tokens = new ArrayList<>();
        for (int i = 0; i < answers.count(); i++) {
            tokens.add(tokenizer.encode(answers.name(i), UnknownWords.REFUSE).ids());
        }
        return new SaidAnswers(
                token(tokenizer, "begin", saying.begin(), BEGIN),
                token(tokenizer, "end", saying.end(), END),
                tokens);
    }

    private static int token(
            Tokenizer tokenizer, String key, Optional<String> named, List<String> usual) {
        if (named.isPresent()) {
            return named(tokenizer, key, named.get());
        }
        for (String piece : usual) {
            if (tokenizer.id(piece).isPresent()) {
                return tokenizer.id(piece).getAsInt();
            }
        }
        throw new UserError(
                "the tokenizer has none of the usual tokens (%s); name its own as '%s'"
                        .formatted(String.join(" ", usual), key));
    }

    private static int named(Tokenizer tokenizer, String key, String name) {
        if (tokenizer.id(name).isPresent()) {
            return tokenizer.id(name).getAsInt();
        }
        if (name.matches("\\d{1,9}") && tokenizer.piece(Integer.parseInt(name)).isPresent()) {
            return Integer.parseInt(name);
        }
        throw new UserError(
                "the tokenizer has no token '%s', which was named as '%s'%s"
                        .formatted(name, key, NearMatches.hint(name, tokenizer.pieces())));
    }

    /** What a network is given to say an answer, {@code (A)}: all but the token that ends it. */
    int[] given(int answer) {
        int[] own = tokens.get(answer);
        int[] given = new int[own.length + 1];
        given[0] = begin;
        System.arraycopy(own, 0, given, 1, own.length);
        return given;
    }

    /** What it shall say next after each of the given, {@code (A)}: the token that ends it last. */
    int[] wanted(int answer) {
        int[] own = tokens.get(answer);
        int[] wanted = new int[own.length + 1];
        System.arraycopy(own, 0, wanted, 0, own.length);
        wanted[own.length] = end;
        return wanted;
    }
}
