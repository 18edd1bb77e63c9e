package dev.wherefore.launcher;

import dev.wherefore.core.experiment.config.ConfigReader;
import dev.wherefore.core.experiment.config.TaskConfig;
import dev.wherefore.core.experiment.config.Vocabulary;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The options of every command that takes a config: which one, what differs, where results go. */
final class ConfigOptions {

    @Parameters(paramLabel = "CONFIG", description = "The config, YAML or JSON.")
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private Path config;

    @Option(
            names = "--set",
            paramLabel = "KEY=VALUE",
            description = "Sets a key of the config, such as threads=2; may be repeated.")
    private final List<String> settings = new ArrayList<>();

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description = "The folder for the results; else the config's 'out', else runs/NAME.")
    private @Nullable Path outFolder;

    /** Returns the config, with the keys that all tasks share and those of its own task. */
    <S extends Record> TaskConfig<S> read(
            Vocabulary vocabulary, Class<S> shared, Map<String, Class<? extends Record>> tasks) {
        return read(vocabulary, ConfigReader.TASK, shared, tasks);
    }

    /** Returns the config, with the keys that all share and those that one of them chooses. */
    <S extends Record> TaskConfig<S> read(
            Vocabulary vocabulary,
            String key,
            Class<S> shared,
            Map<String, Class<? extends Record>> choices) {
        return OtherCommand.named(
                config,
                () ->
                        new ConfigReader(vocabulary)
                                .readChoice(config, settings, key, shared, choices));
    }

    /** Returns the folder of the command line, else that of the config, else one named for it. */
    Path folder(Optional<Path> key) {
        if (outFolder != null) {
            return outFolder;
        }
        String file = String.valueOf(config.getFileName());
        int dot = file.lastIndexOf('.');
        return key.orElse(Path.of("runs", dot > 0 ? file.substring(0, dot) : file));
    }
}
