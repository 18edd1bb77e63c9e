package dev.wherefore.captioning.grounding;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wherefore.captioning.grounding.WordGrounding.Origin;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a word owes to the picture is said in words that follow from its numbers. */
class WordGroundingTest {

    private static WordGrounding of(double own, Optional<Double> region, double blank) {
        return WordGrounding.of(
                "bus",
                3,
                (float) Math.log(own),
                region.map(r -> (float) Math.log(r)),
                (float) Math.log(blank));
    }

    @ParameterizedTest(name = "{0}, without the picture {1}: {2}")
    @CsvSource({
        "0.9,0.29,PICTURE",
        "0.9,0.31,BOTH",
        "0.9,0.71,BOTH",
        "0.9,0.73,WORDS",
        "0.5,0.5,WORDS",
        "0.5,0.62,WORDS",
        "0.5,0.63,DESPITE_PICTURE"
    })
    void aWordsOriginIsByHowMuchItsProbabilityFalls(double own, double blank, Origin origin) {
        WordGrounding found = of(own, Optional.empty(), blank);
        assertThat(found.origin()).isEqualTo(origin);
        assertThat(found.withoutPicture())
                .isEqualTo((float) Math.log(own) - (float) Math.log(blank));
        assertThat(found.withoutRegion()).isEmpty();
        assertThat(found.place()).isEqualTo(3);
    }

    @Test
    void eachOriginHasItsSentence() {
        assertThat(of(0.91, Optional.of(0.052), 0.00042).sentence())
                .isEqualTo(
                        "'bus' comes from the picture: probability 91 %, without the marked region"
                                + " 5.2 %, without the picture below 0.1 %");
        assertThat(of(0.6, Optional.empty(), 0.3).sentence())
                .isEqualTo(
                        "'bus' comes from the picture in part: probability 60 %, without the"
                                + " picture 30 %");
        assertThat(of(0.999, Optional.of(1.0), 0.998).sentence())
                .isEqualTo(
                        "'bus' follows from the words before it: probability 100 %, without the"
                                + " marked region 100 %, without the picture 100 %");
        assertThat(of(0.02, Optional.empty(), 0.04).sentence())
                .isEqualTo(
                        "'bus' is said in spite of the picture: probability 2.0 %, without the"
                                + " picture 4.0 %");
    }

    @Test
    void aCaptionsSentenceNamesWhatComesFromThePictureAndFromWords() {
        WordGrounding seen = of(0.9, Optional.empty(), 0.1);
        WordGrounding both = of(0.9, Optional.empty(), 0.5);
        WordGrounding said = of(0.9, Optional.empty(), 0.9);
        assertThat(sentence(seen, both, said, seen))
                .isEqualTo("from the picture: bus, bus; from the words before: bus");
        assertThat(sentence(seen)).isEqualTo("from the picture: bus");
        assertThat(sentence(both, said))
                .isEqualTo("no word comes from the picture; from the words before: bus");
        assertThat(sentence()).isEmpty();
    }

    private static String sentence(WordGrounding... words) {
        return new GroundedCaption(new float[] {-1, -2, -4}, List.of(words)).sentence();
    }

    @Test
    void logProbabilitiesOfSeveralTokensAreTheirSum() {
        GroundedCaption caption = new GroundedCaption(new float[] {-1, -2, -4}, List.of());
        assertThat(caption.logProbability(0, 3)).isEqualTo(-7);
        assertThat(caption.logProbability(1, 2)).isEqualTo(-2);
    }
}
