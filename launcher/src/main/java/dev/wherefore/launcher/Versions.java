package dev.wherefore.launcher;

import java.io.IOException;
import java.io.InputStream;
import java.util.Properties;
import picocli.CommandLine.IVersionProvider;

/** Says the versions of Wherefore and of what it stands on, without loading the engine. */
final class Versions implements IVersionProvider {

    private static final String FILE = "versions.properties";

    @Override
    public String[] getVersion() throws IOException {
        Properties versions = new Properties();
        try (InputStream stream = Versions.class.getResourceAsStream(FILE)) {
            if (stream == null) {
                throw new IOException("the resource " + FILE + " is missing from the jar");
            }
            versions.load(stream);
        }
        return new String[] {
            "Wherefore " + versions.getProperty("wherefore"),
            "DJL " + versions.getProperty("djl"),
            "PyTorch " + versions.getProperty("pytorch"),
            "Java " + Runtime.version() + " (" + System.getProperty("java.vendor") + ")"
        };
    }
}
