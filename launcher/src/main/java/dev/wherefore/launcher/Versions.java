package dev.wherefore.launcher;

import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Properties;
import picocli.CommandLine.IVersionProvider;

/** Says the versions of Wherefore and of what it stands on, without loading the engine. */
final class Versions implements IVersionProvider {

    private static final String FILE = "versions.properties";

    @Override
    public String[] getVersion() throws IOException {
        return all().entrySet().stream()
                .map(e -> e.getKey() + " " + e.getValue())
                .toArray(String[]::new);
    }

    /** Each version by the name of what it is of. */
    static Map<String, String> all() throws IOException {
        Properties read = new Properties();
        try (InputStream stream = Versions.class.getResourceAsStream(FILE)) {
            if (stream == null) {
                throw new IOException("the resource " + FILE + " is missing from the jar");
            }
            read.load(stream);
        }
        Map<String, String> versions = new LinkedHashMap<>();
        versions.put("Wherefore", read.getProperty("wherefore", "unknown"));
        versions.put("DJL", read.getProperty("djl", "unknown"));
        // DJL takes another PyTorch than the build's where the environment names one
        String other = System.getenv("PYTORCH_VERSION");
        versions.put(
                "PyTorch",
                other == null || other.isBlank() ? read.getProperty("pytorch", "unknown") : other);
        versions.put("Java", Runtime.version() + " (" + System.getProperty("java.vendor") + ")");
        return versions;
    }
}
