package dev.wherefore.core.train;

import ai.djl.Device;
import java.nio.file.Path;

/**
 * What the command line adds to a training's config.
 *
 * @param out the folder for the results
 * @param device where to train
 * @param resume whether to go on with a training that was stopped
 * @param overwrite whether results that are there are replaced
 */
public record TrainingOptions(Path out, Device device, boolean resume, boolean overwrite) {}
