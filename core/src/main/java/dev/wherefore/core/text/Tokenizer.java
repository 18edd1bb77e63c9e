package dev.wherefore.core.text;

import dev.wherefore.core.NearMatches;
import dev.wherefore.core.UserError;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * Turns texts into the tokens that a network takes, and back, as a {@code tokenizer.json} of
 * Hugging Face's tokenizers says. Nothing is downloaded. Several threads may use one; whoever reads
 * it closes it.
 *
 * @see <a href="https://huggingface.co/docs/tokenizers">Hugging Face, Tokenizers</a>
 */
public final class Tokenizer implements AutoCloseable {

    private final Path file;
    private final Vocabulary vocabulary;
    private final SpecialIds specials;
    private final NativeTokenizer tokenizer;

    private Tokenizer(TokenizerFile file, SpecialIds specials) {
        this.file = file.file();
        this.vocabulary = file.vocabulary();
        this.specials = specials;
        this.tokenizer = file.open();
    }

    /**
     * Reads a tokenizer.
     *
     * @param file a {@code tokenizer.json}
     * @param special which tokens begin and end captions, fill them up and stand for the unknown
     * @return the tokenizer, to be closed
     * @throws UserError if the file cannot be read, is damaged or something else; if a token that
     *     is named is not in it, or no token begins or ends captions
     */
    public static Tokenizer read(Path file, SpecialTokens special) {
        TokenizerFile content = TokenizerFile.read(file);
        return new Tokenizer(content, new SpecialFinder(content.vocabulary(), file).find(special));
    }

    /**
     * Reads a tokenizer of texts that nothing begins or ends, such as questions: tokens that do are
     * no matter, and need not be there.
     *
     * @param file a {@code tokenizer.json}
     * @param special which tokens fill texts up and stand for the unknown
     * @return the tokenizer, to be closed; the numbers of the tokens that begin and end texts are
     *     {@link SpecialIds#NONE}
     * @throws UserError if the file cannot be read, is damaged or something else; if a token that
     *     is named is not in it
     */
    public static Tokenizer readUnframed(Path file, SpecialTokens special) {
        TokenizerFile content = TokenizerFile.read(file);
        SpecialFinder finder = new SpecialFinder(content.vocabulary(), file);
        return new Tokenizer(content, finder.findUnframed(special));
    }

    /**
     * Returns how the vocabulary writes its tokens.
     *
     * @return all of them
     */
    public Set<String> pieces() {
        return vocabulary.pieces();
    }

    /**
     * Returns the tokens that begin and end captions, fill them up and stand for the unknown.
     *
     * @return their numbers
     */
    public SpecialIds specials() {
        return specials;
    }

    /**
     * Returns how many numbers there are for tokens: the largest and one.
     *
     * @return the size; a network may give more logits, never fewer
     */
    public int vocabularySize() {
        return vocabulary.size();
    }

    /**
     * Returns how the vocabulary writes a token.
     *
     * @param id the token's number
     * @return such as {@code ##ing} or {@code Ġbus}; nothing if no token has this number
     */
    public Optional<String> piece(int id) {
        return vocabulary.piece(id);
    }

    /**
     * Returns the number of a token.
     *
     * @param piece how the vocabulary writes it
     * @return its number; nothing if there is no such token
     */
    public OptionalInt id(String piece) {
        return vocabulary.id(piece);
    }

    /**
     * Returns a text's tokens and words. None is added that begins or ends it, nothing is cut off.
     *
     * @param text the text, with at least one word
     * @param unknown what becomes of words that are not known
     * @return the text as it is, its tokens and words
     * @throws UserError if there is no word, a token that frames captions is in the text, or a word
     *     is not known and may not be replaced or cannot be
     */
    public Text encode(String text, UnknownWords unknown) {
        if (text.isBlank()) {
            throw new UserError("a text must have a word, found '" + text + "'");
        }
        List<Token> tokens = tokenizer.encode(text).orElseThrow(() -> refused(text));
        for (Token token : tokens) {
            if (specials.frames(token.id())) {
                throw new UserError(
                        ("the text '%s' must not have '%s' in it, which the"
                                        + " tokenizer '%s' puts around texts")
                                .formatted(text, token.piece(), file));
            }
        }
        List<Word> words = WordFinder.find(text, tokens);
        words.forEach(word -> requireKnown(word, tokens, unknown));
        return new Text(text, tokens, words);
    }

    private void requireKnown(Word word, List<Token> tokens, UnknownWords unknown) {
        if (word.tokens() == 0) {
            throw irreplaceable(word.surface());
        }
        boolean known =
                tokens.subList(word.firstToken(), word.endToken()).stream()
                        .noneMatch(token -> specials.isUnknown(token.id()));
        if (!known && unknown == UnknownWords.REFUSE) {
            throw new UserError(
                    notKnown(word.surface())
                            + NearMatches.hint(word.surface(), vocabulary.words()));
        }
    }

    /** The error for a text that the model itself refuses: a word has no token, not even that. */
    private UserError refused(String text) {
        return WordFinder.surfaces(text).stream()
                .filter(word -> tokenizer.encode(word).isEmpty())
                .findFirst()
                .map(this::irreplaceable)
                .orElseGet(
                        () ->
                                new UserError(
                                        "the tokenizer '%s' cannot take the text '%s'"
                                                .formatted(file, text)));
    }

    private UserError irreplaceable(String word) {
        return new UserError(
                notKnown(word)
                        + ", and has no token in place of it"
                        + NearMatches.hint(word, vocabulary.words()));
    }

    private String notKnown(String word) {
        return "the tokenizer '%s' does not know the word '%s'".formatted(file, word);
    }

    /**
     * Returns the text of tokens that a network made.
     *
     * <p>Tokens that begin or end captions, fill them up, or are special by the file, are no part
     * of the string, and stand for no characters; they keep their places among the tokens.
     *
     * @param ids the tokens, {@code (T)}, possibly none
     * @return the text, without space at its ends, and the tokens in their order
     * @throws UserError if the tokenizer has no token of a number
     */
    public Text decode(int[] ids) {
        List<Integer> all = Arrays.stream(ids).boxed().toList();
        for (int id : ids) {
            if (vocabulary.piece(id).isEmpty()) {
                throw new UserError(
                        ("the tokenizer '%s' has no token number %d, which the"
                                        + " network made; its numbers go from 0 to %d")
                                .formatted(file, id, vocabulary.size() - 1));
            }
        }
        List<Boolean> shown =
                all.stream().map(id -> !specials.frames(id) && !vocabulary.isSpecial(id)).toList();
        return new Decoding(tokenizer, vocabulary).text(all, shown);
    }

    /** Frees the tokenizer's memory, once no other thread is using it. */
    @Override
    public void close() {
        tokenizer.close();
    }
}
