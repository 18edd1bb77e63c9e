package dev.wherefore.core.experiment;

import dev.wherefore.core.experiment.config.ConfigDoc;
import java.util.Optional;

/**
 * What is drawn, and how.
 *
 * @param overlays whether each map is drawn over its picture
 * @param sheet whether all maps of a picture are put on one sheet
 * @param signed whether each map is also drawn with what speaks against
 * @param colors the colour map of maps from nothing to much
 * @param signedColors the colour map of signed maps
 * @param blend how the colours are laid over the picture
 * @param opacity how much of the heat covers the picture, from 0 to 1
 * @param box whether a box is drawn around the hottest region
 * @param report whether a report for the browser is written
 * @param outline the share of the largest value, above 0 and below 1, that a line is drawn at
 */
public record DrawConfig(
        @ConfigDoc(value = "Whether each map is drawn over its picture.", preset = "true")
                boolean overlays,
        @ConfigDoc(value = "Whether all maps of a picture are put on one sheet.", preset = "true")
                boolean sheet,
        @ConfigDoc(
                        value =
                                "Whether each map is drawn a second time, with what speaks for and"
                                        + " what speaks against.",
                        preset = "false")
                boolean signed,
        @ConfigDoc(
                        value = "The colours of maps that go from nothing to much.",
                        preset = "inferno",
                        names = COLORS)
                String colors,
        @ConfigDoc(
                        value = "The colours of maps with positive and negative values.",
                        preset = "blue-white-red",
                        names = SIGNED_COLORS)
                String signedColors,
        @ConfigDoc(
                        value =
                                "How colours are laid over the picture: heat, stronger where the"
                                    + " map is; or grad-cam, as that Python package draws, in jet"
                                    + " and half and half.",
                        preset = "heat")
                Blend blend,
        @ConfigDoc(value = "How much of the colours covers the picture, 0 to 1.", preset = "0.8")
                double opacity,
        @ConfigDoc(value = "Whether a box is drawn around the hottest region.", preset = "false")
                boolean box,
        @ConfigDoc(
                        value =
                                "Whether report.html is written: all pictures and their maps for"
                                        + " the browser, in one file.",
                        preset = "true")
                boolean report,
        @ConfigDoc("Draws a line where the map passes this share of its largest value, 0 to 1.")
                Optional<Double> outline) {

    /** The vocabulary of the colour maps from nothing to much. */
    public static final String COLORS = "colors";

    /** The vocabulary of the colour maps of signed values. */
    public static final String SIGNED_COLORS = "signed-colors";

    /** What configs that say nothing of drawing get. */
    public static final DrawConfig USUAL =
            new DrawConfig(
                    true,
                    true,
                    false,
                    "inferno",
                    "blue-white-red",
                    Blend.HEAT,
                    0.8,
                    false,
                    true,
                    Optional.empty());

    /** How colours are laid over a picture. */
    public enum Blend {
        /** Stronger where the map is; cold places show the picture itself. */
        HEAT,
        /** As the {@code grad-cam} package draws: jet, half and half with the picture. */
        GRAD_CAM
    }

    /** Checks the numbers. */
    public DrawConfig {
        if (!(opacity >= 0 && opacity <= 1)) {
            throw new IllegalArgumentException("opacity must be from 0 to 1, found " + opacity);
        }
        outline.ifPresent(
                share -> {
                    if (!(share > 0 && share < 1)) {
                        throw new IllegalArgumentException(
                                "outline must be above 0 and below 1, found " + share);
                    }
                });
    }
}
