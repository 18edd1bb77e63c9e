package dev.wherefore.captioning.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class ScoresTest {

    @Test
    void aWordCountsAsOftenAsInOneReference() {
        // Papineni et al.: 2 of 7
        JudgedCaption the =
                JudgedCaption.of(
                        "the the the the the the the",
                        List.of("the cat is on the mat", "there is a cat on the mat"));
        assertThat(Bleu.of(List.of(the)).bleu1()).isCloseTo(2 / 7.0, within(1e-12));
    }

    @Test
    void shortCaptionsArePenalisedByTheNearestReference() {
        // all of its 4 words are shared; references of 6 and 9 words; exp(1 - 6/4)
        JudgedCaption caption =
                JudgedCaption.of("a b c d", List.of("a b c d e f", "a b c d e f g h i"));
        assertThat(Bleu.of(List.of(caption)).bleu4()).isCloseTo(Math.exp(-0.5), within(1e-12));
        // references of 3 and 5 words are as near: the shorter counts, and nothing is taken off
        JudgedCaption between = JudgedCaption.of("a b c d", List.of("a b c d e", "a b c"));
        assertThat(Bleu.of(List.of(between)).bleu4()).isCloseTo(1, within(1e-12));
    }

    @Test
    void aWordThatAllPicturesHaveSaysNothing() {
        List<JudgedCaption> captions =
                List.of(
                        JudgedCaption.of("a", List.of("a bus")),
                        JudgedCaption.of("cat", List.of("a cat")));
        // the second: cosine 1 of single words, none of pairs; a bell of one word's difference
        assertThat(Cider.of(captions).each().get(0)).isZero();
        assertThat(Cider.of(captions).each().get(1))
                .isCloseTo(10 / 4.0 * Math.exp(-1 / 72.0), within(1e-12));
    }

    @Test
    void captionsAreSplitAtSpacesAndPutIntoLowerCase() {
        assertThat(JudgedCaption.of(" A  Red bus ", List.of("The BUS")))
                .isEqualTo(
                        new JudgedCaption(
                                List.of("a", "red", "bus"), List.of(List.of("the", "bus"))));
        assertThat(JudgedCaption.of(" ", List.of("a")).words()).isEmpty();
    }

    @Test
    void nothingIsNotScored() {
        assertThatThrownBy(() -> Bleu.of(List.of())).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Cider.of(List.of())).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> JudgedCaption.of("a", List.of()))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
