package dev.wherefore.vqa.head;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wherefore.core.UserError;
import dev.wherefore.core.weights.StateDict;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HeadConfigTest {

    private static StateDict described(String json) {
        return new StateDict("h.safetensors", Map.of(), Map.of(HeadConfig.METADATA, json));
    }

    @Test
    void aHeadIsDescribedAsItIs() {
        HeadConfig config = new HeadConfig(9, 5, 3, 4, 6, 7, 2, 3);
        assertThat(HeadConfig.of(described(config.toJson()))).isEqualTo(config);
        assertThat(new HeadConfig.Sizes(4, 6, 7, 2, 3).head(9, 5, 3)).isEqualTo(config);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"vocabulary\": 9} | answers must be at least 2, found 0",
                "{\"vocabulary\": 1} | vocabulary must be at least 2, found 1",
                "{\"vocabulary\": 9, \"answers\": 5, \"channels\": 3, \"embedding\": 4, \"hidden\":"
                    + " 5, \"width\": 6, \"anchors\": 2, \"layers\": 2, \"depth\": 3} | it has an"
                    + " unknown key 'depth'",
                "film | film",
                "[] | []"
            })
    void metadataThatDescribeNoHeadAreRefusedInASentence(String json, String reason) {
        assertThatThrownBy(() -> HeadConfig.of(described(json)))
                .isInstanceOf(UserError.class)
                .hasMessageStartingWith("h.safetensors describes its answer head as '" + json + "'")
                .hasMessageContaining(reason)
                .message()
                .hasLineCount(1);
    }

    @Test
    void weightsWithoutMetadataAreRefusedWithWhatWouldBeRight() {
        assertThatThrownBy(() -> HeadConfig.of(new StateDict("h", Map.of(), Map.of())))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("h does not say of which answer head")
                .hasMessageContaining("a TorchScript answer head");
    }
}
