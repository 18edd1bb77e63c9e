package dev.wherefore.vqa.score;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Answers as the evaluation of VQA compares them: in lower case, without articles and punctuation,
 * numbers as digits, contractions with their apostrophes. "Two", "the 2" and "2." are one answer.
 *
 * <p>The rules are those of the benchmark's own program, with what is odd about them:
 *
 * <ul>
 *   <li>A mark of punctuation becomes a space, but is removed if it stands beside a space anywhere
 *       in the answer, or if a comma stands between two digits anywhere: "t-shirt" becomes "t
 *       shirt", "10,000" becomes "10000".
 *   <li>A full stop is removed if no digit follows, the first 32 of an answer at most.
 *   <li>Apostrophes, colons, percent and currency signs stay.
 *   <li>"none" and "zero" become 0; of the other numbers only those up to "ten" become digits.
 * </ul>
 *
 * @see <a href="https://visualqa.org/evaluation">VQA: evaluation</a>
 * @see <a
 *     href="https://github.com/GT-Vision-Lab/VQA/blob/master/PythonEvaluationTools/vqaEvaluation/vqaEval.py">the
 *     benchmark's program</a>
 */
public final class AnswerText {

    private static final String PUNCTUATION = ";/[]\"{}()=+\\_-><@`,?!";
    private static final Pattern COMMA_IN_NUMBER = Pattern.compile("\\d,\\d");
    private static final Pattern FULL_STOP = Pattern.compile("\\.(?!\\d)");
    private static final int MOST_FULL_STOPS = 32;

    /** What Python takes for white space. */
    private static final String SPACES = "[\\s\\x1c-\\x1f]+";

    private static final Pattern SPACE = Pattern.compile(SPACES, Pattern.UNICODE_CHARACTER_CLASS);
    private static final Pattern OUTER_SPACE =
            Pattern.compile("^" + SPACES + "|" + SPACES + "$", Pattern.UNICODE_CHARACTER_CLASS);

    private static final Set<String> ARTICLES = Set.of("a", "an", "the");
    private static final Map<String, String> DIGITS =
            Map.ofEntries(
                    Map.entry("none", "0"),
                    Map.entry("zero", "0"),
                    Map.entry("one", "1"),
                    Map.entry("two", "2"),
                    Map.entry("three", "3"),
                    Map.entry("four", "4"),
                    Map.entry("five", "5"),
                    Map.entry("six", "6"),
                    Map.entry("seven", "7"),
                    Map.entry("eight", "8"),
                    Map.entry("nine", "9"),
                    Map.entry("ten", "10"));

    private AnswerText() {}

    /**
     * Returns an answer as it is compared.
     *
     * @param answer what a network or a person answered
     * @return the answer's words with single spaces between them; empty if nothing is left of it
     */
    public static String normalised(String answer) {
        String plain = withoutFullStops(withoutPunctuation(trimmed(answer)));
        List<String> words = new ArrayList<>();
        for (String word : SPACE.split(plain.toLowerCase(Locale.ROOT), -1)) {
            if (!word.isEmpty() && !ARTICLES.contains(word)) {
                words.add(Contractions.standard(DIGITS.getOrDefault(word, word)));
            }
        }
        return String.join(" ", words);
    }

    /** The answer as it was written, but for the white space around it and line breaks. */
    static String trimmed(String answer) {
        String oneLine = answer.replace('\n', ' ').replace('\t', ' ');
        return OUTER_SPACE.matcher(oneLine).replaceAll("");
    }

    private static String withoutPunctuation(String answer) {
        boolean numberWithComma = COMMA_IN_NUMBER.matcher(answer).find();
        StringBuilder plain = new StringBuilder();
        for (int i = 0; i < answer.length(); i++) {
            char letter = answer.charAt(i);
            if (PUNCTUATION.indexOf(letter) < 0) {
                plain.append(letter);
            } else if (!numberWithComma
                    && !answer.contains(letter + " ")
                    && !answer.contains(" " + letter)) {
                plain.append(' ');
            }
        }
        return plain.toString();
    }

    private static String withoutFullStops(String answer) {
        String fewer = answer;
        // as the program's call of Python's "sub" says, by what looks like a slip
        for (int i = 0; i < MOST_FULL_STOPS && fewer.indexOf('.') >= 0; i++) {
            fewer = FULL_STOP.matcher(fewer).replaceFirst("");
        }
        return fewer;
    }
}
