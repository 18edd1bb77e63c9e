/**
 * Reads YAML and JSON into records, says all that is wrong with a file at once, and describes the
 * records to editors as a JSON Schema. Knows no experiment: the records decide which keys there
 * are.
 */
@NullMarked
package dev.wherefore.core.experiment.config;

import org.jspecify.annotations.NullMarked;
