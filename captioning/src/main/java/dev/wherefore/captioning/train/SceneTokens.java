package dev.wherefore.captioning.train;

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

    SceneTokens(List<String> words) {
        this.words = List.copyOf(words);
        for (String word : words) {
            ids.put(word, FIRST + ids.size());
        }
    }

    static final List<String> WORDS =
            java.util.stream.Stream.of(
                            "bus car bicycle bench fire hydrant traffic light tree dog cat bird person kite ball umbrella boat house buses cars bicycles benches hydrants lights trees dogs cats birds people kites balls umbrellas boats houses red orange yellow green blue purple pink brown black white grey two three four five left right of above below in front behind next to a an there is are and with on the street park at beach snow snowy scene sky water dusk"
                                    .split(" "))
                    .sorted()
                    .toList();

    /** How many tokens there are, the special ones included. */
    int size() {
        return FIRST + words.size();
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
