package dev.wherefore.core.coco;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wherefore.core.UserError;
import dev.wherefore.core.image.Rectangle;
import dev.wherefore.core.scene.SceneObject;
import dev.wherefore.core.scene.coco.SceneFolder;
import dev.wherefore.core.scene.coco.StoredScene;
import dev.wherefore.core.scene.language.Caption;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CocoReaderTest {

    private static final Path SCENES = Path.of("..", "test-data", "scenes");
    private static final String IMAGES =
            """
            "images": [
              {"license": 3, "file_name": "b.jpg", "height": 9, "width": 7, "id": 20},
              {"file_name": "a.jpg", "height": 9, "width": 7, "id": 10, "coco_url": null}]
            """;
    private static final String CATEGORIES =
            """
            "categories": [{"supercategory": "animal", "id": 17, "name": "cat"}]
            """;

    @TempDir private Path folder;

    private Path file(String name, String... parts) throws IOException {
        return Files.writeString(folder.resolve(name), "{" + String.join(",", parts) + "}");
    }

    private static String annotations(String... records) {
        return "\"annotations\": [" + String.join(",", records) + "]";
    }

    /** An instance of image 10 as COCO writes them, the outline first. */
    private static String instance(long id, String segmentation, String more) {
        return """
        {"segmentation": %s, "area": 12, "iscrowd": 0, "image_id": 10,
         "bbox": [1, 2.5, 3, 4], "category_id": 17, "id": %d %s}\
        """
                .formatted(segmentation, id, more);
    }

    private static CocoData read(Path... files) {
        return CocoReader.ofFirst(100).read(List.of(files));
    }

    @Test
    void captionsAndInstancesOfTwoFilesComeTogether() throws IOException {
        Path captions =
                file(
                        "captions_val.json",
                        "\"info\": {\"year\": [1, {}]}",
                        IMAGES,
                        annotations(
                                "{\"image_id\": 10, \"id\": 1, \"caption\": \"A cat.\"}",
                                "{\"image_id\": 20, \"id\": 2, \"caption\": \"Nothing.\"}",
                                "{\"image_id\": 10, \"id\": 3, \"caption\": \"Cats \"}"));
        Path instances =
                file(
                        "instances_val.json",
                        IMAGES,
                        annotations(
                                instance(5, "[[1, 2, 4, 2, 4, 6, 1, 6]]", ""),
                                instance(
                                        6,
                                        "{\"counts\": [11, 4, 5, 4, 5, 4, 21, 1, 8],"
                                                + " \"size\": [9, 7]}",
                                        ", \"iscrowd\": 1"),
                                instance(7, "{\"counts\": \";45000`0MC\", \"size\": [9, 7]}", "")),
                        CATEGORIES);
        CocoData data = read(captions, instances);
        assertThat(data.skipped()).isEmpty();
        assertThat(data.categories()).containsExactly(new CocoCategory(17, "cat"));
        assertThat(data.images()).extracting(CocoImage::id).containsExactly(20L, 10L);
        CocoImage image = data.image(10).orElseThrow();
        assertThat(image.fileName()).isEqualTo("a.jpg");
        assertThat(image.captions())
                .containsExactly(
                        new CocoCaption(1, "A cat.", List.of()),
                        new CocoCaption(3, "Cats ", List.of()));
        assertThat(image.instances())
                .extracting(CocoInstance::isCrowd)
                .containsExactly(false, true, false);
        CocoInstance polygon = image.instances().get(0);
        assertThat(polygon.box()).isEqualTo(new Rectangle(1, 2.5, 4, 6.5));
        assertThat(image.mask(List.of(polygon)).area()).isEqualTo(12);
        assertThat(image.mask(List.of(polygon)).box()).isEqualTo(new Rectangle(1, 2, 4, 6));
        assertThat(image.instances().subList(1, 3))
                .extracting(CocoInstance::segmentation)
                .containsOnly(new Segmentation.Runs(";45000`0MC"));
        assertThat(image.mask(image.instances()).area()).isEqualTo(13);
        assertThat(data.image(20).orElseThrow().instances()).isEmpty();
        assertThat(data.image(30)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"captions.json, scenes.json", "scenes.json, captions.json", "scenes.json,"})
    void ourOwnFilesAreRead(String first, String second) {
        List<Path> files =
                second == null
                        ? List.of(SCENES.resolve(first))
                        : List.of(SCENES.resolve(first), SCENES.resolve(second));
        CocoData data = CocoReader.ofFirst(1000).read(files);
        List<StoredScene> scenes = SceneFolder.read(SCENES);
        assertThat(data.images()).hasSameSizeAs(scenes);
        assertThat(data.categories()).hasSize(16);
        for (StoredScene scene : scenes) {
            CocoImage image = data.image(scene.id()).orElseThrow();
            assertThat(image.captions())
                    .extracting(CocoCaption::text)
                    .containsExactlyElementsOf(
                            scene.captions().stream().map(Caption::text).toList());
            assertSameWords(scene, image);
            assertThat(image.instances()).hasSameSizeAs(scene.objects());
            for (SceneObject object : scene.objects()) {
                CocoInstance instance = image.instances().get(object.index());
                assertThat(instance.box()).isEqualTo(object.box());
                assertThat(image.mask(List.of(instance)).area()).isEqualTo(object.mask().area());
                assertThat(image.mask(List.of(instance)).box()).isEqualTo(object.box());
            }
        }
        Map<CocoFault, Integer> twice = data.skipped();
        int captions = scenes.stream().mapToInt(s -> s.captions().size()).sum();
        assertThat(twice).isEqualTo(second == null ? Map.of() : Map.of(CocoFault.TWICE, captions));
    }

    private static void assertSameWords(StoredScene scene, CocoImage image) {
        long before = image.instances().get(0).id();
        for (int i = 0; i < image.captions().size(); i++) {
            assertThat(image.captions().get(i).words())
                    .containsExactlyElementsOf(
                            scene.captions().get(i).words().stream()
                                    .map(
                                            w ->
                                                    new CocoWord(
                                                            w.text(),
                                                            w.objects().stream()
                                                                    .map(o -> before + o)
                                                                    .toList()))
                                    .toList());
        }
    }

    @Test
    void imagesAreChosenByNumberAndFromTheFront() throws IOException {
        Path file = file("i.json", IMAGES, annotations(instance(1, "[]", "")), CATEGORIES);
        assertThat(CocoReader.ofFirst(1).read(List.of(file)).images())
                .extracting(CocoImage::id)
                .containsExactly(20L);
        CocoReader ten = CocoReader.ofFirst(5).only(id -> id == 10);
        assertThat(ten.read(List.of(file)).images()).extracting(CocoImage::id).containsExactly(10L);
        assertThat(ten.only(id -> id == 20).read(List.of(file)).images()).isEmpty();
        assertThat(CocoReader.ofFirst(1).read(List.of(file)).skipped()).isEmpty();
    }

    @Test
    void annotationsMayStandBeforeTheImages() throws IOException {
        Path file =
                file(
                        "early.json",
                        annotations(instance(1, "[[1, 2, 4, 2, 4, 6]]", "")),
                        CATEGORIES,
                        IMAGES);
        assertThat(read(file).image(10).orElseThrow().instances()).hasSize(1);
        assertThat(read(file).skipped()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"id\": 9, \"caption\": \"a\"} | IMAGE_ID",
                "{\"id\": 9, \"image_id\": \"10\", \"caption\": \"a\"} | IMAGE_ID",
                "{\"id\": 9, \"image_id\": 11, \"caption\": \"a\"} | UNKNOWN_IMAGE",
                "{\"image_id\": 10, \"caption\": \"a\"} | ID",
                "{\"id\": 9, \"image_id\": 10, \"caption\": null} | SORT",
                "{\"id\": 9, \"image_id\": 10} | SORT",
                "7 | IMAGE_ID",
                "null | IMAGE_ID",
                "[] | IMAGE_ID",
            })
    void aBrokenAnnotationIsLeftOutAndCounted(String record, CocoFault fault) throws IOException {
        Path file =
                file(
                        "broken.json",
                        IMAGES,
                        annotations(record, instance(1, "[[1, 2, 4, 2, 4, 6]]", ""), record),
                        CATEGORIES);
        CocoData data = read(file);
        assertThat(data.skipped()).isEqualTo(Map.of(fault, 2));
        assertThat(data.image(10).orElseThrow().instances()).hasSize(1);
        assertThat(fault.what()).startsWith("an annotation");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "[[1, 2, 4, 2]] | '' | POLYGON",
                "[[1, 2, 4, 2, 4]] | '' | POLYGON",
                "[[1, 1, 2, 2, 3, 3, 1, 1]] | '' | POLYGON",
                "[[1, 2, 4, 2, 4, null]] | '' | POLYGON",
                "[1, 2, 4, 2, 4, 6] | '' | POLYGON",
                "[] | '' | POLYGON",
                "null | '' | SEGMENTATION",
                "\";45\" | '' | SEGMENTATION",
                "{\"counts\": \";45000`0M\", \"size\": [9, 7]} | '' | RUNS",
                "{\"counts\": \";45000`0MC\", \"size\": [7, 9]} | '' | RUNS",
                "{\"counts\": \";45000`0MC\"} | '' | RUNS",
                "{\"size\": [9, 7]} | '' | RUNS",
                "{\"counts\": [60, 4], \"size\": [9, 7]} | '' | RUNS",
                "{\"counts\": [70, -10, 3], \"size\": [9, 7]} | '' | RUNS",
                "{\"counts\": [60, \"3\"], \"size\": [9, 7]} | '' | RUNS",
                "[[1, 2, 4, 2, 4, 6]] | , \"category_id\": 3 | UNKNOWN_CATEGORY",
                "[[1, 2, 4, 2, 4, 6]] | , \"category_id\": \"cat\" | UNKNOWN_CATEGORY",
                "[[1, 2, 4, 2, 4, 6]] | , \"bbox\": [1, 2, 3] | BOX",
                "[[1, 2, 4, 2, 4, 6]] | , \"bbox\": [1, 2, -3, 4] | BOX",
                "[[1, 2, 4, 2, 4, 6]] | , \"bbox\": [1, 2, 1e999, 4] | BOX",
                "[[1, 2, 4, 2, 4, 6]] | , \"id\": 1 | TWICE",
            })
    void aBrokenInstanceIsLeftOutAndCounted(String outline, String more, CocoFault fault)
            throws IOException {
        Path file =
                file(
                        "broken.json",
                        IMAGES,
                        annotations(
                                instance(1, "[[1, 2, 4, 2, 4, 6]]", ""),
                                instance(2, outline, more)),
                        CATEGORIES);
        CocoData data = read(file);
        assertThat(data.skipped()).isEqualTo(Map.of(fault, 1));
        assertThat(data.image(10).orElseThrow().instances()).hasSize(1);
    }

    @Test
    void aBrokenPolygonBesideAGoodOneIsLeftOut() throws IOException {
        String both = "[[1, 1, 2, 2], [1, 2, 4, 2, 4, 6, 1, 6]]";
        Path file = file("i.json", IMAGES, annotations(instance(1, both, "")), CATEGORIES);
        CocoImage image = read(file).image(10).orElseThrow();
        assertThat(image.mask(image.instances()).area()).isEqualTo(12);
    }

    @Test
    void brokenImagesAndCategoriesAreCounted() throws IOException {
        Path file =
                file(
                        "broken.json",
                        """
                        "images": [{"id": 1}, {"id": 10, "file_name": "a.jpg", "width": 7, "height": 9},
                          {"id": 2, "file_name": "a.jpg", "width": 0, "height": 9},
                          {"id": 10, "file_name": "b.jpg", "width": 7, "height": 9}]\
                        """,
                        "\"categories\": [{\"id\": 1}, {\"id\": 17, \"name\": \"cat\"}, \"cat\"]",
                        annotations(instance(1, "[[1, 2, 4, 2, 4, 6]]", "")));
        CocoData data = read(file);
        assertThat(data.skipped())
                .isEqualTo(
                        Map.of(
                                CocoFault.IMAGE, 2,
                                CocoFault.IMAGE_TWICE, 1,
                                CocoFault.CATEGORY, 2));
        assertThat(data.images())
                .singleElement()
                .extracting(CocoImage::fileName)
                .isEqualTo("a.jpg");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{} | is not a COCO file: it has no 'images' and no 'annotations'",
                "{\"images\": []} | is not a COCO file: it has no 'annotations'",
                "{\"annotations\": []} | is not a COCO file: it has no 'images'",
                "{\"images\": {}, \"annotations\": []} | is not a COCO file: its 'images' are not a"
                        + " list",
                "{\"images\": [], \"annotations\": []} | has no image with 'id', 'file_name',"
                        + " 'width' and 'height'",
                "[] | is not a COCO file: it is no JSON object",
                "'' | is not a COCO file: it is no JSON object",
                "{\"images\": [{ | , line 1, is not a COCO file: it is no JSON: ",
                "two cats | , line 1, is not a COCO file: it is no JSON: ",
            })
    void whatIsNoCocoFileIsRefused(String content, String message) throws IOException {
        Path file = Files.writeString(folder.resolve("x.json"), content);
        assertThatThrownBy(() -> read(file))
                .isInstanceOf(UserError.class)
                .hasMessageStartingWith(file.toString())
                .hasMessageContaining(message)
                .hasMessageNotContainingAny("FasterXML", "\n");
    }

    @Test
    void filesThatAreNotThereOrContradictEachOtherAreRefused() throws IOException {
        Path missing = folder.resolve("missing.json");
        assertThatThrownBy(() -> read(missing))
                .isInstanceOf(UserError.class)
                .hasMessage(missing + " cannot be read: no such file");
        Path bare = file("bare.json", IMAGES, annotations(instance(1, "[]", "")));
        assertThatThrownBy(() -> read(bare))
                .isInstanceOf(UserError.class)
                .hasMessage(bare + " has instances but no 'categories'");
        Path one = file("one.json", IMAGES, annotations(), CATEGORIES);
        Path other =
                file("other.json", IMAGES, annotations(), CATEGORIES.replace("cat\"", "dog\""));
        assertThatThrownBy(() -> read(one, other))
                .isInstanceOf(UserError.class)
                .hasMessage(other + ": category 17 is 'dog' and was 'cat' before");
        assertThatThrownBy(() -> CocoReader.ofFirst(0))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void whatIsKeptDoesNotGrowWithTheFile() throws IOException {
        Path file = folder.resolve("large.json");
        int images = 20_000;
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            out.write("{\"images\": [");
            for (int i = 1; i <= images; i++) {
                String image =
                        "{\"id\": %d, \"file_name\": \"%d.jpg\", \"width\": 640, \"height\": 480}";
                out.write((i > 1 ? "," : "") + image.formatted(i, i));
            }
            out.write("], \"annotations\": [");
            String polygon =
                    "[[" + "10.25, 20.5, 300.75, 40.5, 200.5, 400.25, ".repeat(20) + "1, 1]]";
            for (int i = 1; i <= images; i++) {
                String annotation =
                        instance(i, polygon, "").replace("\"image_id\": 10", "\"image_id\": " + i);
                out.write((i > 1 ? "," : "") + annotation);
            }
            out.write("]," + CATEGORIES + "}");
        }
        CocoData data = CocoReader.ofFirst(3).read(List.of(file));
        assertThat(Files.size(file)).isGreaterThan(15_000_000);
        assertThat(data.images()).hasSize(3).allMatch(image -> image.instances().size() == 1);
    }
}
