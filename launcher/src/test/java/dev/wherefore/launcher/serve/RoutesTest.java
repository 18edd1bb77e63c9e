package dev.wherefore.launcher.serve;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.Device;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.wherefore.core.experiment.config.Vocabulary;
import dev.wherefore.core.method.Methods;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** What the server has is what the description of its API says. */
class RoutesTest {

    @Test
    void everyRouteOfTheApiIsDescribedAndNoOther() throws Exception {
        ServedModels none =
                new ServedModels.Opener(Map.of(), new Methods(Map.of()), new Vocabulary(Map.of()))
                        .open(List.of(), Device.cpu());
        Set<String> routes = new TreeSet<>();
        new Site(none, Limits.of(1, 1, 1, 1, 1), List.of())
                .routes()
                .forEach(
                        (path, route) -> {
                            if (path.startsWith(Site.API)) {
                                routes.add(route.method() + " " + path);
                            }
                        });
        Set<String> described = new TreeSet<>();
        JsonNode paths = new ObjectMapper().readTree(description()).path("paths");
        paths.properties()
                .forEach(
                        path ->
                                path.getValue()
                                        .fieldNames()
                                        .forEachRemaining(
                                                method ->
                                                        described.add(
                                                                method.toUpperCase(Locale.ROOT)
                                                                        + " "
                                                                        + path.getKey())));
        assertThat(described).hasSizeGreaterThan(3).isEqualTo(routes);
    }

    private static byte[] description() throws IOException {
        try (InputStream stream =
                Objects.requireNonNull(Site.class.getResourceAsStream("openapi.json"))) {
            return stream.readAllBytes();
        }
    }
}
