package dev.wherefore.core.explain;

import ai.djl.Device;
import ai.djl.engine.Engine;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;

/** The same numbers on the first GPU, where there is one, in whole float32 (TF32 off). */
@Tag("gpu")
class ReferenceNumbersOnGpuTest extends ReferenceNumbersTest {

    @BeforeEach
    void needsAGpu() {
        Assumptions.assumeTrue(
                Engine.getInstance().getGpuCount() > 0,
                "skipped: PyTorch finds no GPU; build with -P cuda on a machine that has one");
        Assumptions.assumeTrue(
                "0".equals(System.getenv("NVIDIA_TF32_OVERRIDE")),
                "skipped: set NVIDIA_TF32_OVERRIDE=0, or the GPU rounds what is compared");
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
