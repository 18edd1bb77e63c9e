package dev.wherefore.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wherefore.core.scene.SceneSettings;
import dev.wherefore.core.scene.coco.SceneFolder;
import dev.wherefore.core.scene.coco.StoredScene;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Scenes on disk: as many as were asked for, the same for the same seed, nothing lost. */
class ScenesCommandTest {

    @TempDir Path temp;

    private Outcome scenes(String folder, String... more) {
        List<String> args =
                new ArrayList<>(List.of("scenes", "--out", temp.resolve(folder).toString()));
        args.addAll(Arrays.asList(more));
        return Outcome.of(args.toArray(String[]::new));
    }

    private List<Path> files(String folder) throws IOException {
        try (Stream<Path> files = Files.walk(temp.resolve(folder))) {
            return files.filter(Files::isRegularFile).sorted().toList();
        }
    }

    @Test
    void asManyScenesAsWereAskedFor() throws IOException {
        Outcome outcome = scenes("a", "--count", "3", "--seed", "40", "--size", "128,160");
        assertThat(outcome.err()).isEqualTo("3 of 3 scenes" + System.lineSeparator());
        assertThat(outcome.status()).isZero();
        assertThat(outcome.out()).startsWith("3 scenes drawn: ").contains("scenes.json");
        List<StoredScene> read = SceneFolder.read(temp.resolve("a"));
        assertThat(read.stream().map(StoredScene::seed)).containsExactly(40L, 41L, 42L);
        assertThat(read)
                .allSatisfy(
                        scene -> {
                            assertThat(scene.scene().picture().height()).isEqualTo(128);
                            assertThat(scene.scene().picture().width()).isEqualTo(160);
                            assertThat(scene.objects()).isNotEmpty();
                            assertThat(scene.captions()).hasSizeGreaterThan(1);
                            assertThat(scene.questions()).hasSize(8);
                        });
        assertThat(files("a")).hasSize(7);
        assertThat(temp.toFile().list()).containsExactly("a");
    }

    @Test
    void theSameSeedGivesTheSameFiles() throws IOException {
        scenes("a", "--count", "4", "--seed", "9");
        scenes("b", "--count", "4", "--seed", "9");
        scenes("c", "--count", "4", "--seed", "10");
        List<Path> first = files("a");
        List<Path> second = files("b");
        assertThat(first).hasSize(8).hasSameSizeAs(second);
        for (int i = 0; i < first.size(); i++) {
            assertThat(second.get(i)).hasSameBinaryContentAs(first.get(i));
        }
        assertThat(temp.resolve("c/images/scene-000001.png"))
                .hasSameBinaryContentAs(temp.resolve("a/images/scene-000002.png"));
    }

    @Test
    void withoutASizeItIsTheBundledNetworks() {
        scenes("a", "--count", "1");
        assertThat(SceneFolder.read(temp.resolve("a")).get(0).scene().picture().width())
                .isEqualTo(SceneSettings.DEFAULT.width());
    }

    @Test
    void mistakesAreRefusedBeforeAnythingIsWritten() {
        scenes("a", "--count", "0").assertRefused("--count must be from 1");
        scenes("a", "--count", "1000001").assertRefused("--count must be from 1");
        scenes("a", "--count", "many").assertRefused("--count");
        scenes("a", "--size", "127").assertRefused("--size must be");
        scenes("a", "--size", "128,128,128").assertRefused("--size must be");
        scenes("a", "--seed", "x").assertRefused("--seed");
        Outcome.of("scenes").assertRefused("--out");
        assertThat(temp).isEmptyDirectory();
    }

    @Test
    void whatIsThereIsKeptUnlessItIsToBeReplaced() throws IOException {
        scenes("a", "--count", "2");
        scenes("a", "--count", "1").assertRefused("is not empty");
        assertThat(files("a")).hasSize(6);
        assertThat(scenes("a", "--count", "1", "--overwrite").status()).isZero();
        assertThat(files("a")).hasSize(5);
        Files.writeString(temp.resolve("a/notes.txt"), "mine");
        scenes("a", "--count", "1", "--overwrite").assertRefused("notes.txt");
    }
}
