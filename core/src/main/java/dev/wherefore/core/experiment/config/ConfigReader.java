package dev.wherefore.core.experiment.config;

import dev.wherefore.core.experiment.config.ConfigNode.Entry;
import dev.wherefore.core.experiment.config.ConfigNode.Mapping;
import dev.wherefore.core.experiment.config.ConfigNode.Scalar;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Reads configs, YAML or JSON by the file's ending, into records.
 *
 * <p>A record's components are the keys, in lower case with dashes ({@code signedColors} is {@code
 * signed-colors}), each described by {@link ConfigDoc}. A component may be text, a number, a truth
 * value, an enum, a {@code Path}, a {@link FilePattern}, another record, a {@code List} of these (a
 * single value will do for a list of one), or an {@code Optional}. A key without a value counts as
 * left out. A record's compact constructor refuses values by an {@code IllegalArgumentException};
 * if its message begins with a key's name the key's line is given.
 *
 * <p>Relative paths start from the folder of the config file; those in settings from the current
 * folder. All that is wrong is said at once, in {@link ConfigErrors}.
 */
public final class ConfigReader {

    /** The key that says which task's keys the config holds; its vocabulary has the same name. */
    public static final String TASK = "task";

    private final Vocabulary vocabulary;

    /**
     * Constructs a reader.
     *
     * @param vocabulary the names that {@link ConfigDoc#names()} refers to
     */
    public ConfigReader(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
    }

    /**
     * Returns the config in a file.
     *
     * @param <T> the record's type
     * @param file the file
     * @param settings {@code key=value} each, which come after what the file says
     * @param type the record's class
     * @return the record
     * @throws dev.wherefore.core.UserError if anything is wrong, all of it at once
     */
    public <T extends Record> T read(Path file, List<String> settings, Class<T> type) {
        Problems problems = new Problems();
        Mapping root = root(file, settings, problems);
        RecordBinder binder = new RecordBinder(vocabulary, problems);
        binder.refuseUnknown(root, ConfigKey.names(ConfigKey.of(type)), "");
        Optional<T> record = binder.record(root, type, "");
        problems.throwIfAny();
        return record.orElseThrow();
    }

    /**
     * Returns the config of a task in a file: its key {@link #TASK} says which keys there are
     * beside the shared ones.
     *
     * @param <S> the record type of the shared keys, {@link #TASK} among them
     * @param file the file
     * @param settings {@code key=value} each, which come after what the file says
     * @param shared the class of the record of the shared keys
     * @param tasks for each task the class of the record of its own keys
     * @return both records
     * @throws dev.wherefore.core.UserError if anything is wrong, all of it at once
     */
    public <S extends Record> TaskConfig<S> readTask(
            Path file,
            List<String> settings,
            Class<S> shared,
            Map<String, Class<? extends Record>> tasks) {
        return readChoice(file, settings, TASK, shared, tasks);
    }

    /**
     * Returns a config of which one key's value says which keys there are beside the shared ones.
     *
     * @param <S> the record type of the shared keys, the choosing one among them
     * @param file the file
     * @param settings {@code key=value} each, which come after what the file says
     * @param key the choosing key
     * @param shared the class of the record of the shared keys
     * @param choices for each value of the key the class of the record of its own keys
     * @return both records
     * @throws dev.wherefore.core.UserError if anything is wrong, all of it at once
     */
    public <S extends Record> TaskConfig<S> readChoice(
            Path file,
            List<String> settings,
            String key,
            Class<S> shared,
            Map<String, Class<? extends Record>> choices) {
        Problems problems = new Problems();
        return choice(root(file, settings, problems), key, shared, choices, problems);
    }

    /**
     * Returns the config of a task in a file that was read before.
     *
     * @param <S> the record type of the shared keys, {@link #TASK} among them
     * @param file what the file says
     * @param shared the class of the record of the shared keys
     * @param tasks for each task the class of the record of its own keys
     * @return both records
     * @throws dev.wherefore.core.UserError if anything is wrong, all of it at once
     */
    public <S extends Record> TaskConfig<S> readTask(
            ConfigFile file, Class<S> shared, Map<String, Class<? extends Record>> tasks) {
        Problems problems = new Problems();
        return choice(mapping(file.root(), problems), TASK, shared, tasks, problems);
    }

    private <S extends Record> TaskConfig<S> choice(
            Mapping root,
            String key,
            Class<S> shared,
            Map<String, Class<? extends Record>> choices,
            Problems problems) {
        RecordBinder binder = new RecordBinder(vocabulary, problems);
        Optional<Class<? extends Record>> own = chosen(root, key).map(choices::get);
        own.ifPresent(type -> binder.refuseUnknown(root, keysOfBoth(shared, type), ""));
        Optional<S> sharedRecord = binder.record(root, shared, "");
        Optional<? extends Record> ownRecord = own.flatMap(type -> binder.record(root, type, ""));
        problems.throwIfAny();
        return new TaskConfig<>(
                sharedRecord.orElseThrow(), ownRecord.orElseThrow(), new ConfigPlaces(root));
    }

    private static List<String> keysOfBoth(Class<?> shared, Class<?> own) {
        return Stream.of(shared, own)
                .flatMap(type -> ConfigKey.of(type).stream())
                .map(ConfigKey::name)
                .toList();
    }

    private static Optional<String> chosen(Mapping root, String key) {
        Entry entry = root.entries().get(key);
        return entry != null && entry.value() instanceof Scalar scalar
                ? Optional.of(scalar.text())
                : Optional.empty();
    }

    private static Mapping root(Path file, List<String> settings, Problems problems) {
        List<Setting> parsed = settings.stream().map(Setting::parse).toList();
        ConfigNode node = ConfigText.read(file, problems);
        for (Setting setting : parsed) {
            node = setting.applyTo(node, problems);
        }
        return mapping(node, problems);
    }

    private static Mapping mapping(ConfigNode node, Problems problems) {
        if (node instanceof Mapping mapping) {
            return mapping;
        }
        String what =
                node.isNothing()
                        ? "the file is empty; keys with values are wanted"
                        : "keys with values are wanted, found " + node.words();
        problems.add(node.origin(), "", what);
        problems.throwIfAny();
        throw new IllegalStateException("a problem was added");
    }
}
