package dev.wherefore.core.experiment.config;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * A key that a record takes.
 *
 * @param name the key, lower case with dashes
 * @param doc what is said of it
 * @param type the component's type without its {@code Optional}
 * @param optional whether the component is an {@code Optional}
 */
record ConfigKey(String name, ConfigDoc doc, Type type, boolean optional) {

    /** Returns the keys of a record in order. */
    static List<ConfigKey> of(Class<?> type) {
        return Arrays.stream(type.getRecordComponents()).map(ConfigKey::of).toList();
    }

    static List<String> names(List<ConfigKey> keys) {
        return keys.stream().map(ConfigKey::name).toList();
    }

    private static ConfigKey of(RecordComponent component) {
        ConfigDoc doc = component.getAnnotation(ConfigDoc.class);
        if (doc == null) {
            throw new IllegalStateException(component + " has no @ConfigDoc");
        }
        boolean optional = component.getType() == Optional.class;
        Type type = optional ? argument(component.getGenericType()) : component.getGenericType();
        String name = doc.key().isEmpty() ? KeyPath.kebab(component.getName()) : doc.key();
        return new ConfigKey(name, doc, type, optional);
    }

    /** Returns the {@code T} of {@code Optional<T>} or {@code List<T>}. */
    static Type argument(Type generic) {
        return ((ParameterizedType) generic).getActualTypeArguments()[0];
    }

    boolean required() {
        return !optional && doc.preset().isEmpty();
    }
}
