package dev.wherefore.vqa.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files as large as VQA's are read, and little is kept of them. */
class LargeQuestionFileTest {

    private static final long OF_EACH = 5;
    private static final long MEGABYTE = 1 << 20;

    @TempDir private Path folder;

    @Test
    void whatIsKeptDoesNotGrowWithTheFile() throws IOException {
        read(26_000, 20 * MEGABYTE);
    }

    @Test
    @Tag("long")
    void aFileAsLargeAsVqasIsRead() throws IOException {
        read(130_000, 100 * MEGABYTE);
    }

    private void read(int images, long atLeast) throws IOException {
        Path questions = folder.resolve("questions.json");
        String text = "what is the colour of the thing that lies on the table beside the door?";
        try (BufferedWriter out = Files.newBufferedWriter(questions)) {
            out.write("{\"task_type\": \"Open-Ended\", \"questions\": [");
            for (int i = 0; i < images * OF_EACH; i++) {
                long image = i / OF_EACH + 1;
                out.write(i == 0 ? "" : ", ");
                out.write("{\"image_id\": " + image + ", \"question\": \"" + text + " " + text);
                out.write("\", \"question_id\": " + (image * 1000 + i % OF_EACH) + "}");
            }
            out.write("]}");
        }
        Path annotations = folder.resolve("annotations.json");
        try (BufferedWriter out = Files.newBufferedWriter(annotations)) {
            out.write("{\"annotations\": [");
            for (int image = 1; image <= images; image++) {
                out.write(image == 1 ? "" : ", ");
                out.write("{\"question_type\": \"what is\", \"multiple_choice_answer\": \"red\"");
                out.write(", \"image_id\": " + image + ", \"question_id\": " + image + "000}");
            }
            out.write("]}");
        }
        assertThat(Files.size(questions)).isGreaterThan(atLeast);
        List<Path> pictures =
                List.of(Path.of("COCO_val2014_000000000007.jpg"), Path.of("25999.jpg"));
        long before = used();
        QuestionSet set = QuestionFile.of(questions).annotatedBy(annotations).read(pictures);
        long after = used();
        assertThat((long) set.size()).isEqualTo(2 * OF_EACH);
        assertThat(set.of(pictures.get(1)).get(0).id()).hasValue(25_999_000);
        assertThat(set.of(pictures.get(1)).get(0).answer()).contains("red");
        assertThat(set.ofOtherPictures()).isEqualTo((images - 2) * OF_EACH);
        assertThat(after - before).isLessThan(10 * MEGABYTE);
    }

    private static long used() {
        System.gc();
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }
}
