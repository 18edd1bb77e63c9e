package dev.wherefore.core.report;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.wherefore.core.experiment.ExplainedPicture;
import dev.wherefore.core.experiment.FindingPainter;
import dev.wherefore.core.experiment.Passage;
import java.util.List;

/**
 * All that a browser needs to show one picture and what was found out about it: what {@code
 * Wherefore.show} in {@code viewer.js} takes, written as JSON by {@link
 * dev.wherefore.core.experiment.ResultJson}.
 *
 * @param name the picture's name
 * @param picture the picture as a JPEG data URI, its longest side 640 pixels at most
 * @param thumbnail the same, very small
 * @param width the width of the user's picture in pixels
 * @param height its height
 * @param seen the part that the network saw: left, top, right, bottom as shares of width and height
 * @param targets what was explained
 * @param passages what can be pointed at; every target is named in one
 */
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public record PictureView(
        String name,
        String picture,
        String thumbnail,
        int width,
        int height,
        List<Double> seen,
        List<TargetView> targets,
        List<Passage> passages) {

    /** Copies the lists. */
    public PictureView {
        seen = List.copyOf(seen);
        targets = List.copyOf(targets);
        passages = List.copyOf(passages);
    }

    /**
     * Returns the view of an explained picture.
     *
     * @param explained the picture and all that was found out about it
     * @param painter draws the pictures of methods that give pixels
     * @return the view
     */
    public static PictureView of(ExplainedPicture explained, FindingPainter painter) {
        return new ViewMaker(explained, painter).view();
    }
}
