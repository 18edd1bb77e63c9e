package dev.wherefore.launcher;

import ai.djl.Device;
import ai.djl.engine.Engine;
import picocli.CommandLine.Option;

/** The option that says where networks run. */
final class DeviceOption {

    @Option(
            names = "--device",
            paramLabel = "DEVICE",
            defaultValue = "auto",
            description = "auto (a GPU if there is one), cpu, or gpu:N; default: ${DEFAULT-VALUE}.")
    private String written = "auto";

    /** Loads the engine and returns the device. */
    Device device() {
        DeviceChoice choice = new DeviceChoice(written);
        Engine engine = Engine.getInstance();
        return choice.device(engine.getGpuCount(), engine.hasCapability("CUDA"));
    }
}
