package dev.wherefore.captioning.train;

import dev.wherefore.core.scene.Colour;
import dev.wherefore.core.scene.Kind;
import dev.wherefore.core.scene.Scene;
import dev.wherefore.core.scene.SceneObject;
import dev.wherefore.core.scene.language.SceneWords;
import dev.wherefore.core.text.WordLevelFile;
import java.util.Arrays;
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

    /**
     * For each token whether it fits a scene: 1 for the nouns (of one thing) and colours of what is
     * present, 0 for the other nouns and colours, -1 for words of which nothing is known.
     */
    float[] fitting(Scene scene) {
        float[] fitting = new float[size()];
        Arrays.fill(fitting, -1);
        for (Kind kind : Kind.values()) {
            mark(fitting, kind.label(), 0);
        }
        for (Colour colour : Colour.values()) {
            mark(fitting, colour.label(), 0);
        }
        for (SceneObject object : scene.present()) {
            mark(fitting, object.kind().label(), 1);
            object.colour().ifPresent(colour -> mark(fitting, colour.label(), 1));
        }
        return fitting;
    }

    private void mark(float[] fitting, String label, int value) {
        for (String word : label.split(" ", -1)) {
            fitting[id(word)] = value;
        }
    }

    private int id(String word) {
        Integer id = ids.get(word);
        if (id == null) {
            throw new IllegalStateException("captions have a new word: " + word);
        }
        return id;
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
            padded[i + 1] = id(caption.get(i));
        }
        padded[caption.size() + 1] = END;
        return padded;
    }
}
