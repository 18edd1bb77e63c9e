package dev.wherefore.captioning.train;

import dev.wherefore.core.scene.language.SceneWords;
import dev.wherefore.core.text.WordLevelFile;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The token ids of the words that captions of scenes are made of: a word a token. */
final class SceneTokens {

    /** The most words of a caption. */
    static final int LONGEST = 14;

    static final int PAD = 0;
    static final int BEGIN = 2;
    static final int END = 3;
    private static final int FIRST = 4;

    private final Map<String, Integer> ids = new HashMap<>();
    private final List<String> words;

    SceneTokens() {
        this.words = SceneWords.all();
        for (String word : words) {
            ids.put(word, FIRST + ids.size());
        }
    }

    /** How many tokens there are, the special ones included. */
    int size() {
        return FIRST + words.size();
    }

    /** The tokenizer as a file. */
    String tokenizer() {
        return WordLevelFile.json(words);
    }

    /** A caption between the begin and the end token, filled up to a length. */
    float[] padded(List<String> caption, int length) {
        float[] padded = new float[length];
        padded[0] = BEGIN;
        for (int i = 0; i < caption.size(); i++) {
            Integer id = ids.get(caption.get(i));
            if (id == null) {
                throw new IllegalStateException("captions have a new word: " + caption.get(i));
            }
            padded[i + 1] = id;
        }
        padded[caption.size() + 1] = END;
        return padded;
    }
}
