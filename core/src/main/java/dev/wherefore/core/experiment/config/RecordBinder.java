package dev.wherefore.core.experiment.config;

import dev.wherefore.core.NearMatches;
import dev.wherefore.core.experiment.config.ConfigNode.Entry;
import dev.wherefore.core.experiment.config.ConfigNode.Mapping;
import dev.wherefore.core.experiment.config.ConfigNode.Sequence;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Makes records of nodes, and goes on after a problem to find the others. */
final class RecordBinder {

    private final ScalarBinder scalars;
    private final Problems problems;

    RecordBinder(Vocabulary vocabulary, Problems problems) {
        this.scalars = new ScalarBinder(vocabulary);
        this.problems = problems;
    }

    /** Adds a problem for every key that is none of the known ones. */
    void refuseUnknown(Mapping mapping, List<String> known, String path) {
        mapping.entries()
                .forEach(
                        (key, entry) -> {
                            if (!known.contains(key)) {
                                problems.add(
                                        entry.key(), KeyPath.child(path, key), unknown(key, known));
                            }
                        });
    }

    private static String unknown(String key, List<String> known) {
        String hint = NearMatches.hint(key, known);
        return "unknown key" + (hint.isEmpty() ? "; there are " + String.join(", ", known) : hint);
    }

    /** Returns the record, or nothing if a problem was found. Keys it does not know are ignored. */
    <T> Optional<T> record(Mapping mapping, Class<T> type, String path) {
        int before = problems.count();
        List<ConfigKey> keys = ConfigKey.of(type);
        List<Object> arguments = new ArrayList<>();
        for (ConfigKey key : keys) {
            component(mapping, key, path).ifPresent(arguments::add);
        }
        if (problems.count() > before || arguments.size() != keys.size()) {
            return Optional.empty();
        }
        return construct(type, arguments, mapping, path);
    }

    /** Returns the argument for a component; nothing after a problem. */
    private Optional<Object> component(Mapping mapping, ConfigKey key, String path) {
        String keyPath = KeyPath.child(path, key.name());
        Optional<ConfigNode> written =
                Optional.ofNullable(mapping.entries().get(key.name()))
                        .map(Entry::value)
                        .filter(node -> !node.isNothing());
        if (key.required() && written.isEmpty()) {
            problems.add(mapping.origin(), keyPath, "this key is missing: " + key.doc().value());
            return Optional.empty();
        }
        Optional<ConfigNode> node =
                written.or(() -> preset(key, new Origin("default", 0, mapping.origin().folder())));
        Optional<Object> bound = node.flatMap(n -> value(n, key.type(), key.doc(), keyPath));
        return key.optional() ? Optional.of(bound) : bound;
    }

    private Optional<ConfigNode> preset(ConfigKey key, Origin origin) {
        return key.doc().preset().isEmpty()
                ? Optional.empty()
                : Optional.of(ConfigText.yaml(key.doc().preset(), origin, problems));
    }

    private Optional<Object> value(ConfigNode node, Type type, ConfigDoc doc, String path) {
        if (type instanceof ParameterizedType list && list.getRawType() == List.class) {
            return Optional.of(list(node, ConfigKey.argument(list), doc, path));
        }
        Class<?> wanted = (Class<?>) type;
        if (scalars.binds(wanted)) {
            return scalar(node, wanted, doc, path);
        }
        if (node instanceof Mapping mapping) {
            refuseUnknown(mapping, ConfigKey.names(ConfigKey.of(wanted)), path);
            return record(mapping, wanted, path).map(found -> found);
        }
        List<String> keys = ConfigKey.names(ConfigKey.of(wanted));
        String found = "must have keys of its own (" + String.join(", ", keys) + "), found ";
        problems.add(node.origin(), path, found + node.words());
        return Optional.empty();
    }

    private Optional<Object> scalar(ConfigNode node, Class<?> type, ConfigDoc doc, String path) {
        try {
            return Optional.of(scalars.bind(node, type, doc));
        } catch (IllegalArgumentException e) {
            problems.add(node.origin(), path, String.valueOf(e.getMessage()));
            return Optional.empty();
        }
    }

    private List<Object> list(ConfigNode node, Type item, ConfigDoc doc, String path) {
        if (!(node instanceof Sequence sequence)) {
            return value(node, item, doc, path).map(List::of).orElse(List.of());
        }
        List<Object> items = new ArrayList<>();
        for (int i = 0; i < sequence.items().size(); i++) {
            value(sequence.items().get(i), item, doc, KeyPath.child(path, i)).ifPresent(items::add);
        }
        return List.copyOf(items);
    }

    private <T> Optional<T> construct(
            Class<T> type, List<Object> arguments, Mapping mapping, String path) {
        Class<?>[] types =
                Arrays.stream(type.getRecordComponents())
                        .map(RecordComponent::getType)
                        .toArray(Class<?>[]::new);
        try {
            Constructor<T> constructor = type.getDeclaredConstructor(types);
            constructor.setAccessible(true);
            return Optional.of(constructor.newInstance(arguments.toArray()));
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof IllegalArgumentException refused) {
                refused(String.valueOf(refused.getMessage()), mapping, path);
                return Optional.empty();
            }
            throw new IllegalStateException(type + " could not be made", e);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(type + " could not be made", e);
        }
    }

    /** A refusal that begins with a key's name belongs to that key. */
    private void refused(String message, Mapping mapping, String path) {
        int space = message.indexOf(' ');
        Entry entry = space < 0 ? null : mapping.entries().get(message.substring(0, space));
        if (entry == null) {
            problems.add(mapping.origin(), path, message);
        } else {
            String key = message.substring(0, space);
            problems.add(
                    entry.value().origin(), KeyPath.child(path, key), message.substring(space + 1));
        }
    }
}
