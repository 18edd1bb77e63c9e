package dev.wherefore.core.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wherefore.core.UserError;
import dev.wherefore.core.image.Plane;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class NpyFileTest {

    private static final String PREFIX = "{'descr': '<f4', 'fortran_order': False, 'shape': ";

    @TempDir Path folder;

    static Stream<NpyArray> arrays() {
        return Stream.of(
                NpyArray.of(new float[] {1.5f, -0f, Float.NaN, Float.MIN_VALUE, 5, 6}, 2, 3),
                NpyArray.of(new double[] {Math.PI, Double.NEGATIVE_INFINITY}, 2),
                NpyArray.of(new long[] {Long.MIN_VALUE, 7, -1, 0}, 2, 1, 2),
                NpyArray.of(new int[] {Integer.MAX_VALUE}, 1, 1, 1, 1),
                NpyArray.of(new boolean[] {true, false, true}, 3),
                NpyArray.of(new double[] {0.1}),
                NpyArray.of(new float[0], 0, 4));
    }

    @ParameterizedTest
    @MethodSource("arrays")
    void arraysComeBackAsTheyWere(NpyArray array) {
        Path file = folder.resolve("a.npy");
        NpyFile.write(array, file, new WholeFile(false));
        assertThat(NpyFile.read(file)).isEqualTo(array);
    }

    @Test
    void filesAreByteForByteWhatNumpyWrites() throws IOException {
        Path file = folder.resolve("a.npy");
        Plane plane = Plane.compute(2, 3, (y, x) -> (3 * y + x) / 4f - 0.5f);
        NpyFile.write(NpyArray.of(plane), file, new WholeFile(false));
        assertThat(Files.readAllBytes(file)).isEqualTo(resource("float32.npy"));
    }

    @Test
    void version2IsRead() throws IOException {
        NpyArray array = read(resource("version2.npy"));
        assertThat(array.type()).isEqualTo(NpyType.FLOAT64);
        assertThat(array.toDoubles()).containsExactly(1.5, -2.5);
    }

    @Test
    void valuesAreGivenInTheTypeAskedFor() {
        NpyArray truths = NpyArray.of(new boolean[] {true, false}, 2);
        assertThat(truths.toFloats()).containsExactly(1f, 0f);
        assertThat(truths.toLongs()).containsExactly(1L, 0L);
        assertThat(NpyArray.of(new int[] {-3}, 1).toDoubles()).containsExactly(-3.0);
        assertThat(NpyArray.of(new double[] {0.1}, 1).toFloats()).containsExactly(0.1f);
        assertThatThrownBy(() -> NpyArray.of(new float[] {1}, 1).toLongs())
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void shapeMustFitTheValues() {
        assertThatThrownBy(() -> NpyArray.of(new float[5], 2, 3))
                .hasMessage("an array of shape (2, 3) must have 6 values, found 5");
        assertThatThrownBy(() -> NpyArray.of(new float[5], -1, -5))
                .hasMessageContaining("at least 0");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "(3,)|its shape (3,) needs 12 bytes, found 8",
                "(1,)|there is more in it than its shape (1,) says",
                "(-2,)|its shape has a negative dimension: (-2,)",
                "(99999999999,)|has a shape that is too large: (99999999999,)",
                "(65536, 65536)|has a shape that is too large: (65536, 65536)",
                "(2000000000, 2000000000, 2000000000)|has a shape that is too large",
                "(536870000,)|its shape (536870000,) needs 2147480000 bytes, found 8",
                "(2 3)|its shape cannot be read: (2 3)",
                "(2,,)|its shape cannot be read: (2,,)",
                "(two,)|its shape cannot be read: (two,)",
                "[2]|its shape must be a tuple",
                "|its header cannot be read"
            })
    void shapesThatLieAreRefused(String shape, String reason) {
        String text = PREFIX + (shape == null ? "" : shape) + ", }";
        assertThatThrownBy(() -> read(file(text, new byte[8])))
                .isInstanceOf(UserError.class)
                .hasMessageStartingWith("'maps.npy' ")
                .hasMessageContaining(reason);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "hello|is not a Python dictionary",
                "{|is not a Python dictionary",
                "{}|lacks fortran_order",
                "{'fortran_order': False, 'shape': (2,)}|lacks descr",
                "{'fortran_order': False, 'descr': '<f4'}|lacks shape",
                "{'fortran_order': True, 'descr': '<f4', 'shape': (2,)}|is in Fortran order",
                "{'fortran_order': '', 'descr': '<f4', 'shape': (2,)}|must be True or False",
                "{'fortran_order': False, 'descr': '>f4', 'shape': (2,)}|numbers of type >f4",
                "{'fortran_order': False, 'descr': '&O', 'shape': (2,)}|numbers of type",
                "{'fortran_order': False, 'descr': [('x', '<f4')], 'shape': (2,)}|of type [(x",
                "{'fortran_order': False, 'who': '<f4'}|has the unknown key who"
            })
    void headersThatAreBrokenAreRefused(String text, String reason) {
        assertThatThrownBy(() -> read(file(text, new byte[8])))
                .isInstanceOf(UserError.class)
                .hasMessageContaining(reason);
    }

    @Test
    void keysMayStandInAnyOrder() throws IOException {
        NpyArray array =
                read(file("{'shape': (2,), 'fortran_order': False, 'descr': '<f4'}", new byte[8]));
        assertThat(array.shape()).containsExactly(2);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 3, 6, 7, 8, 9, 10, 50, 127, 128, 140, 151})
    void fileCutShortIsRefused(int length) throws IOException {
        byte[] cut = Arrays.copyOf(resource("float32.npy"), length);
        assertThatThrownBy(() -> read(cut))
                .isInstanceOf(UserError.class)
                .hasMessageStartingWith("'maps.npy' is not a sound .npy file: ");
    }

    @Test
    void otherFilesAndVersionsAreNamedSo() throws IOException {
        assertThatThrownBy(() -> read("<html>".getBytes(StandardCharsets.UTF_8)))
                .hasMessageContaining("it does not begin with \\x93NUMPY");
        byte[] version3 = resource("float32.npy");
        version3[6] = 3;
        assertThatThrownBy(() -> read(version3))
                .hasMessageContaining("its version must be 1.0 or 2.0, found 3.0");
        byte[] endless = resource("version2.npy");
        endless[11] = (byte) 0xff;
        assertThatThrownBy(() -> read(endless)).hasMessageContaining("bytes long");
    }

    @Test
    void missingFileIsNamed() {
        Path file = folder.resolve("gone.npy");
        assertThatThrownBy(() -> NpyFile.read(file))
                .isInstanceOf(UserError.class)
                .hasMessage("cannot read '%s': no such file", file);
    }

    static byte[] resource(String name) throws IOException {
        try (InputStream in =
                Objects.requireNonNull(NpyFileTest.class.getResourceAsStream(name), name)) {
            return in.readAllBytes();
        }
    }

    private static NpyArray read(byte[] bytes) throws IOException {
        return NpyFile.read(new ByteArrayInputStream(bytes), "maps.npy");
    }

    private static byte[] file(String header, byte[] data) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(new byte[] {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', 1, 0});
        out.write(header.length() & 0xff);
        out.write(header.length() >> 8);
        out.write(header.getBytes(StandardCharsets.ISO_8859_1));
        out.write(data);
        return out.toByteArray();
    }
}
