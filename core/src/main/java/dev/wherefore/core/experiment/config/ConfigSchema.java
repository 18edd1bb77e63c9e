package dev.wherefore.core.experiment.config;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Describes configs to editors as a JSON Schema, made of the same records that {@link ConfigReader}
 * reads.
 *
 * @see <a href="https://json-schema.org/draft-07">JSON Schema, draft 7</a>, which the editors know
 */
public final class ConfigSchema {

    private static final String DIALECT = "http://json-schema.org/draft-07/schema#";

    private final ObjectMapper json = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);
    private final Vocabulary vocabulary;

    /**
     * Constructs the description.
     *
     * @param vocabulary the names that {@link ConfigDoc#names()} refers to
     */
    public ConfigSchema(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
    }

    /**
     * Returns the schema of the configs of all tasks.
     *
     * @param shared the record of the keys that all tasks share, {@link ConfigReader#TASK} among
     *     them
     * @param tasks for each task the record of its own keys
     * @return the schema, in JSON, with a final line end
     */
    public String of(Class<? extends Record> shared, Map<String, Class<? extends Record>> tasks) {
        return of(ConfigReader.TASK, shared, tasks);
    }

    /**
     * Returns the schema of configs of which one key chooses the others.
     *
     * @param key the choosing key
     * @param shared the record of the keys that all have, the choosing one among them
     * @param choices for each value of the key the record of its own keys
     * @return the schema, in JSON, with a final line end
     */
    public String of(
            String key,
            Class<? extends Record> shared,
            Map<String, Class<? extends Record>> choices) {
        ObjectNode root = json.createObjectNode();
        root.put("$schema", DIALECT);
        root.put("title", "A config of Wherefore");
        root.put("type", "object");
        root.putArray("required").add(key);
        ArrayNode names = root.putObject("properties").putObject(key).putArray("enum");
        ArrayNode conditions = root.putArray("allOf");
        ObjectNode definitions = root.putObject("definitions");
        SchemaWriter writer = new SchemaWriter(vocabulary, definitions);
        new TreeMap<>(choices)
                .forEach(
                        (name, type) -> {
                            names.add(name);
                            conditions.add(choice(key, name));
                            writer.keys(definitions.putObject(name), List.of(shared, type));
                        });
        return text(root);
    }

    private ObjectNode choice(String key, String name) {
        ObjectNode choice = json.createObjectNode();
        choice.putObject("if").putObject("properties").putObject(key).put("const", name);
        choice.putObject("then").put("$ref", "#/definitions/" + name);
        return choice;
    }

    private String text(ObjectNode root) {
        try {
            return json.writeValueAsString(root).replace(System.lineSeparator(), "\n") + "\n";
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a schema could not be written", e);
        }
    }
}
