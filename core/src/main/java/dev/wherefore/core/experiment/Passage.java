package dev.wherefore.core.experiment;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Something that a reader of a report can point at to see maps: the classes of a picture, its
 * caption, a question and its answers.
 *
 * @param kind what it is
 * @param heading what it is called: {@code "the caption"}
 * @param pieces its words in reading order; none of a list of classes
 * @param weights what the pieces' weights mean, where they have some
 * @param bars its answers or classes, the most probable first, or numbers of its words
 * @param scale what the bars and their marks mean; empty without bars
 * @param also what else was explained of it: {@code "bus instead of car"}
 * @param notes what else is to be told of it, in sentences
 */
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public record Passage(
        Kind kind,
        String heading,
        List<Piece> pieces,
        Optional<String> weights,
        List<Bar> bars,
        String scale,
        List<Piece> also,
        List<String> notes) {

    /** What a passage is. */
    public enum Kind {
        /** The classes that a network sees. */
        CLASSES,
        /** What it says of a picture. */
        CAPTION,
        /** What it was asked, and what it answers. */
        QUESTION,
        /** Other numbers that were explained. */
        OTHER
    }

    /** Copies the lists. */
    public Passage {
        pieces = List.copyOf(pieces);
        bars = List.copyOf(bars);
        also = List.copyOf(also);
        notes = List.copyOf(notes);
    }

    /**
     * A word.
     *
     * @param text the word
     * @param target which target it stands for, from 0, if it was explained
     * @param weight what it counts, in [-1, 1], if it is known
     * @param tooltip the same in words; empty where there is nothing to say
     */
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    public record Piece(
            String text, Optional<Integer> target, Optional<Double> weight, String tooltip) {}

    /**
     * A number as a bar.
     *
     * @param label what the number is of
     * @param value its length in [0, 1]
     * @param mark another number to compare with, in [0, 1], such as the probability without the
     *     picture
     * @param text other numbers in words, such as what the mark stands for; may be empty
     * @param target which target it stands for, from 0, if it was explained
     */
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    public record Bar(
            String label,
            double value,
            Optional<Double> mark,
            String text,
            Optional<Integer> target) {}

    /**
     * Returns a share as people read it.
     *
     * @param share from 0 to 1
     * @return {@code "62 %"}, {@code "3.1 %"}, {@code "below 0.1 %"}
     */
    public static String percent(double share) {
        double percent = 100 * share;
        return percent > 0 && percent < 0.1
                ? "below 0.1 %"
                : String.format(Locale.ROOT, percent < 10 ? "%.1f %%" : "%.0f %%", percent);
    }
}
