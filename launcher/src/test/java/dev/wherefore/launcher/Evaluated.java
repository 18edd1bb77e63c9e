package dev.wherefore.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What {@code wherefore evaluate} found out, read back from its file. */
record Evaluated(JsonNode result) {

    /** Evaluates by a config and settings that differ from it. */
    static Evaluated by(Path config, Path out, String... settings) throws IOException {
        List<String> args =
                new ArrayList<>(List.of("evaluate", config.toString(), "--out", out.toString()));
        for (String setting : settings) {
            args.addAll(List.of("--set", setting));
        }
        Outcome outcome = Outcome.of(args.toArray(String[]::new));
        assertThat(outcome.status()).as(outcome.err()).isZero();
        return new Evaluated(new ObjectMapper().readTree(out.resolve("evaluation.json").toFile()));
    }

    int scenes() {
        return result.path("scenes").asInt();
    }

    double precision() {
        return result.path("network").path("meanAveragePrecision").asDouble();
    }

    double quality(String name) {
        assertThat(result.path("quality").has(name)).as(name).isTrue();
        return result.path("quality").path(name).asDouble();
    }

    double pointing(String method) {
        return mean(method, "pointing-game");
    }

    double mean(String method, String metric) {
        for (String list : List.of("methods", "baselines")) {
            for (JsonNode found : result.path(list)) {
                if (found.path("name").asText().equals(method)) {
                    return found.path("metrics").path(metric).path("mean").asDouble();
                }
            }
        }
        throw new AssertionError(method + " was not measured");
    }

    /** The mean over the maps of one label. */
    double of(String label, String method, String metric) {
        for (JsonNode found : result.path("labels")) {
            if (found.path("label").asText().equals(label)) {
                JsonNode mean = found.path("metrics").path(method).path(metric);
                assertThat(mean.isNumber()).as(label + " " + method + " " + metric).isTrue();
                return mean.asDouble();
            }
        }
        throw new AssertionError(label + " was not measured");
    }
}
