package dev.wherefore.core.experiment;

import dev.wherefore.core.experiment.config.ConfigDoc;
import dev.wherefore.core.image.Resize;
import dev.wherefore.core.image.Size;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * How a picture's size is changed: one of three ways.
 *
 * @param shorterSide the new length of the shorter side, in pixels; proportions are kept
 * @param to the new size whatever becomes of the proportions
 * @param letterbox the size of a black canvas in whose middle the picture is put, proportions kept
 */
public record ResizeConfig(
        @ConfigDoc("The new length of the shorter side in pixels; proportions are kept.")
                Optional<Integer> shorterSide,
        @ConfigDoc("The new height and width, whatever becomes of the proportions.")
                Optional<List<Integer>> to,
        @ConfigDoc("Height and width of a black canvas; the picture is fitted into its middle.")
                Optional<List<Integer>> letterbox) {

    private static final int BLACK = 0;

    /** Checks that one way is chosen. */
    public ResizeConfig {
        long given = Stream.of(shorterSide, to, letterbox).filter(Optional::isPresent).count();
        if (given != 1) {
            throw new IllegalArgumentException(
                    "one of shorter-side, to and letterbox is wanted, found " + given);
        }
        shorterSide.ifPresent(side -> PixelSize.of("shorter-side", List.of(side)));
        to.ifPresent(size -> PixelSize.of("to", size));
        letterbox.ifPresent(size -> PixelSize.of("letterbox", size));
    }

    Resize resize() {
        if (shorterSide.isPresent()) {
            return new Resize.ShorterSide(shorterSide.get());
        }
        if (to.isPresent()) {
            Size size = PixelSize.of("to", to.get());
            return new Resize.Squash(size.height(), size.width());
        }
        Size canvas = PixelSize.of("letterbox", letterbox.orElseThrow());
        return new Resize.Letterbox(canvas.height(), canvas.width(), BLACK);
    }
}
