package dev.wherefore.core.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wherefore.core.UserError;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WholeFileTest {

    private final WholeFile once = new WholeFile(false);
    private final WholeFile again = new WholeFile(true);

    @TempDir Path folder;

    @Test
    void fileAndItsFoldersAreWritten() throws IOException {
        Path file = folder.resolve("a/b/map.bin");
        once.write(file, out -> out.write(new byte[] {1, 2, 3}));
        assertThat(file).hasBinaryContent(new byte[] {1, 2, 3});
        assertThat(names(folder.resolve("a/b"))).containsExactly("map.bin");
    }

    @Test
    void fileHasTheRightsOfAnyNewFile() throws IOException {
        Path ours = folder.resolve("ours");
        Path other = Files.createFile(folder.resolve("other"));
        once.write(ours, out -> out.write(1));
        if (Files.getFileStore(folder).supportsFileAttributeView("posix")) {
            assertThat(Files.getPosixFilePermissions(ours))
                    .isEqualTo(Set.copyOf(Files.getPosixFilePermissions(other)));
        }
        assertThat(ours).exists();
    }

    @Test
    void whatExistsIsNotReplacedUnlessAskedFor() throws IOException {
        Path file = Files.writeString(folder.resolve("map.txt"), "old");
        assertThatThrownBy(() -> once.write(file, out -> out.write('n')))
                .isInstanceOf(UserError.class)
                .hasMessage(
                        "'%s' exists already; choose another place or give --overwrite to replace"
                                + " it",
                        file);
        assertThat(file).hasContent("old");
        again.write(file, out -> out.write('n'));
        assertThat(file).hasContent("n");
    }

    @Test
    void fileThatAppearsInTheMeantimeIsKept() throws IOException {
        Path file = folder.resolve("map.txt");
        assertThatThrownBy(() -> once.write(file, out -> Files.writeString(file, "theirs")))
                .isInstanceOf(UserError.class);
        assertThat(file).hasContent("theirs");
        assertThat(names(folder)).containsExactly("map.txt");
    }

    @Test
    void whileItIsWrittenNothingStandsUnderItsName() throws IOException {
        Path file = folder.resolve("map.txt");
        once.write(
                file,
                out -> {
                    out.write(1);
                    out.flush();
                    assertThat(file).doesNotExist();
                });
        assertThat(file).exists();
    }

    @Test
    void failureLeavesTheOldFileAndNothingElse() throws IOException {
        Path file = Files.writeString(folder.resolve("map.txt"), "old");
        assertThatThrownBy(
                        () ->
                                again.write(
                                        file,
                                        out -> {
                                            out.write(1);
                                            throw new IOException("disk full");
                                        }))
                .isInstanceOf(UserError.class)
                .hasMessage("cannot write '%s': disk full", file);
        assertThatThrownBy(
                        () ->
                                again.write(
                                        file,
                                        out -> {
                                            throw new IllegalStateException("stopped");
                                        }))
                .isInstanceOf(IllegalStateException.class);
        assertThat(names(folder)).containsExactly("map.txt");
        assertThat(file).hasContent("old");
    }

    @Test
    void foldersAndFilesInTheWayAreNamed() throws IOException {
        Path file = Files.createFile(folder.resolve("file"));
        assertThatThrownBy(() -> again.write(folder, out -> out.write(1)))
                .hasMessage("cannot write '%s': it is a folder", folder);
        assertThatThrownBy(() -> again.write(file.resolve("map.png"), out -> out.write(1)))
                .isInstanceOf(UserError.class)
                .hasMessage(
                        "cannot write '%s': '%s' is not a folder", file.resolve("map.png"), file);
    }

    @Test
    void pngComesBackAsItWas() throws IOException {
        BufferedImage picture = new BufferedImage(3, 2, BufferedImage.TYPE_INT_RGB);
        picture.setRGB(2, 1, 0x12ab34);
        Path file = folder.resolve("picture.png");
        PngFile.write(picture, file, once);
        BufferedImage read = ImageIO.read(file.toFile());
        assertThat(read.getRGB(2, 1) & 0xffffff).isEqualTo(0x12ab34);
        assertThat(read.getRGB(0, 0) & 0xffffff).isZero();
        assertThat(read.getWidth()).isEqualTo(3);
        assertThat(names(folder)).containsExactly("picture.png");
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }
}
