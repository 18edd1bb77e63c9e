package dev.wherefore.core.experiment.config;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.List;

/** Writes the schemas of records into a table of definitions, each once. */
final class SchemaWriter {

    private static final List<Class<?>> TRUTHS = List.of(boolean.class, Boolean.class);
    private static final List<Class<?>> WHOLES =
            List.of(int.class, Integer.class, long.class, Long.class);
    private static final List<Class<?>> NUMBERS = List.of(double.class, Double.class);

    private final YAMLMapper yaml = new YAMLMapper();
    private final Vocabulary vocabulary;
    private final ObjectNode definitions;

    SchemaWriter(Vocabulary vocabulary, ObjectNode definitions) {
        this.vocabulary = vocabulary;
        this.definitions = definitions;
    }

    /** Describes an object that has the keys of some records. */
    void keys(ObjectNode object, List<Class<?>> records) {
        object.put("type", "object");
        object.put("additionalProperties", false);
        ArrayNode required = yaml.createArrayNode();
        ObjectNode properties = object.putObject("properties");
        for (Class<?> type : records) {
            for (ConfigKey key : ConfigKey.of(type)) {
                properties.set(key.name(), property(key));
                if (key.required()) {
                    required.add(key.name());
                }
            }
        }
        if (!required.isEmpty()) {
            object.set("required", required);
        }
    }

    private ObjectNode property(ConfigKey key) {
        ObjectNode property = yaml.createObjectNode();
        property.put("description", key.doc().value());
        if (!key.doc().preset().isEmpty()) {
            try {
                property.set("default", yaml.readTree(key.doc().preset()));
            } catch (JsonProcessingException e) {
                throw new IllegalStateException("the preset of " + key.name(), e);
            }
        }
        ObjectNode type = type(key.type(), key.doc());
        if (type.has("$ref")) {
            property.putArray("allOf").add(type);
        } else {
            property.setAll(type);
        }
        return property;
    }

    private ObjectNode type(Type type, ConfigDoc doc) {
        ObjectNode node = yaml.createObjectNode();
        if (type instanceof ParameterizedType list) {
            ObjectNode item = type(ConfigKey.argument(list), doc);
            ArrayNode either = node.putArray("anyOf");
            either.add(item);
            either.addObject().put("type", "array").set("items", item.deepCopy());
            return node;
        }
        Class<?> wanted = (Class<?>) type;
        if (wanted.isEnum()) {
            ScalarBinder.constants(wanted).forEach(node.putArray("enum")::add);
        } else if (TRUTHS.contains(wanted)) {
            node.put("type", "boolean");
        } else if (WHOLES.contains(wanted)) {
            node.put("type", "integer");
        } else if (NUMBERS.contains(wanted)) {
            node.put("type", "number");
        } else if (wanted.isRecord() && wanted != FilePattern.class) {
            return reference(wanted);
        } else if (!doc.names().isEmpty()) {
            vocabulary.list(doc.names()).forEach(node.putArray("enum")::add);
        } else if (doc.orNumber()) {
            node.putArray("type").add("string").add("number");
        } else {
            node.put("type", "string");
        }
        return node;
    }

    private ObjectNode reference(Class<?> type) {
        String name = KeyPath.kebab(type.getSimpleName());
        if (!definitions.has(name)) {
            keys(definitions.putObject(name), List.of(type));
        }
        return yaml.createObjectNode().put("$ref", "#/definitions/" + name);
    }
}
