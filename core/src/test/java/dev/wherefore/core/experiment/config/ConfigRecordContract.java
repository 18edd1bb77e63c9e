package dev.wherefore.core.experiment.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What every config record must pass: the defaults are the documented ones, and every key comes to
 * its component.
 *
 * @param <R> the record
 */
public abstract class ConfigRecordContract<R extends Record> {

    private final Class<R> type;
    private final Vocabulary vocabulary;
    @TempDir private Path folder;
    private Path file = Path.of("");

    /**
     * Constructs the contract.
     *
     * @param type the record
     * @param vocabulary the names it refers to
     */
    protected ConfigRecordContract(Class<R> type, Vocabulary vocabulary) {
        this.type = type;
        this.vocabulary = vocabulary;
    }

    @BeforeEach
    void chooseFile() {
        file = folder.resolve("config.yaml");
    }

    /** Returns the required keys alone, in YAML. */
    protected abstract String leastYaml();

    /** Returns what they give; {@code folder} is the config's. */
    protected abstract R least(Path folder) throws IOException;

    /** Returns every key, each with another value than its default, in YAML. */
    protected abstract String fullYaml();

    /** Returns what they give; {@code folder} is the config's. */
    protected abstract R full(Path folder) throws IOException;

    /** Reads YAML as the record. */
    protected final R read(String yaml) throws IOException {
        Files.writeString(file, yaml);
        return new ConfigReader(vocabulary).read(file, List.of(), type);
    }

    /** Returns the folder of the configs that are read. */
    protected final Path folder() {
        return folder;
    }

    @Test
    void keysThatAreLeftOutHaveTheirDefaults() throws IOException {
        R expected = least(folder);
        assertThat(read(leastYaml())).isEqualTo(expected);
    }

    @Test
    void everyKeyComesToItsComponent() throws Exception {
        R expected = full(folder);
        R found = read(fullYaml());
        assertThat(found).isEqualTo(expected);
        Map<String, Object> values = values(found);
        values(least(folder))
                .forEach(
                        (name, value) -> assertThat(values.get(name)).as(name).isNotEqualTo(value));
    }

    @Test
    void everyKeyIsDescribedInOneSentence() {
        assertDescribed(type);
    }

    private static void assertDescribed(Class<?> keys) {
        for (ConfigKey key : ConfigKey.of(keys)) {
            assertThat(key.doc().value())
                    .as(keys.getSimpleName() + "." + key.name())
                    .matches("[A-Z][^\n]{3,200}\\.");
            Type below =
                    key.type() instanceof ParameterizedType list
                            ? ConfigKey.argument(list)
                            : key.type();
            if (below instanceof Class<?> nested
                    && nested.isRecord()
                    && nested != FilePattern.class) {
                assertDescribed(nested);
            }
        }
    }

    private Map<String, Object> values(R record) throws ReflectiveOperationException {
        Map<String, Object> values = new LinkedHashMap<>();
        for (RecordComponent component : type.getRecordComponents()) {
            component.getAccessor().setAccessible(true);
            values.put(component.getName(), component.getAccessor().invoke(record));
        }
        return values;
    }
}
