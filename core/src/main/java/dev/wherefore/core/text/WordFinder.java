package dev.wherefore.core.text;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** Puts words together from tokens, by the characters that both stand for. */
final class WordFinder {

    private static final String LETTER = "\\p{L}\\p{N}\\p{Pc}";
    private static final String RUN = "[" + LETTER + "][" + LETTER + "\\p{M}]*";

    /** What holds the halves of a word together: apostrophes, hyphens, joiners of scripts. */
    private static final String JOINT = "['’\\-\u2010\u2011\u200c\u200d]";

    private static final Pattern WORD =
            Pattern.compile(
                    RUN + "(?:" + JOINT + RUN + ")*|[^\\s" + LETTER + "]+",
                    Pattern.UNICODE_CHARACTER_CLASS);

    private WordFinder() {}

    /** The words of a text as it is written. */
    static List<String> surfaces(String text) {
        return WORD.matcher(text).results().map(MatchResult::group).toList();
    }

    /**
     * Returns the words with their tokens.
     *
     * @param text the text
     * @param tokens its tokens
     * @return the words in their order; those for which there is no token have none
     */
    static List<Word> find(String text, List<Token> tokens) {
        List<Word> words = new ArrayList<>();
        for (MatchResult match : WORD.matcher(text).results().toList()) {
            Word word = word(match, tokens);
            int last = words.size() - 1;
            if (word.tokens() > 0 && last >= 0 && words.get(last).endToken() > word.firstToken()) {
                words.set(last, words.get(last).with(word, text));
            } else {
                words.add(word);
            }
        }
        return words;
    }

    private static Word word(MatchResult match, List<Token> tokens) {
        int[] own =
                IntStream.range(0, tokens.size())
                        .filter(t -> tokens.get(t).overlaps(match.start(), match.end()))
                        .toArray();
        int first = own.length == 0 ? 0 : own[0];
        int count = own.length == 0 ? 0 : own[own.length - 1] + 1 - first;
        return new Word(match.group(), match.start(), match.end(), first, count);
    }
}
