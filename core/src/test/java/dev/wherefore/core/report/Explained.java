package dev.wherefore.core.report;

import dev.wherefore.core.experiment.DrawConfig;
import dev.wherefore.core.experiment.ExplainedPicture;
import dev.wherefore.core.experiment.Finding;
import dev.wherefore.core.experiment.FindingPainter;
import dev.wherefore.core.experiment.Passage;
import dev.wherefore.core.experiment.Prediction;
import dev.wherefore.core.explain.Explanation;
import dev.wherefore.core.explain.Verdict;
import dev.wherefore.core.image.Geometry;
import dev.wherefore.core.image.Picture;
import dev.wherefore.core.image.Plane;
import dev.wherefore.core.image.Rectangle;
import dev.wherefore.core.image.Size;
import dev.wherefore.core.render.ColorMaps;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Pictures whose explanations are made by hand: a network without one. */
public final class Explained {

    private Explained() {}

    /**
     * Returns a grey picture whose network saw its right half alone.
     *
     * @param name its name
     * @param findings what was found out; inputs are 4x4
     * @param passages what can be pointed at
     * @return the picture, 16 high and 32 wide
     */
    public static ExplainedPicture picture(
            String name, List<Finding> findings, List<Passage> passages) {
        Size size = new Size(16, 32);
        BufferedImage grey = new BufferedImage(32, 16, BufferedImage.TYPE_INT_RGB);
        grey.createGraphics().fillRect(0, 0, 32, 16);
        return new ExplainedPicture(
                Picture.of(grey, name),
                new Geometry(size, new Size(4, 4), new Rectangle(16, 0, 32, 16)),
                List.of(new Prediction("bus", 0, 2, 0.75f)),
                findings,
                Map.of(),
                List.of(),
                passages);
    }

    /**
     * Returns a finding whose raw map is 4x4: its lower right place is 2, its upper left one -1,
     * the others 0.
     *
     * @param title what it is called
     * @param method the method
     * @return evidence at one place
     */
    public static Finding finding(String title, String method) {
        return finding(title, method, Verdict.EVIDENCE);
    }

    static Finding finding(String title, String method, int hot) {
        return finding(title, method, Verdict.EVIDENCE, hot, 2);
    }

    /** As much evidence as {@code most} at the place {@code hot}, half as much against. */
    static Finding finding(String title, String method, int hot, float most) {
        return finding(title, method, Verdict.EVIDENCE, hot, most);
    }

    static Finding finding(String title, String method, Verdict verdict) {
        return finding(title, method, verdict, 15, 2);
    }

    /** Evidence at the place {@code hot}, counted row by row, and against at the opposite one. */
    private static Finding finding(
            String title, String method, Verdict verdict, int hot, float most) {
        Plane raw =
                Plane.compute(
                        4,
                        4,
                        (y, x) -> 4 * y + x == hot ? most : 4 * y + x == 15 - hot ? -most / 2 : 0);
        return new Finding(
                title,
                new Explanation(
                        "logit of " + title,
                        method,
                        List.of("last"),
                        2,
                        List.of(raw),
                        raw.map(v -> Math.max(v, 0) / most),
                        Optional.empty(),
                        verdict,
                        0.5),
                Optional.of(new Prediction(title, 0, 2, 0.75f)));
    }

    /**
     * Returns a painter with the usual settings.
     *
     * @return the painter
     */
    public static FindingPainter painter() {
        return new FindingPainter(DrawConfig.USUAL, new ColorMaps());
    }
}
