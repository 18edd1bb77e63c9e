package dev.wherefore.vqa.support;

import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.Objects;

/** Files among the resources of these tests. */
public final class Fixture {

    private Fixture() {}

    /** A file, by its path from the task's own folder: {@code "tiny-vilt/vqa.pt"}. */
    public static Path path(String name) {
        try {
            return Path.of(
                    Objects.requireNonNull(
                                    Fixture.class.getResource("/dev/wherefore/vqa/" + name), name)
                            .toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
