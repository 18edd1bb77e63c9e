package dev.wherefore.core.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wherefore.core.UserError;
import dev.wherefore.core.experiment.config.ConfigReader;
import dev.wherefore.core.experiment.config.TaskConfig;
import dev.wherefore.core.experiment.config.Vocabulary;
import dev.wherefore.core.scene.Scene;
import dev.wherefore.core.scene.coco.SceneFolderWriter;
import dev.wherefore.core.support.Reference;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScenesConfigTest {

    @TempDir Path folder;

    private SceneSource source(String... settings) throws IOException {
        Path file = Files.writeString(folder.resolve("config.yaml"), "task: known\n");
        Vocabulary vocabulary =
                new Vocabulary(
                        Map.of(
                                ConfigReader.TASK,
                                List.of("known"),
                                "method",
                                List.of("grad-cam"),
                                EvaluateConfig.METRIC,
                                List.of(
                                        "pointing-game",
                                        "energy-inside",
                                        "box-iou",
                                        "localisation"),
                                EvaluateConfig.BASELINE,
                                List.of("centre", "random"),
                                EvaluateConfig.CHECK,
                                List.of("road")));
        TaskConfig<EvaluateConfig> read =
                new ConfigReader(vocabulary)
                        .readTask(
                                file,
                                Arrays.asList(settings),
                                EvaluateConfig.class,
                                Map.of("known", KnownTask.Keys.class));
        return read.shared().scenes().source(read.places());
    }

    @Test
    void scenesAreDrawnFromSeedsThatFollowEachOther() throws IOException {
        SceneSource source = source("scenes={seed: 7, count: 3, width: 160, height: 128}");
        assertThat(source.count()).isEqualTo(3);
        assertThat(source.description())
                .isEqualTo("3 scenes of 160x128 pixels, drawn from the seeds 7 to 9");
        Scene last = source.exhibit(2).scene().orElseThrow();
        assertThat(last.seed()).isEqualTo(9);
        assertThat(last.picture().width()).isEqualTo(160);
        assertThat(source.exhibit(2).picture().toBytes()).isEqualTo(last.picture().toBytes());
        assertThat(source("scenes={seed: 9}").count()).isEqualTo(500);
    }

    @Test
    void aFolderOfScenesGivesWhatWasWrittenIntoIt() throws IOException {
        SceneSource drawn = source("scenes={seed: 3, count: 4}");
        Path scenes = folder.resolve("scenes");
        try (SceneFolderWriter writer = new SceneFolderWriter(scenes, false)) {
            for (int i = 0; i < 4; i++) {
                writer.add(drawn.exhibit(i).scene().orElseThrow());
            }
            writer.finish();
        }
        SceneSource all = source("scenes.folder=" + scenes);
        assertThat(all.count()).isEqualTo(4);
        assertThat(all.description()).startsWith("4 scenes of ").endsWith("scenes");
        assertThat(all.exhibit(1).picture().toBytes())
                .isEqualTo(drawn.exhibit(1).picture().toBytes());
        assertThat(all.exhibit(1).scene().orElseThrow().present())
                .hasSameSizeAs(drawn.exhibit(1).scene().orElseThrow().present());
        assertThat(source("scenes={folder: '" + scenes + "', count: 2}").count()).isEqualTo(2);
        assertThatThrownBy(() -> source("scenes={folder: '" + scenes + "', count: 5}"))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("has only 4 scenes, and 5 are asked for");
    }

    @Test
    void aFolderThatIsNotThereIsRefusedAtItsKey() {
        assertThatThrownBy(() -> source("scenes.folder=nowhere"))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("scenes.folder")
                .hasMessageContaining("nowhere");
        assertThatThrownBy(() -> source("scenes.folder=" + folder))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("scenes.json");
    }

    @Test
    void imagesThatCocosFilesSpeakOfAreReadWithWhatIsSaidOfThem() throws IOException {
        Path scenes = Reference.root().resolve("test-data/scenes");
        String coco =
                "{captions: %s, instances: %s, pictures: %s}"
                        .formatted(
                                scenes.resolve("captions.json"),
                                scenes.resolve("scenes.json"),
                                scenes.resolve("images"));
        SceneSource source = source("scenes={coco: " + coco + ", count: 5}");
        assertThat(source.count()).isEqualTo(5);
        assertThat(source.seeds()).isEmpty();
        assertThat(source.categories().orElseThrow()).hasSize(16);
        Exhibit first = source.exhibit(0);
        assertThat(first.scene()).isEmpty();
        assertThat(first.image().orElseThrow().captions()).isNotEmpty();
        assertThat(first.picture().width()).isEqualTo(first.image().orElseThrow().width());
        assertThatThrownBy(() -> source("scenes={coco: " + coco + ", folder: " + scenes + "}"))
                .isInstanceOf(UserError.class)
                .hasMessageContaining(
                        "one of folder, coco, voc, ilsvrc, table and pictures is wanted, found 2 of"
                                + " them");
        String elsewhere = coco.replace(scenes.resolve("images").toString(), folder.toString());
        SceneSource without = source("scenes={coco: " + elsewhere + "}");
        assertThatThrownBy(() -> without.exhibit(0)).isInstanceOf(UserError.class);
    }
}
