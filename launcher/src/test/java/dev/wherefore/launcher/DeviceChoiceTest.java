package dev.wherefore.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.djl.Device;
import dev.wherefore.core.UserError;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DeviceChoiceTest {

    @Test
    void autoTakesTheFirstGpuIfThereIsOne() {
        assertThat(new DeviceChoice("auto").device(2, true)).isEqualTo(Device.gpu(0));
        assertThat(new DeviceChoice("auto").device(0, false)).isEqualTo(Device.cpu());
    }

    @Test
    void namedDevicesAreTaken() {
        assertThat(new DeviceChoice("cpu").device(2, true)).isEqualTo(Device.cpu());
        assertThat(new DeviceChoice("gpu:1").device(2, true)).isEqualTo(Device.gpu(1));
        assertThat(new DeviceChoice("gpu").device(1, true)).isEqualTo(Device.gpu(0));
    }

    @Test
    void gpusThatAreNotThereAreRefusedWithWhatThereIs() {
        DeviceChoice second = new DeviceChoice("gpu:1");
        assertThatThrownBy(() -> second.device(1, true))
                .isInstanceOf(UserError.class)
                .hasMessage("there is no gpu:1; this machine has 1 GPU: gpu:0");
        assertThatThrownBy(() -> second.device(0, false))
                .hasMessageContaining("PyTorch was loaded without CUDA");
        assertThatThrownBy(() -> second.device(0, true))
                .hasMessageContaining("PyTorch finds no GPU on this machine");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "cuda", "gpu:", "gpu:-1", "gpu:x", "CPU"})
    void otherWordsAreRefused(String written) {
        assertThatThrownBy(() -> new DeviceChoice(written))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("--device must be auto, cpu or gpu:N")
                .hasMessageContaining("'" + written + "'");
    }
}
