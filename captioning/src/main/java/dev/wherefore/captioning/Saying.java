package dev.wherefore.captioning;

import dev.wherefore.captioning.making.MadeCaption;
import dev.wherefore.core.text.SpecialIds;
import dev.wherefore.core.text.Text;
import dev.wherefore.core.text.Word;
import java.util.Optional;

/**
 * A caption of a picture, made or given.
 *
 * @param text its words and tokens, without those that begin and end it
 * @param specials the tokens that begin and end it
 * @param made how it was made, if the network made it
 */
public record Saying(Text text, SpecialIds specials, Optional<MadeCaption> made) {

    /**
     * Returns what the network is given to hear about every token, the end included.
     *
     * @return the begin token and all tokens of the caption: position t is about token t, counted
     *     from 0, and the last position about the end
     */
    public int[] beginning() {
        int[] ids = text.ids();
        int[] beginning = new int[ids.length + 1];
        beginning[0] = specials.begin();
        System.arraycopy(ids, 0, beginning, 1, ids.length);
        return beginning;
    }

    /**
     * Returns a word's form.
     *
     * @param word its place, from 0
     * @return as the caption has it
     */
    public String surface(int word) {
        Word found = text.words().get(word);
        return found.surface();
    }
}
