package dev.wherefore.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.wherefore.core.dataset.VocFolder;
import dev.wherefore.core.image.Size;
import dev.wherefore.core.metric.Truth;
import dev.wherefore.core.scene.Kind;
import dev.wherefore.core.scene.Scene;
import dev.wherefore.core.scene.SceneGenerator;
import dev.wherefore.core.scene.SceneObject;
import dev.wherefore.core.scene.SceneSettings;
import dev.wherefore.core.support.Reference;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The bundled classifier is evaluated on data sets laid out as others lay them out. */
class DataSetsTest {

    private static final Path CONFIG =
            Reference.root().resolve("configs/evaluate/street-scenes.yaml");
    private static final int COUNT = 6;

    @TempDir private Path folder;

    private Evaluated evaluate(String out, String... settings) throws IOException {
        List<String> all =
                Stream.concat(
                                Stream.of("explain.methods=grad-cam", "failures=0"),
                                Stream.of(settings))
                        .toList();
        return Evaluated.by(CONFIG, folder.resolve(out), all.toArray(String[]::new));
    }

    /** Scenes as VOC would have them: boxes of what is present, masks of each kind. */
    private void voc() throws IOException {
        List<Kind> kinds = List.of(Kind.values());
        VocFolder voc = new VocFolder(folder.resolve("voc"));
        SceneGenerator generator = new SceneGenerator(SceneSettings.ofSize(128, 128));
        for (int seed = 0; seed < COUNT; seed++) {
            Scene scene = generator.scene(seed);
            String[] objects =
                    scene.objects().stream()
                            .filter(SceneObject::present)
                            .map(o -> VocFolder.object(o.kind().label(), o.box(), false))
                            .toArray(String[]::new);
            Map<Integer, Truth> truths = new TreeMap<>();
            for (Kind kind : kinds) {
                Truth.of(scene, kind).ifPresent(t -> truths.put(kinds.indexOf(kind) + 1, t));
            }
            voc.add("scene" + seed, scene.picture(), objects)
                    .masks(
                            "scene" + seed,
                            Size.of(scene.picture()),
                            i ->
                                    truths.entrySet().stream()
                                            .filter(
                                                    e ->
                                                            e.getValue()
                                                                    .mask()
                                                                    .contains(i % 128, i / 128))
                                            .map(Map.Entry::getKey)
                                            .findFirst()
                                            .orElse(0));
        }
    }

    @Test
    void scenesInVocsFormGiveTheNumbersOfTheScenesThemselves() throws IOException {
        voc();
        String list = "ImageSets/Main/val.txt";
        Path val = folder.resolve("voc").resolve(list);
        Files.writeString(val, Files.readString(val) + "torn\nlost\nundescribed\n");
        Path pictures = folder.resolve("voc/JPEGImages");
        Files.writeString(pictures.resolve("torn.jpg"), "no picture");
        Files.copy(pictures.resolve("scene0.jpg"), pictures.resolve("undescribed.jpg"));
        String voc =
                "scenes={voc: {folder: '%s', classes: '%s'}}"
                        .formatted(
                                folder.resolve("voc"),
                                Reference.root().resolve("assets/street-scenes/labels.txt"));
        String metrics = "metrics=[pointing-game, pointing-game-15-difficult, energy-inside]";
        String cut = "segmentation.seeds=true";
        String edges = "baselines=[centre, edge]";
        Evaluated scenes = evaluate("a", "scenes={count: " + COUNT + "}", metrics, cut, edges);
        Evaluated photos = evaluate("b", voc, metrics, cut, edges, "rejection={}");
        assertThat(photos.scenes()).isEqualTo(COUNT);
        assertThat(photos.result().path("leftOut").toString())
                .isEqualTo(
                        "{\"a picture that cannot be decoded\":1,"
                                + "\"a picture whose file is missing\":1,"
                                + "\"a picture without a file that says what it shows\":1}");
        for (String source : List.of("grad-cam", "centre", "edge")) {
            for (String metric :
                    List.of("pointing-game", "pointing-game-15-difficult", "segmentation")) {
                assertThat(photos.mean(source, metric))
                        .as(source + " " + metric)
                        .isCloseTo(scenes.mean(source, metric), within(1e-9))
                        .isPositive();
            }
        }
        assertThat(photos.mean("grad-cam", "segmentation"))
                .isGreaterThan(photos.mean("centre", "segmentation"));
        assertThat(photos.quality("pointing-game-rejection: grad-cam")).isBetween(0.5, 1.0);
        assertThat(folder.resolve("b/seeds/grad-cam/scene0.png")).isNotEmptyFile();
    }

    @Test
    void cocosInstancesAloneAreEnoughForAClassifier() throws IOException {
        Path scenes = Reference.root().resolve("test-data/scenes");
        Evaluated found =
                evaluate(
                        "out",
                        "scenes={coco: {instances: '%s', pictures: '%s'}, count: 8}"
                                .formatted(
                                        scenes.resolve("scenes.json"), scenes.resolve("images")));
        assertThat(found.scenes()).isEqualTo(8);
        assertThat(found.pointing("grad-cam")).isBetween(0.6, 1.0);
    }

    @Test
    void whatDoesNotGoTogetherIsRefused() throws IOException {
        Path table = Files.writeString(folder.resolve("t.csv"), "file,label\na.png,dog\n");
        Outcome.of(
                        "evaluate",
                        CONFIG.toString(),
                        "--out",
                        folder.resolve("out").toString(),
                        "--set",
                        "segmentation={}",
                        "--set",
                        "scenes={table: {file: '%s', pictures: '%s'}}".formatted(table, folder))
                .assertRefused("segmentation: needs masks");
        Outcome.of(
                        "evaluate",
                        CONFIG.toString(),
                        "--out",
                        folder.resolve("out").toString(),
                        "--set",
                        "localisation-error=true")
                .assertRefused("localisation-error: it is of networks whose classes exclude");
        Outcome.of(
                        "evaluate",
                        CONFIG.toString(),
                        "--out",
                        folder.resolve("out").toString(),
                        "--set",
                        "scenes={table: {file: '%s', pictures: '%s'}}".formatted(table, folder))
                .assertRefused("none of the 1 pictures can be used; of the first:");
        assertThat(folder.resolve("out")).doesNotExist();
    }
}
