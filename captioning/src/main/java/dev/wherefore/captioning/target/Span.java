package dev.wherefore.captioning.target;

import dev.wherefore.core.text.Text;
import dev.wherefore.core.text.Word;
import java.util.List;
import java.util.Locale;

/**
 * Words of a caption that follow each other.
 *
 * @param first the first word's place, from 0
 * @param end the place after the last word
 */
record Span(int first, int end) {

    boolean isWord() {
        return end == first + 1;
    }

    /** The characters, as the caption has them. */
    String surface(Text text) {
        return text.string().substring(from(text), to(text));
    }

    int from(Text text) {
        return text.words().get(first).from();
    }

    int to(Text text) {
        return text.words().get(end - 1).to();
    }

    int firstToken(Text text) {
        return text.words().get(first).firstToken();
    }

    int endToken(Text text) {
        Word last = text.words().get(end - 1);
        return last.firstToken() + last.tokens();
    }

    /** Whether the words are these, in upper or lower case. */
    boolean isAs(Text text, List<String> surfaces) {
        for (int i = 0; i < surfaces.size(); i++) {
            String word = text.words().get(first + i).surface();
            if (!word.toLowerCase(Locale.ROOT).equals(surfaces.get(i).toLowerCase(Locale.ROOT))) {
                return false;
            }
        }
        return true;
    }
}
