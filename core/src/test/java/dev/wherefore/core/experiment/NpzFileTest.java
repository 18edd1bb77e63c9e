package dev.wherefore.core.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wherefore.core.UserError;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NpzFileTest {

    @TempDir Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"stored.npz", "compressed.npz"})
    void whatNumpySavedIsRead(String name) throws IOException {
        Path file = Files.write(folder.resolve(name), NpyFileTest.resource(name));
        Map<String, NpyArray> arrays = NpzFile.read(file);
        assertThat(arrays.keySet()).containsExactly("maps", "score", "ids", "rank", "seen", "none");
        float[] maps = new float[24];
        for (int i = 0; i < maps.length; i++) {
            maps[i] = i;
        }
        assertThat(arrays)
                .containsEntry("maps", NpyArray.of(maps, 2, 3, 4))
                .containsEntry("score", NpyArray.of(new double[] {0.1}))
                .containsEntry("ids", NpyArray.of(new long[] {-1, 1L << 40}, 2))
                .containsEntry("rank", NpyArray.of(new int[] {7, -8}, 2, 1))
                .containsEntry("seen", NpyArray.of(new boolean[] {true, false, true}, 3))
                .containsEntry("none", NpyArray.of(new double[0], 0, 5));
    }

    @Test
    void numberChangedOnTheWayIsNoticed() throws IOException {
        byte[] bytes = NpyFileTest.resource("stored.npz");
        bytes[200] ^= 1;
        Path file = Files.write(folder.resolve("changed.npz"), bytes);
        assertThatThrownBy(() -> NpzFile.read(file))
                .isInstanceOf(UserError.class)
                .hasMessage("'%s:maps.npy' is not a sound .npy file: its checksum is wrong", file);
    }

    @Test
    void filesThatAreNoNpzAreRefused() throws IOException {
        Path text = Files.writeString(folder.resolve("text.npz"), "hello");
        assertThatThrownBy(() -> NpzFile.read(text))
                .isInstanceOf(UserError.class)
                .hasMessageStartingWith("'" + text + "' is not a sound .npz file");
        Path half = folder.resolve("half.npz");
        Files.write(half, Arrays.copyOf(NpyFileTest.resource("stored.npz"), 700));
        assertThatThrownBy(() -> NpzFile.read(half)).isInstanceOf(UserError.class);
        assertThatThrownBy(() -> NpzFile.read(folder.resolve("gone.npz")))
                .isInstanceOf(UserError.class)
                .hasMessageEndingWith("no such file");
    }

    @Test
    void zipOfOtherThingsIsRefused() throws IOException {
        Path file = folder.resolve("other.npz");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            zip.putNextEntry(new ZipEntry("readme.txt"));
        }
        assertThatThrownBy(() -> NpzFile.read(file))
                .isInstanceOf(UserError.class)
                .hasMessage(
                        "'%s' is not a sound .npz file: it holds 'readme.txt', which is not a"
                                + " .npy file",
                        file);
    }
}
