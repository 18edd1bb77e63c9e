package dev.wherefore.core.network.block;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wherefore.core.UserError;
import dev.wherefore.core.experiment.config.ConfigRecordContract;
import dev.wherefore.core.experiment.config.Vocabulary;
import dev.wherefore.core.network.block.NetworkConfig.Shortcut;
import dev.wherefore.core.network.block.NetworkConfig.Stem;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which network is meant: in configs and as text. */
class NetworkConfigTest extends ConfigRecordContract<NetworkConfig> {

    NetworkConfigTest() {
        super(
                NetworkConfig.class,
                new Vocabulary(Map.of(NetworkConfig.FAMILIES, Blocks.families().names())));
    }

    @Override
    protected String leastYaml() {
        return "{family: resnet, classes: 10}";
    }

    @Override
    protected NetworkConfig least(Path folder) {
        return NetworkConfig.fromJson("{\"family\": \"resnet\", \"classes\": 10, \"channels\": 3}");
    }

    @Override
    protected String fullYaml() {
        return """
        family: vgg
        classes: 16
        channels: 1
        depth: 11
        stem: {width: 8, kernel: 5, stride: 1, pool: false}
        widths: [24, 48]
        blocks: [1, 2]
        strides: [1, 2]
        bottleneck: true
        shortcut: pad
        head: linear
        batch-norm: true
        last-pool: false
        grid: 4
        hidden: [64]
        dropout: 0.25
        """;
    }

    @Override
    protected NetworkConfig full(Path folder) {
        return new NetworkConfig(
                "vgg",
                16,
                1,
                Optional.of(11),
                Optional.of(
                        new Stem(
                                Optional.of(8),
                                Optional.of(5),
                                Optional.of(1),
                                Optional.of(false))),
                Optional.of(List.of(24, 48)),
                Optional.of(List.of(1, 2)),
                Optional.of(List.of(1, 2)),
                Optional.of(true),
                Optional.of(Shortcut.PAD),
                Optional.of("linear"),
                Optional.of(true),
                Optional.of(false),
                Optional.of(4),
                Optional.of(List.of(64)),
                Optional.of(0.25));
    }

    @Test
    void asTextItIsOneLineAndComesBackTheSame() throws IOException {
        for (NetworkConfig config : List.of(full(folder()), least(folder()))) {
            assertThat(config.toJson()).doesNotContain("\n");
            assertThat(NetworkConfig.fromJson(config.toJson())).isEqualTo(config);
        }
        assertThat(least(folder()).toJson())
                .isEqualTo("{\"family\":\"resnet\",\"classes\":10,\"channels\":3}");
        assertThat(full(folder()).toJson())
                .contains("\"shortcut\":\"pad\"", "\"batch-norm\":true", "\"kernel\":5");
    }

    @Test
    void channelsThatAreLeftOutAreThree() {
        NetworkConfig config = NetworkConfig.fromJson("{\"family\": \"resnet\", \"classes\": 10}");
        assertThat(config.channels()).isEqualTo(3);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"family\":\"vgg\",\"classes\":2,\"channels\":3,\"wide\":1}|network: it has an"
                        + " unknown key 'wide'",
                "{\"classes\":2,\"channels\":3}|family",
                "{\"family\":\"vgg\",\"classes\":-1,\"channels\":3}|network: classes must be at"
                        + " least 0, found -1",
                "resnet|does not describe a network"
            })
    void textThatDescribesNoNetworkIsRefusedInOneSentence(String json, String reason) {
        assertThatThrownBy(() -> NetworkConfig.fromJson(json))
                .isInstanceOf(UserError.class)
                .hasMessageContaining(reason)
                .hasMessageNotContaining("\n");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "classes: -1|classes: must be at least 0, found -1",
                "widths: []|widths: must have a number for each stage",
                "blocks: [1, 0]|blocks: must be at least 1, found 0",
                "dropout: 1|dropout: must be from 0 to below 1, found 1.0",
                "head: a.b|head: must be a word of letters, digits and '_', found 'a.b'",
                "'stem: {kernel: 2}'|stem.kernel: must be odd, found 2"
            })
    void numbersThatNoFamilyCouldTakeAreRefusedAtTheirKeys(String line, String reason) {
        String rest = line.startsWith("classes") ? "" : "classes: 3\n";
        assertThatThrownBy(() -> read("family: resnet\n" + rest + line.replace("'", "") + "\n"))
                .isInstanceOf(UserError.class)
                .hasMessageContaining(reason);
    }
}
