package dev.wherefore.core.support;

import ai.djl.engine.Engine;
import org.junit.jupiter.api.Assumptions;

/** What tests need that compare numbers on a GPU. */
public final class OnGpu {

    private OnGpu() {}

    /** Skips the test, and says why, where there is no GPU or it rounds what is compared. */
    public static void assume() {
        Assumptions.assumeTrue(
                Engine.getInstance().getGpuCount() > 0,
                "skipped: PyTorch finds no GPU; build with -P cuda on a machine that has one");
        Assumptions.assumeTrue(
                "0".equals(System.getenv("NVIDIA_TF32_OVERRIDE")),
                "skipped: set NVIDIA_TF32_OVERRIDE=0, or the GPU rounds what is compared");
    }
}
