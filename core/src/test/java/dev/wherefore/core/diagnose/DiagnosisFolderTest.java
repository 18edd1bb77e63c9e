package dev.wherefore.core.diagnose;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.wherefore.core.UserError;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a page becomes on the disk. */
class DiagnosisFolderTest {

    @TempDir Path folder;

    private static DiagnosisPage page() {
        return DiagnosisPage.titled("A title")
                .say("Something was found.")
                .number("second", 2.5)
                .number("first", 1)
                .with(new PagePart.Heading("More"))
                .with(
                        new PagePart.Table(
                                "table",
                                List.of("what", "how much"),
                                List.of(List.of("a|b", "1"), List.of("c, d", "2"))))
                .with(
                        new PagePart.Picture(
                                "picture",
                                new BufferedImage(3, 2, BufferedImage.TYPE_INT_RGB),
                                "Nothing."));
    }

    @Test
    void aPageIsMarkdownWithItsPicturesAndTables() throws IOException {
        Path out = folder.resolve("out");
        new DiagnosisFolder(out, false).write(page(), Map.of("key", 3), Map.of("Java", "17"));
        assertThat(Files.readString(out.resolve("page.md")))
                .isEqualTo(
                        """
                        # A title

                        Something was found.

                        ## More

                        | what | how much |
                        | --- | --- |
                        | a\\|b | 1 |
                        | c, d | 2 |

                        ![Nothing.](picture.png)
                        """);
        assertThat(Files.readString(out.resolve("table.csv")))
                .isEqualTo("what,how much\na|b,1\n\"c, d\",2\n");
        assertThat(ImageIO.read(out.resolve("picture.png").toFile()).getWidth()).isEqualTo(3);
        JsonNode json = new ObjectMapper().readTree(out.resolve("diagnosis.json").toFile());
        assertThat(json.path("schema").asText()).isEqualTo("wherefore/diagnosis/1");
        assertThat(json.path("config").path("key").asInt()).isEqualTo(3);
        assertThat(json.path("numbers").fieldNames())
                .toIterable()
                .containsExactly("second", "first");
        assertThat(json.path("numbers").path("second").asDouble()).isEqualTo(2.5);
    }

    @Test
    void whatIsThereIsReplacedOnlyWhenAskedTo() throws IOException {
        Files.writeString(folder.resolve("page.md"), "old");
        assertThatThrownBy(() -> new DiagnosisFolder(folder, false).check())
                .isInstanceOf(UserError.class)
                .hasMessageContaining("is not empty")
                .hasMessageContaining("--overwrite");
        DiagnosisFolder replacing = new DiagnosisFolder(folder, true);
        replacing.check();
        replacing.write(page(), Map.of(), Map.of());
        assertThat(Files.readString(folder.resolve("page.md"))).startsWith("# A title");
    }

    @Test
    void nothingOfAnEarlierPageIsLeftBesideANewOne() throws IOException {
        DiagnosisFolder out = new DiagnosisFolder(folder.resolve("out"), true);
        out.write(page(), Map.of(), Map.of());
        Files.writeString(out.path().resolve("notes.txt"), "the user's own");
        out.write(DiagnosisPage.titled("Nothing to see"), Map.of(), Map.of());
        assertThat(out.path()).isDirectoryNotContaining("glob:**.{png,csv}");
        assertThat(out.path().resolve("page.md")).hasContent("# Nothing to see");
        assertThat(out.path().resolve("notes.txt")).exists();
    }

    @Test
    void aTableWhoseRowsDoNotFitIsRefused() {
        assertThatThrownBy(
                        () -> new PagePart.Table("odd", List.of("a", "b"), List.of(List.of("1"))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("odd has 2 columns, and a row of 1");
    }
}
