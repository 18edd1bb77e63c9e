package dev.wherefore.core.report;

import dev.wherefore.core.experiment.DrawConfig;
import dev.wherefore.core.experiment.ExplainedPicture;
import dev.wherefore.core.experiment.Finding;
import dev.wherefore.core.experiment.Passage;
import dev.wherefore.core.experiment.PictureResult;
import dev.wherefore.core.experiment.Prediction;
import dev.wherefore.core.experiment.RunSummary;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/** Makes reports of pictures that were explained by hand. */
final class Reports {

    private Reports() {}

    /**
     * A picture with a caption, whose words are explained by two methods each: the first word's
     * evidence lies at the lower right, the second's at the upper left, and so on in turns.
     */
    static ExplainedPicture captioned(String name, List<String> words) {
        List<Finding> findings = new ArrayList<>();
        List<Passage.Piece> pieces = new ArrayList<>();
        List<Passage.Bar> bars = new ArrayList<>();
        for (int i = 0; i < words.size(); i++) {
            String word = words.get(i);
            int hot = i % 2 == 0 ? 15 : 0;
            findings.add(Explained.finding(word, "grad-cam", hot));
            findings.add(Explained.finding(word, "layer-cam", 15 - hot));
            pieces.add(
                    new Passage.Piece(word, Optional.of(i), Optional.of(1.0 - i), word + " owes"));
            bars.add(
                    new Passage.Bar(
                            word, 0.5, Optional.of(0.25), "without the picture", Optional.of(i)));
        }
        return Explained.picture(
                name,
                findings,
                List.of(
                        new Passage(
                                Passage.Kind.CAPTION,
                                "caption",
                                pieces,
                                Optional.of("how much comes from the picture"),
                                bars,
                                "probability",
                                List.of(),
                                List.of())));
    }

    /** Writes the report of some pictures, named as their folders, and returns it. */
    static Path write(Path folder, long most, List<String> keys, List<String> words) {
        HtmlReport report = new HtmlReport(folder, DrawConfig.USUAL, most);
        keys.forEach(key -> report.finished(key, captioned(key + ".png", words)));
        report.ends(summary(keys));
        return folder.resolve("report.html");
    }

    static RunSummary summary(List<String> keys) {
        return new RunSummary(
                RunSummary.SCHEMA,
                Map.of("Wherefore", "1.2.3"),
                "captioning",
                "cpu",
                List.of("layer last"),
                Map.of("shared", DrawConfig.USUAL),
                Map.of("broken.png", "broken.png is <no> picture"),
                IntStream.range(0, keys.size()).mapToObj(i -> result(keys.get(i))).toList());
    }

    private static PictureResult result(String key) {
        return new PictureResult(
                "pictures/" + key + ".png",
                key,
                16,
                32,
                List.of(4, 4),
                List.of(16.0, 0.0, 32.0, 16.0),
                List.of(new Prediction("a <b>bus</b> & \"car\"", 0, 1, 0.5f)),
                List.of(),
                Map.of());
    }
}
