package dev.wherefore.core.experiment;

import ai.djl.Device;
import java.nio.file.Path;

/**
 * What the command line adds to a config.
 *
 * @param out the folder for the results
 * @param device where the network runs
 * @param resume whether to go on with a run that was stopped
 * @param overwrite whether results that are there are replaced
 */
public record RunOptions(Path out, Device device, boolean resume, boolean overwrite) {}
