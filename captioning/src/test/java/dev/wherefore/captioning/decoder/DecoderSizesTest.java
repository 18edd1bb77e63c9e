package dev.wherefore.captioning.decoder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wherefore.core.experiment.config.ConfigRecordContract;
import dev.wherefore.core.experiment.config.Vocabulary;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DecoderSizesTest extends ConfigRecordContract<DecoderConfig.Sizes> {

    DecoderSizesTest() {
        super(DecoderConfig.Sizes.class, new Vocabulary(Map.of()));
    }

    @Override
    protected String leastYaml() {
        return "{}";
    }

    @Override
    protected DecoderConfig.Sizes least(Path folder) {
        return new DecoderConfig.Sizes(64, 192, 96, 3, 2);
    }

    @Override
    protected String fullYaml() {
        return "{embedding: 8, hidden: 12, attention: 10, heads: 2, looks: 1}";
    }

    @Override
    protected DecoderConfig.Sizes full(Path folder) {
        return new DecoderConfig.Sizes(8, 12, 10, 2, 1);
    }

    @Test
    void theOtherSizesComeFromWordsAndFeatures() {
        assertThat(new DecoderConfig.Sizes(8, 12, 10, 2, 1).decoder(17, 5))
                .isEqualTo(new DecoderConfig(17, 5, 8, 12, 10, 2, 1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"embedding", "hidden", "attention", "looks"})
    void nothingIsMadeOfNoNumbers(String key) {
        assertThatThrownBy(() -> read("{" + key + ": 0}"))
                .hasMessageEndingWith(":1: " + key + ": must be at least 1, found 0");
    }
}
