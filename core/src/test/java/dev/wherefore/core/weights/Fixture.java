package dev.wherefore.core.weights;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wherefore.core.UserError;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.Objects;
import java.util.function.Consumer;

/** The files that Python made; their README says how. */
final class Fixture {

    private Fixture() {}

    static Path path(String name) {
        try {
            return Path.of(Objects.requireNonNull(Fixture.class.getResource(name), name).toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    static StateDict read(String name) {
        return WeightFiles.read(path(name));
    }

    static WeightTensor tensor(StateDict weights, String name) {
        return Objects.requireNonNull(weights.tensors().get(name), name);
    }

    /** What every refusal must be: a user's error, one sentence without a final point. */
    static Consumer<Throwable> sentence(Object file) {
        return e -> {
            assertThat(e).isExactlyInstanceOf(UserError.class);
            assertThat(e.getMessage())
                    .contains(file.toString())
                    .doesNotContain("\n")
                    .doesNotEndWith(".")
                    .hasSizeLessThan(700);
        };
    }
}
