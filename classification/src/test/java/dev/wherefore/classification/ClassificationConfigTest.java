package dev.wherefore.classification;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wherefore.core.experiment.config.ConfigRecordContract;
import dev.wherefore.core.experiment.config.Vocabulary;
import dev.wherefore.core.network.block.NetworkConfig;
import dev.wherefore.core.target.Likelihood;
import dev.wherefore.core.target.ScoreKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ClassificationConfigTest extends ConfigRecordContract<ClassificationConfig> {

    private static final String NETWORK =
            "{\"family\": \"resnet\", \"classes\": 3, \"channels\": 3, \"depth\": 18}";

    private static final String LEAST = "model: {path: net.pt}\n";

    ClassificationConfigTest() {
        super(
                ClassificationConfig.class,
                new Vocabulary(Map.of(NetworkConfig.FAMILIES, List.of("resnet"))));
    }

    @Override
    protected String leastYaml() {
        return LEAST;
    }

    @Override
    protected ClassificationConfig least(Path folder) throws IOException {
        Path net = Files.writeString(folder.resolve("net.pt"), "");
        return new ClassificationConfig(
                new ModelConfig(
                        net,
                        Optional.empty(),
                        "forward",
                        Optional.empty(),
                        Likelihood.SOFTMAX,
                        Optional.empty()),
                List.of(
                        new TargetConfig(
                                Optional.empty(),
                                Optional.of(1),
                                ScoreKind.LOGIT,
                                Optional.empty(),
                                false)));
    }

    @Override
    protected String fullYaml() {
        return """
        model:
          path: net.pt
          network: {family: resnet, classes: 3, depth: 18}
          method: classify
          output: 1
          scores: sigmoid
          labels: names.txt
        targets:
          - {class: 281, score: log-probability, instead-of: dog, negative: true}
          - {top: 3, score: probability}
        """;
    }

    @Override
    protected ClassificationConfig full(Path folder) throws IOException {
        Path net = Files.writeString(folder.resolve("net.pt"), "");
        Path labels = Files.writeString(folder.resolve("names.txt"), "cat\n");
        return new ClassificationConfig(
                new ModelConfig(
                        net,
                        Optional.of(NetworkConfig.fromJson(NETWORK)),
                        "classify",
                        Optional.of("1"),
                        Likelihood.SIGMOID,
                        Optional.of(labels)),
                List.of(
                        new TargetConfig(
                                Optional.of("281"),
                                Optional.empty(),
                                ScoreKind.LOG_PROBABILITY,
                                Optional.of("dog"),
                                true),
                        new TargetConfig(
                                Optional.empty(),
                                Optional.of(3),
                                ScoreKind.PROBABILITY,
                                Optional.empty(),
                                false)));
    }

    @Test
    void aModelThatIsNotThereIsRefusedWithNearMatches() throws IOException {
        Files.writeString(folder().resolve("net2.pt"), "");
        assertThatThrownBy(() -> read(LEAST))
                .hasMessageContaining("config.yaml:1: model.path: there is no file ")
                .hasMessageEndingWith("did you mean 'net2.pt'?");
    }

    @Test
    void aTargetIsEitherAClassOrANumberOfClasses() throws IOException {
        Files.writeString(folder().resolve("net.pt"), "");
        assertThatThrownBy(() -> read(LEAST + "targets: {class: cat, top: 1}"))
                .hasMessageEndingWith(":2: targets: one of class and top is wanted, found both");
        assertThatThrownBy(() -> read(LEAST + "targets: [{score: logit}]"))
                .hasMessageEndingWith(":2: targets.0: one of class and top is wanted, found none");
        assertThatThrownBy(() -> read(LEAST + "targets: {top: 0}"))
                .hasMessageEndingWith(":2: targets.top: must be at least 1, found 0");
        assertThatThrownBy(() -> read(LEAST + "targets: []"))
                .hasMessageEndingWith(":2: targets: must name at least one class");
    }
}
