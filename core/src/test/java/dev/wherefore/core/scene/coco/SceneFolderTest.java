package dev.wherefore.core.scene.coco;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.wherefore.core.UserError;
import dev.wherefore.core.scene.Kind;
import dev.wherefore.core.scene.Scene;
import dev.wherefore.core.scene.SceneObject;
import dev.wherefore.core.scene.language.Captions;
import dev.wherefore.core.scene.language.Drawing;
import dev.wherefore.core.scene.language.Questions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is written is what is read, is as COCO and VQA have it, and is whole or not there. */
class SceneFolderTest {

    @TempDir Path temp;

    private Path folder() {
        return temp.resolve("scenes");
    }

    private static List<Scene> drawings() {
        return LongStream.range(0, 20).mapToObj(Drawing::random).toList();
    }

    private static void write(Path folder, List<Scene> scenes, boolean overwrite) {
        try (SceneFolderWriter writer = new SceneFolderWriter(folder, overwrite)) {
            scenes.forEach(writer::add);
            writer.finish();
        }
    }

    private static Map<String, byte[]> bytes(Path folder) throws IOException {
        Map<String, byte[]> files = new TreeMap<>();
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                files.put(folder.relativize(file).toString(), Files.readAllBytes(file));
            }
        }
        return files;
    }

    private JsonNode json(String file) throws IOException {
        return new ObjectMapper().readTree(folder().resolve(file).toFile());
    }

    @Test
    void whatIsWrittenIsReadAgain() {
        List<Scene> scenes = drawings();
        write(folder(), scenes, false);
        List<StoredScene> read = SceneFolder.read(folder());
        assertThat(read).hasSameSizeAs(scenes);
        int compared = 0;
        for (int i = 0; i < scenes.size(); i++) {
            Scene scene = scenes.get(i);
            StoredScene stored = read.get(i);
            assertThat(stored.seed()).isEqualTo(scene.seed());
            assertThat(stored.backdrop()).isEqualTo(scene.backdrop());
            assertThat(stored.daylight()).isEqualTo(scene.daylight());
            assertThat(stored.scene().picture().toBytes()).isEqualTo(scene.picture().toBytes());
            boolean allSeen = scene.objects().stream().allMatch(o -> o.mask().area() > 0);
            if (allSeen) {
                assertThat(stored.captions()).isEqualTo(Captions.of(scene));
                assertThat(stored.questions()).isEqualTo(Questions.of(scene, 8, scene.seed()));
                compared++;
            }
            assertSame(
                    stored.objects(),
                    scene.objects().stream().filter(o -> o.mask().area() > 0).toList());
        }
        assertThat(compared).isGreaterThan(10);
    }

    private static void assertSame(List<SceneObject> read, List<SceneObject> written) {
        assertThat(read).hasSameSizeAs(written);
        for (int i = 0; i < read.size(); i++) {
            SceneObject one = read.get(i);
            SceneObject other = written.get(i);
            assertThat(one.index()).isEqualTo(i);
            assertThat(one).usingRecursiveComparison().ignoringFields("index").isEqualTo(other);
        }
    }

    @Test
    void theFilesAreThoseOfCocoAndVqa() throws IOException {
        write(folder(), drawings(), false);
        JsonNode scenes = json("scenes.json");
        assertThat(scenes.path("images")).hasSize(20);
        assertThat(scenes.path("images").path(0).path("file_name").asText())
                .isEqualTo("scene-000001.png");
        assertThat(scenes.path("categories")).hasSize(16);
        assertThat(scenes.path("categories").path(4).toString())
                .isEqualTo("{\"id\":5,\"name\":\"fire hydrant\",\"supercategory\":\"outdoor\"}");
        JsonNode annotation = scenes.path("annotations").path(0);
        assertThat(annotation.path("bbox")).hasSize(4);
        assertThat(annotation.path("iscrowd").isInt()).isTrue();
        assertThat(annotation.path("segmentation").path("size").toString()).isEqualTo("[100,100]");
        JsonNode captions = json("captions.json");
        assertThat(captions.path("annotations")).isEqualTo(scenes.path("captions"));
        assertThat(captions.path("annotations").path(0).fieldNames())
                .toIterable()
                .contains("id", "image_id", "caption");
        JsonNode questions = json("questions.json");
        assertThat(questions.path("questions")).isEqualTo(scenes.path("questions"));
        JsonNode answers = json("vqa-annotations.json");
        assertThat(answers.path("annotations")).isEqualTo(scenes.path("answers"));
        for (JsonNode answer : answers.path("annotations")) {
            assertThat(answer.path("answers")).hasSize(10);
            assertThat(answer.path("answer_type").asText()).isIn("yes/no", "number", "other");
        }
        assertThat(answers.path("annotations")).hasSameSizeAs(questions.path("questions"));
    }

    @Test
    void theSameScenesGiveTheSameBytes() throws IOException {
        write(folder(), drawings(), false);
        write(temp.resolve("again"), drawings(), false);
        Map<String, byte[]> first = bytes(folder());
        Map<String, byte[]> second = bytes(temp.resolve("again"));
        assertThat(first.keySet()).hasSize(24).isEqualTo(second.keySet());
        first.forEach((name, bytes) -> assertThat(second.get(name)).as(name).isEqualTo(bytes));
    }

    @Test
    void nothingIsThereBeforeAllIs() throws IOException {
        try (SceneFolderWriter writer = new SceneFolderWriter(folder(), false)) {
            writer.add(Drawing.random(1));
            assertThat(folder()).doesNotExist();
        }
        assertThat(temp).isEmptyDirectory();
        try (SceneFolderWriter writer = new SceneFolderWriter(folder(), false)) {
            writer.add(Drawing.random(1));
            writer.abandon();
        }
        assertThat(temp).isEmptyDirectory();
    }

    @Test
    void whatIsThereIsReplacedOnlyWhenAskedAndOnlyIfItIsOfScenes() throws IOException {
        write(folder(), drawings(), false);
        Map<String, byte[]> before = bytes(folder());
        List<Scene> one = List.of(Drawing.random(99));
        assertThatThrownBy(() -> write(folder(), one, false))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("--overwrite");
        assertThat(bytes(folder()).keySet()).isEqualTo(before.keySet());
        write(folder(), one, true);
        assertThat(bytes(folder())).hasSize(5);
        Files.writeString(folder().resolve("notes.txt"), "mine");
        assertThatThrownBy(() -> write(folder(), one, true))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("notes.txt");
        assertThat(folder().resolve("notes.txt")).hasContent("mine");
        assertThatThrownBy(() -> write(folder().resolve("notes.txt"), one, true))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("is a file");
        assertThat(temp.toFile().list()).containsExactly("scenes");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"images\": [                   | \"images\": 3,         \"x\": [  | images",
                "\"seed\":0,                     | \"sed\":0,             | 'images[0].seed' is"
                        + " missing",
                "\"captions\":                  | \"subtitles\":          | 'captions' is missing",
                "\"width\":100                   | \"width\":101                    | size",
                "\"size\":[100,100]              | \"size\":[100]                   | size",
                "\"file_name\":\"scene-000001.png | \"file_name\":\"scene-000091.png |"
                        + " scene-000091",
                "\"file_name\":\"scene-000001.png | \"file_name\":\"../a.png         | file_name",
                "\"category_id\":                | \"category_id\":3                | annotation 1",
                "\"counts\":\"                   | \"counts\":\"~                   | annotation 1",
                "\"bbox\":[                      | \"bbox\":[0.5,                   | annotation 1",
                "\"id\":2,\"file_name\"          | \"id\":1,\"file_name\"           | id 1",
                "\"name\":\"bus\"                | \"name\":\"bas\"                 | categories",
                "\"question_type\":\"is there\"  | \"question_type\":\"is thre\"    | is there",
                "\"id\":1,\"image_id\":1,        | \"id\":1,\"image_id\":77,        | image 77",
                "\"objects\":[                   | \"objects\":[999                 | 999",
                "\"caption\":\"                  | \"caption\":\"no                 | caption 1",
                "\"images\": [                   | \"images\": [null,               | images",
                "\"annotations\"                 | annotations                      | line",
            })
    void aDamagedFileIsRefusedInOneSentence(String from, String to, String named)
            throws IOException {
        write(folder(), drawings(), false);
        Path file = folder().resolve("scenes.json");
        String text = Files.readString(file);
        int at = text.indexOf(from);
        assertThat(at).as(from).isNotNegative();
        Files.writeString(file, text.substring(0, at) + to + text.substring(at + from.length()));
        assertThatThrownBy(() -> SceneFolder.read(folder()))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("scenes.json")
                .hasMessageContaining(named)
                .hasMessageNotContainingAny("\n", "dev.wherefore", "java.");
    }

    @Test
    void everyCutIsRefused() throws IOException {
        write(folder(), List.of(Drawing.random(4)), false);
        Path file = folder().resolve("scenes.json");
        String text = Files.readString(file);
        int cuts = 0;
        for (int length = 0; length < text.length() - 3; length += 97) {
            Files.writeString(file, text.substring(0, length));
            assertThatThrownBy(() -> SceneFolder.read(folder()))
                    .isInstanceOf(UserError.class)
                    .hasMessageContaining("scenes.json");
            cuts++;
        }
        assertThat(cuts).isGreaterThan(30);
    }

    @Test
    void whatIsMissingIsNamed() throws IOException {
        assertThatThrownBy(() -> SceneFolder.read(folder()))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("scenes.json")
                .hasMessageContaining("no such file");
        List<Scene> scenes =
                new ArrayList<>(List.of(new Drawing().with(Kind.BUS, 1, 1, 9, 9).scene()));
        write(folder(), scenes, false);
        Files.delete(folder().resolve("images/scene-000001.png"));
        assertThatThrownBy(() -> SceneFolder.read(folder()))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("there is no picture");
    }
}
