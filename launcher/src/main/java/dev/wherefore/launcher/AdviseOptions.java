package dev.wherefore.launcher;

import dev.wherefore.core.UserError;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options of {@code layers --advise}. */
final class AdviseOptions {

    @Option(
            names = "--advise",
            description =
                    "Takes a config, explains its pictures at one layer after the other, and ranks"
                            + " the layers by how faithful their maps are.")
    private boolean advise;

    @Option(
            names = "--layers",
            paramLabel = "NAME",
            split = ",",
            description = "With --advise: the layers to compare; else the network's blocks.")
    private final List<String> layers = new ArrayList<>();

    @Option(
            names = "--pictures",
            paramLabel = "N",
            description = "With --advise: how many of the config's pictures; else 4.")
    private @Nullable Integer pictures;

    @Option(
            names = "--set",
            paramLabel = "KEY=VALUE",
            description = "With --advise: sets a key of the config; may be repeated.")
    private final List<String> settings = new ArrayList<>();

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description =
                    "With --advise: a folder for layers.json and, for each picture, the maps of"
                            + " all layers side by side.")
    private @Nullable Path out;

    @Option(
            names = "--overwrite",
            description = "With --advise: replaces earlier advice in the folder.")
    private boolean overwrite;

    /** Whether advice is asked for; refuses what goes with it alone. */
    boolean isAsked() {
        boolean others =
                !layers.isEmpty()
                        || pictures != null
                        || !settings.isEmpty()
                        || out != null
                        || overwrite;
        if (!advise && others) {
            throw new UserError(
                    "--layers, --pictures, --set, --out and --overwrite go with --advise alone");
        }
        if (pictures != null && pictures < 1) {
            throw new UserError("--pictures must be at least 1, found " + pictures);
        }
        return advise;
    }

    List<String> layers() {
        return List.copyOf(layers);
    }

    int pictures() {
        return pictures == null ? 4 : pictures;
    }

    List<String> settings() {
        return List.copyOf(settings);
    }

    @Nullable Path out() {
        return out;
    }

    boolean overwrite() {
        return overwrite;
    }
}
