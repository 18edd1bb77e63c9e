package dev.wherefore.core.experiment.config;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.StreamSupport;

/** Describes configs to people: the schema that {@link ConfigSchema} makes, as Markdown tables. */
public final class KeyTables {

    /** Of longer lists of names only the first are told. */
    private static final int NAMES = 16;

    private static final int FEW = 3;
    private static final String DEFINITIONS = "#/definitions/";
    private static final String SUFFIX = "-config";
    private static final String HEAD =
            "| key | what it is | values | left out |\n|---|---|---|---|\n";

    private final JsonNode definitions;

    /**
     * Constructs the tables.
     *
     * @param schema a schema, as {@link ConfigSchema} gives it
     */
    public KeyTables(String schema) {
        try {
            this.definitions = new ObjectMapper().readTree(schema).path("definitions");
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("the schema is no JSON", e);
        }
    }

    /**
     * Returns the tables: one for each record of keys, the outermost ones first to come.
     *
     * @return Markdown, with a heading of the second level before each table and a final line end
     */
    public String markdown() {
        StringBuilder text = new StringBuilder();
        for (Map.Entry<String, JsonNode> definition : definitions.properties()) {
            text.append("\n## ").append(heading(definition.getKey())).append("\n\n").append(HEAD);
            Set<String> required = new HashSet<>(texts(definition.getValue().path("required")));
            for (Map.Entry<String, JsonNode> key :
                    definition.getValue().path("properties").properties()) {
                text.append(row(key.getKey(), key.getValue(), required.contains(key.getKey())));
            }
        }
        return text.toString();
    }

    private static String heading(String definition) {
        return definition.endsWith(SUFFIX)
                ? definition.substring(0, definition.length() - SUFFIX.length())
                : definition;
    }

    private static String row(String key, JsonNode value, boolean required) {
        return String.join(
                        " | ",
                        "| `" + key + "`",
                        cell(value.path("description").asText()),
                        values(value),
                        leftOut(value, required))
                + " |\n";
    }

    private static String leftOut(JsonNode value, boolean required) {
        if (required) {
            return "must be given";
        }
        JsonNode preset = value.path("default");
        return preset.isMissingNode() ? "" : "`" + cell(plain(preset)) + "`";
    }

    /** A value as a config in YAML would have it. */
    private static String plain(JsonNode value) {
        if (value.isArray()) {
            List<String> parts = new ArrayList<>();
            value.forEach(part -> parts.add(plain(part)));
            return "[" + String.join(", ", parts) + "]";
        }
        if (value.isObject()) {
            List<String> parts = new ArrayList<>();
            value.properties().forEach(p -> parts.add(p.getKey() + ": " + plain(p.getValue())));
            return "{" + String.join(", ", parts) + "}";
        }
        return value.asText();
    }

    private static String values(JsonNode value) {
        if (value.has("enum")) {
            return names(texts(value.path("enum")));
        }
        if (value.has("anyOf")) {
            return values(value.path("anyOf").get(0)) + ", or a list of these";
        }
        if (value.has("allOf")) {
            return values(value.path("allOf").get(0));
        }
        if (value.has("$ref")) {
            String name = heading(value.path("$ref").asText().substring(DEFINITIONS.length()));
            return "keys of [" + name + "](#" + name + ")";
        }
        if (value.path("type").isArray()) {
            return "text or a number";
        }
        return switch (value.path("type").asText()) {
            case "integer" -> "a whole number";
            case "number" -> "a number";
            case "boolean" -> "`true`, `false`";
            default -> "text";
        };
    }

    private static String names(List<String> names) {
        List<String> told = names.size() > NAMES ? names.subList(0, FEW) : names;
        String list = "`" + String.join("`, `", told) + "`";
        return names.size() > NAMES ? list + " and " + (names.size() - FEW) + " more" : list;
    }

    private static List<String> texts(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false).map(JsonNode::asText).toList();
    }

    private static String cell(String text) {
        return text.replace("|", "\\|");
    }
}
