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
    private final List<String> methods;
    private final Path seeds;
    private final WholeFile files;
    private final Map<String, Map<Integer, OverlapTally>> overlaps = new LinkedHashMap<>();
    private int pictures;

    /**
     * @param config how to cut
     * @param labels all labels of the pictures, in the order of the palette
     * @param methods the methods, whose cuts are written; the baselines' are not
     * @param options where to, if that is asked for
     */
    Segmentation(
            SegmentationConfig config,
            List<String> labels,
            List<String> methods,
            EvaluationOptions options) {
        if (labels.size() >= LabelMap.UNKNOWN) {
            throw new UserError(
                    "pictures are cut into at most %d labels, and theirs are %d"
                            .formatted(LabelMap.UNKNOWN - 1, labels.size()));
        }
        this.config = config;
        labels.forEach(label -> places.put(label, places.size() + 1));
        this.methods = List.copyOf(methods);
        this.seeds = options.out().resolve(SEEDS);
        this.files = new WholeFile(options.overwrite());
    }

    /**
     * Takes up a picture.
     *
     * @param scene the picture
     * @param seen the labels that have maps
     * @param maps the maps of each
     * @param weights those of the picture
     */
    void add(
            ExplainedScene scene,
            List<LocatedLabel> seen,
            List<List<MeasuredMap>> maps,
            byte[] weights) {
        if (!scene.exhibit().contents().isOutlined() || seen.isEmpty()) {
            return;
        }
        pictures++;
        Size size = scene.geometry().picture();
        Map<String, Truth> located = new LinkedHashMap<>();
        scene.located().forEach(label -> located.put(label.label(), label.truth()));
        LabelMap truth = LabelMap.truth(size, places, located, scene.exhibit().contents());
        for (int source = 0; source < maps.get(0).size(); source++) {
            Map<Integer, HeatOnPicture> heats = new TreeMap<>();
            for (int i = 0; i < seen.size(); i++) {
                heats.put(place(seen.get(i).label()), maps.get(i).get(source).heat());
            }
            String name = maps.get(0).get(source).source();
            LabelMap cut = LabelMap.of(size, heats, config.threshold());
            count(overlaps.computeIfAbsent(name, n -> new TreeMap<>()), cut, truth, weights);
            if (config.seeds() && methods.contains(name)) {
                Path file = seeds.resolve(name).resolve(scene.exhibit().id() + ".png");
                PngFile.write(VocPalette.picture(size, cut::at), file, files);
            }
        }
    }

    private int place(String label) {
        return Optional.ofNullable(places.get(label)).orElseThrow();
    }

    private void count(
            Map<Integer, OverlapTally> tallies, LabelMap cut, LabelMap truth, byte[] weights) {
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
        for (int label = 0; label < there.length; label++) {
            if (found[label] + there[label] > 0) {
                tallies.computeIfAbsent(label, l -> new OverlapTally())
                        .add(both[label], found[label], there[label], weights);
            }
        }
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
