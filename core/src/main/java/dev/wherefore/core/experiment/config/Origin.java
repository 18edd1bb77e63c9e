package dev.wherefore.core.experiment.config;

import java.nio.file.Path;

/**
 * Where a value was written.
 *
 * @param source the file or the option, as errors name it
 * @param line the line, from 1; 0 where there are no lines
 * @param folder the folder that relative paths start from
 */
record Origin(String source, int line, Path folder) {

    Origin atLine(int newLine) {
        return new Origin(source, newLine, folder);
    }

    @Override
    public String toString() {
        return line > 0 ? source + ":" + line : source;
    }
}
