package dev.wherefore.core.evaluate;

import dev.wherefore.core.UserError;
import dev.wherefore.core.dataset.VocPalette;
import dev.wherefore.core.experiment.PngFile;
import dev.wherefore.core.experiment.WholeFile;
import dev.wherefore.core.image.Size;
import dev.wherefore.core.metric.HeatOnPicture;
import dev.wherefore.core.metric.Truth;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * Cuts pictures into labels by the maps of what they show, and measures it by the mean intersection
 * over union: of all pictures' pixels together, for the background and each label that is shown,
 * and then the mean of these. Pictures without outlines are left out.
 *
 * @see <a href="https://arxiv.org/abs/1603.06098">Kolesnikov and Lampert, Seed, Expand and
 *     Constrain, 2016, section 3.2, where the threshold of 20 % is from</a>
 */
final class Segmentation {

    /** The name of its number. */
    static final String NAME = "segmentation";

    /** The folder of what is cut. */
    static final String SEEDS = "seeds";

    private final SegmentationConfig config;
    private final Map<String, Integer> places = new LinkedHashMap<>();
    private final List<String> baselines;
    private final Path seeds;
    private final WholeFile files;
    private final Map<String, Map<Integer, OverlapTally>> overlaps = new LinkedHashMap<>();
    private int pictures;

    /**
     * @param config how to cut
     * @param labels all labels of the pictures, in the order of the palette
     * @param baselines the baselines, whose cuts are not written
     * @param options where to, if that is asked for
     */
    Segmentation(
            SegmentationConfig config,
            List<String> labels,
            List<String> baselines,
            EvaluationOptions options) {
        if (labels.size() >= LabelMap.UNKNOWN) {
            throw new UserError(
                    "pictures are cut into at most %d labels, and theirs are %d"
                            .formatted(LabelMap.UNKNOWN - 1, labels.size()));
        }
        this.config = config;
        labels.forEach(label -> places.put(label, places.size() + 1));
        this.baselines = List.copyOf(baselines);
        this.seeds = options.out().resolve(SEEDS);
        // an evaluation that goes on makes the cuts of its last batch again
        this.files = new WholeFile(true);
    }

    /**
     * Cuts a picture by the maps of each source, and writes the cuts where that is asked for. May
     * be called by several threads at once.
     *
     * @param scene the picture
     * @param seen the labels that have maps
     * @param heats for each source its map of each of these labels
     * @return for each source how well each label was found; nothing of a picture without outlines
     */
    Map<String, List<LabelOverlap>> cut(
            ExplainedScene scene, List<LocatedLabel> seen, Map<String, List<HeatOnPicture>> heats) {
        Map<String, List<LabelOverlap>> found = new LinkedHashMap<>();
        if (!scene.exhibit().contents().isOutlined()) {
            return found;
        }
        Size size = scene.geometry().picture();
        Map<String, Truth> located = new LinkedHashMap<>();
        scene.located().forEach(label -> located.put(label.label(), label.truth()));
        LabelMap truth = LabelMap.truth(size, places, located, scene.exhibit().contents());
        heats.forEach(
                (source, maps) -> {
                    Map<Integer, HeatOnPicture> byPlace = new TreeMap<>();
                    for (int i = 0; i < seen.size(); i++) {
                        byPlace.put(place(seen.get(i).label()), maps.get(i));
                    }
                    LabelMap cut = LabelMap.of(size, byPlace, config.threshold());
                    found.put(source, overlaps(cut, truth));
                    if (config.seeds() && !baselines.contains(source)) {
                        Path file = seeds.resolve(source).resolve(scene.exhibit().id() + ".png");
                        PngFile.write(VocPalette.picture(size, cut::at), file, files);
                    }
                });
        return found;
    }

    private int place(String label) {
        return Optional.ofNullable(places.get(label)).orElseThrow();
    }

    private List<LabelOverlap> overlaps(LabelMap cut, LabelMap truth) {
        long[] both = new long[places.size() + 1];
        long[] found = new long[places.size() + 1];
        long[] there = new long[places.size() + 1];
        for (int i = 0; i < truth.size().height() * truth.size().width(); i++) {
            if (truth.at(i) != LabelMap.UNKNOWN) {
                found[cut.at(i)]++;
                there[truth.at(i)]++;
                both[truth.at(i)] += truth.at(i) == cut.at(i) ? 1 : 0;
            }
        }
        return IntStream.range(0, there.length)
                .filter(label -> found[label] + there[label] > 0)
                .mapToObj(l -> new LabelOverlap(l, both[l], found[l], there[l]))
                .toList();
    }

    /** Takes up the cuts of a picture. */
    void add(MeasuredScene scene) {
        if (scene.cuts().isEmpty()) {
            return;
        }
        pictures++;
        byte[] weights = Resamples.weights(scene.index());
        scene.cuts()
                .forEach(
                        (source, labels) -> {
                            Map<Integer, OverlapTally> tallies =
                                    overlaps.computeIfAbsent(source, s -> new TreeMap<>());
                            for (LabelOverlap one : labels) {
                                tallies.computeIfAbsent(one.label(), l -> new OverlapTally())
                                        .add(one.both(), one.found(), one.there(), weights);
                            }
                        });
    }

    /** Writes what the numbers of the seeds mean, if there are any. */
    void finish() {
        if (config.seeds() && pictures > 0) {
            String text = "background\n" + String.join("\n", places.keySet()) + "\n";
            files.write(
                    seeds.resolve("labels.txt"),
                    out -> out.write(text.getBytes(StandardCharsets.UTF_8)));
        }
    }

    /** The numbers of a source with its own. */
    SourceResult with(SourceResult source) {
        return Optional.ofNullable(overlaps.get(source.name()))
                .map(tallies -> source.with(NAME, estimate(tallies)))
                .orElse(source);
    }

    private Estimate estimate(Map<Integer, OverlapTally> tallies) {
        double mean =
                tallies.values().stream()
                        .flatMapToDouble(tally -> tally.iou().stream())
                        .average()
                        .orElse(0);
        double[] means = new double[Resamples.COUNT];
        for (int i = 0; i < means.length; i++) {
            int resample = i;
            means[i] =
                    tallies.values().stream()
                            .flatMapToDouble(tally -> tally.iou(resample).stream())
                            .average()
                            .orElse(mean);
        }
        return MeanTally.estimate(mean, means, pictures);
    }
}
