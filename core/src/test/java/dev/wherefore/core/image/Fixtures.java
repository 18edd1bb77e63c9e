package dev.wherefore.core.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;

/** Small pictures drawn for the tests, and what Pillow makes of them. */
final class Fixtures {

    private Fixtures() {}

    static byte[] bytes(String name) {
        try (InputStream input = Fixtures.class.getResourceAsStream(name)) {
            return Objects.requireNonNull(input, name).readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Picture picture(String name) {
        return new PictureReader().read(bytes(name), name);
    }

    /** A folder of data that is not in the project, or the test is skipped. */
    static Path folder(String variable) {
        Optional<String> value = Optional.ofNullable(System.getenv(variable));
        assumeThat(value)
                .as("the environment variable " + variable + " names a folder")
                .isPresent();
        return Path.of(value.orElseThrow());
    }

    static double meanDifference(Picture actual, Picture expected) {
        assertThat(Size.of(actual)).isEqualTo(Size.of(expected));
        long sum = 0;
        byte[] a = actual.toBytes();
        byte[] b = expected.toBytes();
        for (int i = 0; i < a.length; i++) {
            sum += Math.abs((a[i] & 0xff) - (b[i] & 0xff));
        }
        return (double) sum / a.length;
    }

    static int largestDifference(Picture actual, Picture expected) {
        assertThat(Size.of(actual)).isEqualTo(Size.of(expected));
        int largest = 0;
        byte[] a = actual.toBytes();
        byte[] b = expected.toBytes();
        for (int i = 0; i < a.length; i++) {
            largest = Math.max(largest, Math.abs((a[i] & 0xff) - (b[i] & 0xff)));
        }
        return largest;
    }
}
