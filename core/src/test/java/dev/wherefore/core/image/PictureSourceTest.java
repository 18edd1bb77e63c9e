package dev.wherefore.core.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wherefore.core.UserError;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PictureSourceTest {

    @TempDir private Path base;

    @BeforeEach
    void makeFiles() throws IOException {
        for (String name :
                List.of(
                        "photos/b.jpg",
                        "photos/a.PNG",
                        "photos/c.webp",
                        "photos/notes.md",
                        "photos/.hidden.png",
                        "photos/more/d.gif",
                        "photos/odd[1].jpg",
                        "texts/readme.md")) {
            Path file = base.resolve(name);
            Files.createDirectories(file.getParent());
            Files.createFile(file);
        }
    }

    private List<String> find(String written) {
        return new PictureSource(base)
                .find(written).stream()
                        .map(p -> base.relativize(p).toString().replace('\\', '/'))
                        .toList();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "photos/b.jpg|photos/b.jpg",
                "photos/odd[1].jpg|photos/odd[1].jpg",
                "photos/notes.md|photos/notes.md",
                "photos|photos/a.PNG,photos/b.jpg,photos/c.webp,photos/odd[1].jpg",
                "photos/*.jpg|photos/b.jpg,photos/odd[1].jpg",
                "photos/*|photos/a.PNG,photos/b.jpg,photos/c.webp,photos/odd[1].jpg",
                "*/?.jpg|photos/b.jpg",
                "photos/{b,c}.*|photos/b.jpg,photos/c.webp",
                "photos/**/*.gif|photos/more/d.gif",
                "photos/**/*.webp|photos/c.webp",
                "./photos/../photos/b.jpg|photos/b.jpg"
            })
    void filesFoldersAndGlobsBecomeSortedFiles(String written, String expected) {
        assertThat(find(written)).containsExactly(expected.split(","));
    }

    @Test
    void aListIsRelativeToItsOwnFolder() throws IOException {
        Files.writeString(
                base.resolve("photos/list.txt"),
                "\ufeff# two\nmore/d.gif\n\n  b.jpg  \nb.jpg\n" + base.resolve("photos/c.webp"));

        assertThat(find("photos/list.txt"))
                .containsExactly("photos/b.jpg", "photos/c.webp", "photos/more/d.gif");
    }

    @Test
    void absolutePathsNeedNoBase() {
        Path file = base.resolve("photos/b.jpg");

        assertThat(new PictureSource(Path.of("")).find(file.toString())).containsExactly(file);
        assertThat(new PictureSource(Path.of("")).find(base + "/photos/*.webp"))
                .containsExactly(base.resolve("photos/c.webp"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "photos/c.wepb|there is no file BASE/photos/c.wepb; did you mean 'c.webp'?",
                "phots/b.jpg|there is no file BASE/phots/b.jpg: there is no folder BASE/phots; did"
                        + " you mean 'photos'?",
                "photos/b.jpg/x|there is no file BASE/photos/b.jpg/x: BASE/photos/b.jpg is a file,"
                        + " not a folder",
                "texts|folder BASE/texts holds no file that ends in .png, .jpg, .jpeg, .webp, .gif",
                "photos/*.tiff|nothing matches 'photos/*.tiff' in BASE/photos",
                "texts/*|'texts/*' matches 1 file(s), but none that ends in .png, .jpg, .jpeg,"
                        + " .webp, .gif",
                "phots/*.jpg|nothing matches 'phots/*.jpg': there is no folder BASE/phots; did you"
                        + " mean 'photos'?",
                "photos/{b|'{b' is not a glob: its brackets or braces do not match",
                "\" \"|no picture is named: a file, folder, glob or list is wanted"
            })
    void whatIsNotThereIsSaidInOneSentence(String written, String message) {
        assertThatThrownBy(() -> find(written))
                .isInstanceOf(UserError.class)
                .hasMessage(message.replace("BASE", base.toString()));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "b.jpg,c.wepb|line 2 of LIST: there is no file FOLDER/c.wepb; did you mean"
                        + " 'c.webp'?",
                "more|line 1 of LIST: FOLDER/more is a folder; a list names files",
                "#b.jpg|list LIST names no picture; it wants one file a line"
            })
    void aWrongLineOfAListIsNamed(String lines, String message) throws IOException {
        Path list = base.resolve("photos/list.txt");
        Files.write(list, List.of(lines.split(",")));

        assertThatThrownBy(() -> find("photos/list.txt"))
                .isInstanceOf(UserError.class)
                .hasMessage(
                        message.replace("LIST", list.toString())
                                .replace("FOLDER", base.resolve("photos").toString()));
    }
}
