package dev.wherefore.launcher.serve;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.wherefore.core.NearMatches;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The fields of a request in JSON, each of the sort and size that is wanted. */
final class OrderFields {

    private static final int MOST_ITEMS = 8;
    private static final int MOST_TEXT = 500;
    private static final int MOST_OF_TOP = 10;
    private static final int MOST_MAPS = 200;
    private static final int WRONG = 422;

    private final ObjectNode fields;

    /**
     * Constructs the fields.
     *
     * @param known the fields that there may be
     * @throws Refusal if there is another
     */
    OrderFields(ObjectNode fields, List<String> known) {
        this.fields = fields;
        fields.fieldNames()
                .forEachRemaining(
                        name -> {
                            if (!known.contains(name)) {
                                throw Refusal.at(WRONG, name, unknown(name, known));
                            }
                        });
    }

    private static String unknown(String name, List<String> known) {
        String hint = NearMatches.hint(name, known);
        return "unknown field"
                + (hint.isEmpty() ? "; there are " + String.join(", ", known) : hint);
    }

    /** A field that must be there. */
    String required(String name) {
        return text(name).orElseThrow(() -> Refusal.at(WRONG, name, "this field is missing"));
    }

    /** A text of usual length. */
    Optional<String> text(String name) {
        return written(name).map(node -> text(name, node));
    }

    /** Texts, or one. */
    List<String> texts(String name) {
        List<String> texts = new ArrayList<>();
        List<JsonNode> items = items(name);
        for (int i = 0; i < items.size(); i++) {
            texts.add(text(items.size() == 1 ? name : name + "." + i, items.get(i)));
        }
        return texts;
    }

    /** Targets, or one: objects. */
    List<JsonNode> targets(String name) {
        List<JsonNode> items = items(name);
        for (int i = 0; i < items.size(); i++) {
            String place = name + "." + i;
            if (!items.get(i).isObject()) {
                throw Refusal.at(WRONG, place, "must have fields, as in {\"top\": 1}");
            }
            items.get(i).properties().forEach(e -> scalar(place + "." + e.getKey(), e.getValue()));
            if (items.get(i).path("top").asInt() > MOST_OF_TOP) {
                throw Refusal.at(WRONG, place + ".top", "must be at most " + MOST_OF_TOP);
            }
        }
        return items;
    }

    /**
     * Sees that not too many maps are wanted.
     *
     * @throws Refusal if they are
     */
    static void checkMaps(Order order) {
        int targets = order.targets().stream().mapToInt(t -> t.path("top").asInt(1)).sum();
        int maps =
                Math.max(1, order.questions().size())
                        * Math.max(1, targets)
                        * Math.max(1, order.methods().size());
        if (maps > MOST_MAPS) {
            throw Refusal.of(
                    WRONG,
                    "%d maps are wanted of one picture, and %d are made at most: ask for fewer questions, targets or methods at once"
                            .formatted(maps, MOST_MAPS));
        }
    }

    private static void scalar(String name, JsonNode node) {
        if (node.isTextual()) {
            text(name, node);
        } else if (node.isContainerNode()) {
            throw Refusal.at(WRONG, name, "must be text, a number, true or false");
        }
    }

    private List<JsonNode> items(String name) {
        List<JsonNode> items = new ArrayList<>();
        written(name)
                .ifPresent(
                        node -> {
                            if (node.isArray()) {
                                node.forEach(items::add);
                            } else {
                                items.add(node);
                            }
                        });
        if (items.size() > MOST_ITEMS) {
            throw Refusal.at(
                    WRONG,
                    name,
                    "may have %d entries at most, found %d".formatted(MOST_ITEMS, items.size()));
        }
        return items;
    }

    private static String text(String name, JsonNode node) {
        if (!node.isTextual()) {
            throw Refusal.at(WRONG, name, "must be text");
        }
        if (node.textValue().length() > MOST_TEXT) {
            throw Refusal.at(WRONG, name, "must have at most " + MOST_TEXT + " characters");
        }
        return node.textValue();
    }

    private Optional<JsonNode> written(String name) {
        return Optional.ofNullable(fields.get(name)).filter(node -> !node.isNull());
    }
}
