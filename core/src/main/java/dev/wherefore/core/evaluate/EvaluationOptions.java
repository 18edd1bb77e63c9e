package dev.wherefore.core.evaluate;

import ai.djl.Device;
import java.nio.file.Path;

/**
 * What the command line adds to a config.
 *
 * @param out the folder for the results
 * @param device where the network runs
 * @param resume whether an evaluation that was stopped is gone on with
 * @param overwrite whether results that are there are replaced
 */
public record EvaluationOptions(Path out, Device device, boolean resume, boolean overwrite) {}
