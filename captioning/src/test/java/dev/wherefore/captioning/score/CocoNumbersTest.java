package dev.wherefore.captioning.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** Numbers that COCO's own program gave, pycocoevalcap 1.2. */
class CocoNumbersTest {

    private static final Offset<Double> CLOSE = within(1e-6);

    private static final List<JudgedCaption> CAPTIONS =
            List.of(
                    judged(
                            "a red circle left of a blue square",
                            "a red circle left of a blue square",
                            "there is a red circle beside a blue square"),
                    judged(
                            "a man rides a horse on the beach",
                            "a man is riding a horse on a beach",
                            "a person on horseback by the sea",
                            "man riding horse along the shore"),
                    judged(
                            "a dog a dog a dog",
                            "a dog runs through the grass",
                            "a brown dog in a field"),
                    judged(
                            "two buses parked in front of a building",
                            "two red buses are parked in front of a large building",
                            "a couple of buses parked outside"),
                    judged(
                            "a cat sleeping",
                            "a black and white cat sleeping on a couch",
                            "a cat is asleep on the sofa",
                            "the cat sleeps"),
                    judged(
                            "a plate of food with rice and broccoli and meat and more rice on a"
                                    + " table next to a glass",
                            "a plate of food with rice and broccoli",
                            "a dinner plate with broccoli rice and meat on a table"),
                    judged("a street sign", "a street sign on a pole", "a sign for a street"),
                    judged("bus", "a bus", "the big bus on the road"),
                    judged(
                            "people flying kites in a park",
                            "several people flying kites in a park",
                            "people are flying kites on a sunny day in the park"),
                    judged(
                            "a train on the tracks at a station",
                            "a train is on the tracks at a station",
                            "a train on the tracks at a station",
                            "the train pulls into the station"),
                    judged(
                            "zebra zebra giraffe",
                            "a giraffe and two zebras in a field",
                            "zebra and giraffe"),
                    judged(
                            "a man holding a surfboard on the beach",
                            "a surfer holding a board at the beach",
                            "a man carrying a surfboard on the beach"));

    private static JudgedCaption judged(String caption, String... references) {
        return JudgedCaption.of(caption, List.of(references));
    }

    @Test
    void bleuIsAsCocos() {
        Bleu bleu = Bleu.of(CAPTIONS);
        assertThat(bleu.bleu1()).isCloseTo(0.8414634146238845, CLOSE);
        assertThat(bleu.bleu2()).isCloseTo(0.7596074540874898, CLOSE);
        assertThat(bleu.bleu3()).isCloseTo(0.6717835617341932, CLOSE);
        assertThat(bleu.bleu4()).isCloseTo(0.6105445942095838, CLOSE);
    }

    @Test
    void withoutAnySharedRunBleuIsZeroAndNotATinyNumber() {
        Bleu bleu =
                Bleu.of(
                        List.of(
                                CAPTIONS.get(1),
                                CAPTIONS.get(4),
                                CAPTIONS.get(7),
                                CAPTIONS.get(10)));
        assertThat(bleu.bleu1()).isCloseTo(0.8666666665511112, CLOSE);
        assertThat(bleu.bleu2()).isCloseTo(0.627645914369554, CLOSE);
        assertThat(bleu.bleu3()).isCloseTo(0.3665330508474379, CLOSE);
        assertThat(bleu.bleu4()).isZero(); // 5.6e-5 there
    }

    @Test
    void ciderIsAsCocos() {
        Cider cider = Cider.of(CAPTIONS);
        assertThat(cider.mean()).isCloseTo(2.9430289113000074, CLOSE);
        double[] expected = {
            6.888980651592216,
            1.3403727734185509,
            0.6150179464052247,
            3.016583875550245,
            1.3231085675130347,
            0.7512626519459704,
            3.600005998372937,
            1.725404817802254,
            5.223879211093777,
            6.156100859828814,
            0.9451768412670212,
            3.7304527408100414
        };
        assertThat(cider.each().stream().mapToDouble(d -> d).toArray())
                .containsExactly(expected, CLOSE);
    }

    @Test
    void anEmptyCaptionIsPenalisedAndOtherwiseScoresNothing() {
        List<JudgedCaption> captions =
                List.of(CAPTIONS.get(1), judged("", "a bus", "the bus"), CAPTIONS.get(9));
        Bleu bleu = Bleu.of(captions);
        assertThat(bleu.bleu1()).isCloseTo(0.8806997462775461, CLOSE);
        assertThat(bleu.bleu4()).isCloseTo(0.6245095795986141, CLOSE);
        Cider cider = Cider.of(captions);
        assertThat(cider.mean()).isCloseTo(2.5296869282761754, CLOSE);
        assertThat(cider.each().get(1)).isZero();
    }

    @Test
    void onePictureAloneHasNoRareWords() {
        assertThat(Cider.of(CAPTIONS.subList(0, 1))).isEqualTo(new Cider(0, List.of(0.0)));
        assertThat(Bleu.of(CAPTIONS.subList(0, 1))).isEqualTo(new Bleu(1, 1, 1, 1));
    }
}
