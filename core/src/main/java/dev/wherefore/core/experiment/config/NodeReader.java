package dev.wherefore.core.experiment.config;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.dataformat.yaml.YAMLParser;
import dev.wherefore.core.experiment.config.ConfigNode.Entry;
import dev.wherefore.core.experiment.config.ConfigNode.Mapping;
import dev.wherefore.core.experiment.config.ConfigNode.Scalar;
import dev.wherefore.core.experiment.config.ConfigNode.Sequence;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Turns a parser's tokens into nodes that know their lines. */
final class NodeReader {

    private final JsonParser parser;
    private final Origin source;
    private final Problems problems;

    NodeReader(JsonParser parser, Origin source, Problems problems) {
        this.parser = parser;
        this.source = source;
        this.problems = problems;
    }

    /** Returns the only value of the document; nothing at all counts as the value "nothing". */
    ConfigNode readAll() throws IOException {
        if (parser.nextToken() == null) {
            return new Scalar(source, Scalar.Kind.NOTHING, "");
        }
        ConfigNode node = read("");
        if (parser.nextToken() != null) {
            problems.add(here(), "", "there is more than one document; one is wanted");
        }
        return node;
    }

    private ConfigNode read(String path) throws IOException {
        Origin origin = here();
        if (isAlias()) {
            problems.add(origin, path, "references (*name) cannot be used; write the value again");
        }
        return switch (parser.currentToken()) {
            case START_OBJECT -> mapping(origin, path);
            case START_ARRAY -> sequence(origin, path);
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT ->
                    new Scalar(origin, Scalar.Kind.NUMBER, parser.getText());
            case VALUE_TRUE, VALUE_FALSE -> new Scalar(origin, Scalar.Kind.TRUTH, parser.getText());
            case VALUE_NULL -> new Scalar(origin, Scalar.Kind.NOTHING, "");
            default -> new Scalar(origin, Scalar.Kind.TEXT, parser.getText());
        };
    }

    private Mapping mapping(Origin origin, String path) throws IOException {
        Map<String, Entry> entries = new LinkedHashMap<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            Origin keyOrigin = here();
            String key = parser.currentName();
            String keyPath = KeyPath.child(path, key);
            parser.nextToken();
            Entry before = entries.put(key, new Entry(keyOrigin, read(keyPath)));
            if (before != null) {
                problems.add(
                        keyOrigin,
                        keyPath,
                        "this key is given twice, in line " + before.key().line() + " too");
            }
        }
        return new Mapping(origin, entries);
    }

    private Sequence sequence(Origin origin, String path) throws IOException {
        List<ConfigNode> items = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            items.add(read(KeyPath.child(path, items.size())));
        }
        return new Sequence(origin, items);
    }

    private boolean isAlias() {
        return parser instanceof YAMLParser yaml && yaml.isCurrentAlias();
    }

    private Origin here() {
        return source.line() == 0
                ? source
                : source.atLine(parser.currentTokenLocation().getLineNr());
    }
}
