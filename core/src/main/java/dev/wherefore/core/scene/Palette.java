package dev.wherefore.core.scene;

import dev.wherefore.core.scene.draw.Dice;
import dev.wherefore.core.scene.draw.Tone;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** What each named colour looks like, and which kinds come in which. */
public final class Palette {

    private static final double JITTER = 9;

    private static final List<Colour> PAINTED =
            List.of(
                    Colour.RED,
                    Colour.ORANGE,
                    Colour.YELLOW,
                    Colour.GREEN,
                    Colour.BLUE,
                    Colour.PURPLE,
                    Colour.PINK,
                    Colour.WHITE,
                    Colour.BLACK);

    private static final Map<Colour, Integer> TONES = tones();
    private static final Map<Kind, List<Colour>> COLOURS = colours();

    private Palette() {}

    /**
     * Returns the colours that a kind comes in.
     *
     * @param kind the kind
     * @return its colours, all equally frequent; none if its colour is not worth asking for
     */
    public static List<Colour> of(Kind kind) {
        return COLOURS.getOrDefault(kind, List.of());
    }

    /**
     * Returns what a colour looks like by plain daylight.
     *
     * @param colour the colour
     * @return the middle of its shades, {@code 0xRRGGBB}
     */
    public static int tone(Colour colour) {
        return TONES.getOrDefault(colour, 0);
    }

    /** A shade of a colour; of leaves, if there is no colour. */
    static int shade(Optional<Colour> colour, Dice dice) {
        int tone =
                colour.map(Palette::tone)
                        .orElseGet(() -> dice.tone(0x4f9a45, 0x5aa64a, 0x3f8a4c, 0x79a83f));
        return Tone.jitter(tone, JITTER, dice);
    }

    private static Map<Colour, Integer> tones() {
        Map<Colour, Integer> tones = new EnumMap<>(Colour.class);
        tones.put(Colour.RED, 0xd62c2c);
        tones.put(Colour.ORANGE, 0xf58412);
        tones.put(Colour.YELLOW, 0xf7d22e);
        tones.put(Colour.GREEN, 0x2fa045);
        tones.put(Colour.BLUE, 0x2b66d6);
        tones.put(Colour.PURPLE, 0x7d3cb8);
        tones.put(Colour.PINK, 0xf48fc0);
        tones.put(Colour.BROWN, 0x7d4c28);
        tones.put(Colour.BLACK, 0x2a2b31);
        tones.put(Colour.WHITE, 0xf1f1ee);
        tones.put(Colour.GREY, 0x8f949a);
        return tones;
    }

    private static Map<Kind, List<Colour>> colours() {
        Map<Kind, List<Colour>> colours = new EnumMap<>(Kind.class);
        List<Colour> fur =
                List.of(Colour.BROWN, Colour.BLACK, Colour.WHITE, Colour.GREY, Colour.ORANGE);
        colours.put(Kind.BUS, PAINTED);
        colours.put(Kind.CAR, plus(PAINTED, Colour.GREY));
        colours.put(Kind.BICYCLE, PAINTED);
        colours.put(Kind.BENCH, plus(PAINTED, Colour.BROWN));
        colours.put(Kind.FIRE_HYDRANT, PAINTED);
        colours.put(Kind.DOG, fur);
        colours.put(Kind.CAT, fur);
        colours.put(
                Kind.BIRD,
                List.of(
                        Colour.BROWN,
                        Colour.BLACK,
                        Colour.WHITE,
                        Colour.GREY,
                        Colour.BLUE,
                        Colour.RED,
                        Colour.YELLOW,
                        Colour.GREEN));
        colours.put(Kind.PERSON, plus(PAINTED, Colour.GREY));
        colours.put(Kind.KITE, PAINTED);
        colours.put(Kind.BALL, PAINTED);
        colours.put(Kind.UMBRELLA, PAINTED);
        colours.put(Kind.BOAT, plus(PAINTED, Colour.BROWN));
        colours.put(Kind.HOUSE, plus(PAINTED, Colour.BROWN));
        return colours;
    }

    private static List<Colour> plus(List<Colour> colours, Colour more) {
        return Stream.concat(colours.stream(), Stream.of(more)).toList();
    }
}
