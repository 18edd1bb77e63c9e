package dev.wherefore.core.evaluate;

import dev.wherefore.core.experiment.ExplainConfig;
import dev.wherefore.core.experiment.PreprocessConfig;
import dev.wherefore.core.experiment.config.ConfigDoc;
import dev.wherefore.core.experiment.config.ConfigNumbers;
import dev.wherefore.core.experiment.config.ConfigReader;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The keys that the configs of all evaluations share.
 *
 * @param task the task's name
 * @param scenes the pictures and what is true of them
 * @param preprocess what is done to a picture before the network sees it
 * @param explain which layers, by which methods
 * @param layersApart whether each of several layers is measured by itself
 * @param metrics the names of the metrics, at least one
 * @param baselines the names of the baselines; may be none
 * @param checks the names of the checks, for which the network is asked again; may be none
 * @param segmentation how pictures are cut into labels by maps, if they are
 * @param failures how many of the worst maps are drawn, 0 for none
 * @param out the folder for the results; where none is given the caller chooses
 * @param batch scenes in one pass, at least 1
 * @param workers threads that read, run the network and measure, at least 1
 * @param threads CPU threads of one operation; where none is given the engine chooses
 */
public record EvaluateConfig(
        @ConfigDoc(
                        value = "What the network does; it decides which other keys there are.",
                        names = ConfigReader.TASK)
                String task,
        @ConfigDoc(value = "The pictures, with what is true of them.", preset = "{}")
                ScenesConfig scenes,
        @ConfigDoc(value = "What is done to a picture before the network sees it.", preset = "{}")
                PreprocessConfig preprocess,
        @ConfigDoc(value = "Where to look in the network, and by which methods.", preset = "{}")
                ExplainConfig explain,
        @ConfigDoc(
                        value =
                                "Whether each of explain.layers is measured by itself, a row for"
                                        + " each, rather than all of them fused.",
                        preset = "false")
                boolean layersApart,
        @ConfigDoc(
                        value = "How maps are measured.",
                        preset = "[pointing-game, energy-inside, box-iou, localisation]",
                        names = METRIC)
                List<String> metrics,
        @ConfigDoc(
                        value = "Maps that know nothing, to measure the methods against.",
                        preset = "[centre, random]",
                        names = BASELINE)
                List<String> baselines,
        @ConfigDoc(
                        value =
                                "How maps of the first scenes are checked by asking the network"
                                        + " again; see scenes.checked.",
                        preset = "[]",
                        names = CHECK)
                List<String> checks,
        @ConfigDoc(
                        "Measure how well maps cut pictures into labels, by mean intersection over"
                                + " union; left out, it is not measured.")
                Optional<SegmentationConfig> segmentation,
        @ConfigDoc(
                        value = "How many maps are drawn that miss what the network is sure of.",
                        preset = "12")
                int failures,
        @ConfigDoc("The folder for the results; left out, runs/ and the config's name.")
                Optional<Path> out,
        @ConfigDoc(value = "How many scenes go through the network at once.", preset = "16")
                int batch,
        @ConfigDoc(
                        value =
                                "How many threads are at work: one runs the network, the others"
                                        + " read pictures and measure maps meanwhile.",
                        preset = "2")
                int workers,
        @ConfigDoc("How many CPU threads one operation may use; left out, the engine chooses.")
                Optional<Integer> threads) {

    /** The vocabulary of the metrics' names. */
    public static final String METRIC = "metric";

    /** The vocabulary of the baselines' names. */
    public static final String BASELINE = "baseline";

    /** The vocabulary of the checks' names. */
    public static final String CHECK = "check";

    /** Checks the numbers. */
    public EvaluateConfig {
        if (metrics.isEmpty()) {
            throw new IllegalArgumentException("metrics must name at least one metric");
        }
        ConfigNumbers.requireAtLeast("failures", failures, 0);
        ConfigNumbers.requireAtLeast("batch", batch, 1);
        ConfigNumbers.requireAtLeast("workers", workers, 1);
        threads.ifPresent(number -> ConfigNumbers.requireAtLeast("threads", number, 1));
        if (segmentation.isPresent() && !scenes.isOutlined()) {
            throw new IllegalArgumentException(
                    "segmentation needs masks, which scenes, coco and voc have");
        }
        requireOnce("metrics", metrics);
        requireOnce("baselines", baselines);
        requireOnce("checks", checks);
        requireOnce("explain", explain.methods());
        if (layersApart) {
            requireOnce("explain", explain.layers());
            if (explain.layers().size() < 2) {
                throw new IllegalArgumentException(
                        "layers-apart needs two layers or more in explain.layers, found "
                                + explain.layers().size());
            }
        }
    }

    /** The names of all that is measured of a map: the metrics, then the checks. */
    List<String> numbers() {
        return Stream.concat(metrics.stream(), checks.stream()).toList();
    }

    /** The config as it counts: where results go and how many threads work changes nothing. */
    EvaluateConfig asCounts() {
        return new EvaluateConfig(
                task,
                scenes,
                preprocess,
                explain,
                layersApart,
                metrics,
                baselines,
                checks,
                segmentation,
                failures,
                Optional.empty(),
                batch,
                1,
                threads);
    }

    private static void requireOnce(String key, List<String> names) {
        if (names.stream().distinct().count() < names.size()) {
            throw new IllegalArgumentException(key + " must name each once, found " + names);
        }
    }
}
