package dev.wherefore.core.text;

import ai.djl.huggingface.tokenizers.Encoding;
import ai.djl.huggingface.tokenizers.HuggingFaceTokenizer;
import ai.djl.huggingface.tokenizers.jni.CharSpan;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;

/**
 * DJL's tokenizer, held so that several threads may use it and it is closed once: its memory is not
 * Java's. It counts in code points; what is handed out counts as Java's strings do.
 */
final class NativeTokenizer implements AutoCloseable {

    private static final Map<String, String> NOTHING_ADDED_NOR_CUT =
            Map.of("addSpecialTokens", "false", "truncation", "false", "padding", "false");

    private final HuggingFaceTokenizer tokenizer;
    private final Vocabulary vocabulary;
    private final ReadWriteLock lock = new ReentrantReadWriteLock();

    private NativeTokenizer(HuggingFaceTokenizer tokenizer, Vocabulary vocabulary) {
        this.tokenizer = tokenizer;
        this.vocabulary = vocabulary;
    }

    /** Opens a tokenizer by its file's content; what DJL throws comes through. */
    static NativeTokenizer open(byte[] json, Vocabulary vocabulary) throws IOException {
        return new NativeTokenizer(
                HuggingFaceTokenizer.newInstance(
                        new ByteArrayInputStream(json), NOTHING_ADDED_NOR_CUT),
                vocabulary);
    }

    /**
     * Returns the tokens of a text, without any that frame it.
     *
     * @param text the text
     * @return the tokens, or nothing if the model cannot take the text
     */
    Optional<List<Token>> encode(String text) {
        lock.readLock().lock();
        try {
            return encoding(text).map(e -> tokens(e, text));
        } finally {
            lock.readLock().unlock();
        }
    }

    private Optional<Encoding> encoding(String text) {
        tokenizer.getHandle(); // throws if it is closed
        // half a surrogate pair would come over as several characters
        String whole = text.replaceAll("\\p{Cs}", "\ufffd");
        try {
            return Optional.of(tokenizer.encode(whole, false, false));
        } catch (RuntimeException e) { // nothing narrower is thrown, as for words without a token
            return Optional.empty();
        }
    }

    private List<Token> tokens(Encoding encoding, String text) {
        int[] index = indices(text);
        long[] ids = encoding.getIds();
        CharSpan[] spans = encoding.getCharTokenSpans();
        List<Token> tokens = new ArrayList<>();
        for (int t = 0; t < ids.length; t++) {
            int from = index[spans[t].getStart()];
            int to = index[spans[t].getEnd()];
            int id = Math.toIntExact(ids[t]);
            tokens.add(Token.trimmed(id, vocabulary.piece(id).orElse(""), text, from, to));
        }
        return tokens;
    }

    /** Where each code point begins, and the end. */
    private static int[] indices(String text) {
        int[] index = new int[text.codePointCount(0, text.length()) + 1];
        for (int i = 1; i < index.length; i++) {
            index[i] = text.offsetByCodePoints(index[i - 1], 1);
        }
        return index;
    }

    /** Returns the text of tokens as the file's decoder puts it together, or joined by spaces. */
    String decode(List<Integer> ids) {
        lock.readLock().lock();
        try {
            return tokenizer.decode(ids.stream().mapToLong(Integer::longValue).toArray(), false);
        } finally {
            lock.readLock().unlock();
        }
    }

    @Override
    public void close() {
        lock.writeLock().lock();
        try {
            tokenizer.close();
        } finally {
            lock.writeLock().unlock();
        }
    }
}
