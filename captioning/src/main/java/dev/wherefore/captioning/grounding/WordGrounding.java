package dev.wherefore.captioning.grounding;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.wherefore.core.experiment.Passage;
import java.util.Optional;

/**
 * What a word owes to the picture.
 *
 * @param word the word
 * @param place its place in the caption, from 1
 * @param logProbability the natural logarithm of its probability, given the words before it and the
 *     picture
 * @param withoutRegion by how much that falls when the region that its map marks is filled in;
 *     known for words that are explained by themselves
 * @param withoutPicture by how much it falls when the whole picture is filled in: the word's
 *     grounding score, in nats; near 0 for words that follow from those before them
 * @param origin where the word comes from
 * @param sentence what the numbers say
 */
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public record WordGrounding(
        String word,
        int place,
        float logProbability,
        Optional<Float> withoutRegion,
        float withoutPicture,
        Origin origin,
        String sentence) {

    /** Where a word comes from. */
    public enum Origin {
        /** Without the picture it is at most a third as probable. */
        PICTURE,
        /** The picture makes it more probable, but not by that much. */
        BOTH,
        /** It is about as probable without the picture. */
        WORDS,
        /** Without the picture it would be more probable. */
        DESPITE_PICTURE
    }

    private static final double MUCH = Math.log(3);
    private static final double LITTLE = Math.log(1.25);

    /**
     * Judges a word.
     *
     * @param word the word
     * @param place its place in the caption, from 1
     * @param logProbability in the picture
     * @param region the same with the marked region filled in
     * @param blank the same with the whole picture filled in
     * @return the judgement
     */
    static WordGrounding of(
            String word, int place, float logProbability, Optional<Float> region, float blank) {
        float fall = logProbability - blank;
        Origin origin =
                fall >= MUCH
                        ? Origin.PICTURE
                        : fall >= LITTLE
                                ? Origin.BOTH
                                : fall > -LITTLE ? Origin.WORDS : Origin.DESPITE_PICTURE;
        return new WordGrounding(
                word,
                place,
                logProbability,
                region.map(r -> logProbability - r),
                fall,
                origin,
                sentence(word, origin, logProbability, region, blank));
    }

    private static String sentence(
            String word, Origin origin, float own, Optional<Float> region, float blank) {
        String claim =
                switch (origin) {
                    case PICTURE -> "'%s' comes from the picture";
                    case BOTH -> "'%s' comes from the picture in part";
                    case WORDS -> "'%s' follows from the words before it";
                    case DESPITE_PICTURE -> "'%s' is said in spite of the picture";
                };
        return claim.formatted(word)
                + ": probability "
                + percent(own)
                + region.map(r -> ", without the marked region " + percent(r)).orElse("")
                + ", without the picture "
                + percent(blank);
    }

    private static String percent(float logProbability) {
        return Passage.percent(Math.exp(logProbability));
    }
}
