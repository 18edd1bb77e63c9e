package dev.wherefore.core.explain;

import ai.djl.Device;
import dev.wherefore.core.support.OnGpu;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;

/** The same numbers on the first GPU, where there is one, in whole float32 (TF32 off). */
@Tag("gpu")
class FurtherPassNumbersOnGpuTest extends FurtherPassNumbersTest {

    @BeforeEach
    void needsAGpu() {
        OnGpu.assume();
    }

    @Override
    Device device() {
        return Device.gpu(0);
    }

    @Override
    double tolerance() {
        return 1e-3;
    }
}
