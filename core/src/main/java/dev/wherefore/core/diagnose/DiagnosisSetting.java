package dev.wherefore.core.diagnose;

import ai.djl.Device;
import dev.wherefore.core.evaluate.SceneSource;

/**
 * Where an experiment runs.
 *
 * @param scenes the scenes that the config names
 * @param device where networks run
 * @param listener hears how it goes
 */
public record DiagnosisSetting(SceneSource scenes, Device device, DiagnosisListener listener) {}
