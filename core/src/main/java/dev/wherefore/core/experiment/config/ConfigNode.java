package dev.wherefore.core.experiment.config;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A value of a config file, and where it was written. */
sealed interface ConfigNode {

    /** Where it begins. */
    Origin origin();

    /** What it is, for errors. */
    String words();

    /** A number, text, truth value or nothing. */
    record Scalar(Origin origin, Kind kind, String text) implements ConfigNode {

        enum Kind {
            TEXT,
            NUMBER,
            TRUTH,
            NOTHING
        }

        @Override
        public String words() {
            return switch (kind) {
                case TEXT -> "'" + text + "'";
                case NUMBER, TRUTH -> text;
                case NOTHING -> "nothing";
            };
        }
    }

    /** A list. */
    record Sequence(Origin origin, List<ConfigNode> items) implements ConfigNode {

        public Sequence {
            items = List.copyOf(items);
        }

        @Override
        public String words() {
            return "a list";
        }

        Sequence with(int index, ConfigNode item) {
            List<ConfigNode> changed = new ArrayList<>(items);
            if (index == items.size()) {
                changed.add(item);
            } else {
                changed.set(index, item);
            }
            return new Sequence(origin, changed);
        }
    }

    /** Keys with values, in the order they were written. */
    record Mapping(Origin origin, Map<String, Entry> entries) implements ConfigNode {

        public Mapping {
            entries = Collections.unmodifiableMap(new LinkedHashMap<>(entries));
        }

        static Mapping empty(Origin origin) {
            return new Mapping(origin, Map.of());
        }

        @Override
        public String words() {
            return "keys with values";
        }

        Mapping with(String key, Entry entry) {
            Map<String, Entry> changed = new LinkedHashMap<>(entries);
            changed.put(key, entry);
            return new Mapping(origin, changed);
        }
    }

    /** A key's value; {@code key} is where the key was written. */
    record Entry(Origin key, ConfigNode value) {}

    /** Whether nothing was written: the key counts as left out. */
    default boolean isNothing() {
        return this instanceof Scalar scalar && scalar.kind() == Scalar.Kind.NOTHING;
    }
}
