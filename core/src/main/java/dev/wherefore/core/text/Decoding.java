package dev.wherefore.core.text;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/** The text of tokens that a network made, and which of its characters each token stands for. */
final class Decoding {

    private static final String INCOMPLETE = "\ufffd";

    private final NativeTokenizer tokenizer;
    private final Vocabulary vocabulary;

    Decoding(NativeTokenizer tokenizer, Vocabulary vocabulary) {
        this.tokenizer = tokenizer;
        this.vocabulary = vocabulary;
    }

    /**
     * Returns the text, without space at its ends.
     *
     * @param ids the tokens
     * @param shown for each whether it is part of the text; others stand for no characters
     */
    Text text(List<Integer> ids, List<Boolean> shown) {
        List<Integer> said = new ArrayList<>();
        for (int i = 0; i < ids.size(); i++) {
            if (shown.get(i)) {
                said.add(ids.get(i));
            }
        }
        String whole = tokenizer.decode(said);
        Iterator<Token> spans = spans(said, whole).iterator();
        String text = whole.strip();
        int cut = text.isEmpty() ? whole.length() : whole.indexOf(text);
        List<Token> tokens = new ArrayList<>();
        int reached = 0;
        for (int i = 0; i < ids.size(); i++) {
            Token token = shown.get(i) ? spans.next().moved(-cut) : silent(ids.get(i), reached);
            // space that was cut off has tokens too
            Token inside =
                    token.from() < 0 || token.to() > text.length()
                            ? silent(token.id(), reached)
                            : token;
            tokens.add(inside);
            reached = inside.to();
        }
        List<Word> words = WordFinder.find(text, tokens);
        return new Text(text, tokens, words.stream().filter(w -> w.tokens() > 0).toList());
    }

    private Token silent(int id, int at) {
        return new Token(id, piece(id), at, at);
    }

    /** By reading the text again, if that gives the same tokens; by decoding ever more, if not. */
    private List<Token> spans(List<Integer> ids, String whole) {
        return tokenizer
                .encode(whole)
                .filter(again -> again.stream().map(Token::id).toList().equals(ids))
                .orElseGet(() -> growth(ids, whole));
    }

    private List<Token> growth(List<Integer> ids, String whole) {
        List<Token> tokens = new ArrayList<>();
        int reached = 0;
        for (int count = 1; count <= ids.size(); count++) {
            String part = count == ids.size() ? whole : tokenizer.decode(ids.subList(0, count));
            if (part.endsWith(INCOMPLETE) && !whole.startsWith(part)) {
                continue; // the rest of the character comes with the next token
            }
            int to = Math.max(reached, alike(part, whole));
            while (tokens.size() < count) {
                int id = ids.get(tokens.size());
                tokens.add(Token.trimmed(id, piece(id), whole, reached, to));
            }
            reached = to;
        }
        return tokens;
    }

    private static int alike(String a, String b) {
        int most = Math.min(a.length(), b.length());
        int count = 0;
        while (count < most && a.charAt(count) == b.charAt(count)) {
            count++;
        }
        return count;
    }

    private String piece(int id) {
        return vocabulary.piece(id).orElse("");
    }
}
