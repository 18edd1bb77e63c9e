package dev.wherefore.captioning.config;

import dev.wherefore.captioning.target.TokenScore;
import dev.wherefore.core.experiment.config.ConfigDoc;
import dev.wherefore.core.experiment.config.ConfigNumbers;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What of a caption to explain: one of words, word, at, token, phrase and caption.
 *
 * @param words all words, one after another
 * @param word a word by its form
 * @param at a word by its place, from 1
 * @param token a token by its number in the vocabulary
 * @param phrase several words that follow each other
 * @param caption the whole caption
 * @param occurrence which of several that are alike, from 1
 * @param insteadOf what could stand in the same place: shows what speaks for the one rather than it
 * @param score which of the tokens' numbers
 * @param negative whether to show what speaks against it
 */
public record CaptionTargetConfig(
        @ConfigDoc("All words of the caption, one after another.") Optional<Words> words,
        @ConfigDoc("A word of the caption, as it is written there.") Optional<String> word,
        @ConfigDoc("The word at this place, from 1.") Optional<Integer> at,
        @ConfigDoc("A token of the caption, by its number in the vocabulary.")
                Optional<Integer> token,
        @ConfigDoc("Words of the caption that follow each other.") Optional<String> phrase,
        @ConfigDoc(
                        "The whole caption: its words alone (words), or the token that ends it too"
                                + " (with-end).")
                Optional<Whole> caption,
        @ConfigDoc(
                        "Which one, from 1, where the word, token or phrase stands there more than"
                                + " once; left out, the first.")
                Optional<Integer> occurrence,
        @ConfigDoc(
                        "Another word or phrase in the same place: shows what speaks for the one"
                                + " rather than for it.")
                Optional<String> insteadOf,
        @ConfigDoc(
                        value =
                                "Which number is explained, summed up over tokens: the"
                                        + " log-probability, or the bare logit.",
                        preset = "log-probability")
                TokenScore score,
        @ConfigDoc(value = "Whether to show what speaks against it.", preset = "false")
                boolean negative) {

    /** Which words are meant. */
    public enum Words {
        /** Each word of the caption. */
        ALL
    }

    /** What belongs to the whole caption. */
    public enum Whole {
        /** Its words. */
        WORDS,
        /** Its words and the token that ends it. */
        WITH_END
    }

    /** Checks that one thing is meant. */
    public CaptionTargetConfig {
        List<String> given = new ArrayList<>();
        words.ifPresent(v -> given.add("words"));
        word.ifPresent(v -> given.add("word"));
        at.ifPresent(v -> given.add("at"));
        token.ifPresent(v -> given.add("token"));
        phrase.ifPresent(v -> given.add("phrase"));
        caption.ifPresent(v -> given.add("caption"));
        if (given.size() != 1) {
            throw new IllegalArgumentException(
                    "one of words, word, at, token, phrase and caption is wanted, found "
                            + (given.isEmpty() ? "none" : String.join(" and ", given)));
        }
        at.ifPresent(place -> ConfigNumbers.requireAtLeast("at", place, 1));
        token.ifPresent(id -> ConfigNumbers.requireAtLeast("token", id, 0));
        occurrence.ifPresent(n -> ConfigNumbers.requireAtLeast("occurrence", n, 1));
        if (occurrence.isPresent() && word.or(() -> phrase).isEmpty() && token.isEmpty()) {
            throw new IllegalArgumentException("occurrence is for word, token and phrase");
        }
        if (insteadOf.isPresent() && (words.isPresent() || caption.isPresent())) {
            throw new IllegalArgumentException(
                    "instead-of is for a word or a phrase, not for " + given.get(0));
        }
    }
}
