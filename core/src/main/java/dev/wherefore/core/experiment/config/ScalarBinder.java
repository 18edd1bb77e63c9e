package dev.wherefore.core.experiment.config;

import dev.wherefore.core.NearMatches;
import dev.wherefore.core.experiment.config.ConfigNode.Scalar;
import dev.wherefore.core.experiment.config.ConfigNode.Scalar.Kind;
import dev.wherefore.core.image.MissingFile;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Turns a single value into what a record component wants. */
final class ScalarBinder {

    /** How one type is read. */
    private interface Reader {
        Object read(Scalar scalar, ConfigDoc doc);
    }

    private final Vocabulary vocabulary;
    private final Map<Class<?>, Reader> readers;

    ScalarBinder(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
        this.readers =
                Map.ofEntries(
                        Map.entry(String.class, this::text),
                        Map.entry(Path.class, this::path),
                        Map.entry(FilePattern.class, this::pattern),
                        Map.entry(boolean.class, this::truth),
                        Map.entry(Boolean.class, this::truth),
                        Map.entry(int.class, (s, d) -> whole(s).intValueExact()),
                        Map.entry(Integer.class, (s, d) -> whole(s).intValueExact()),
                        Map.entry(long.class, (s, d) -> whole(s).longValueExact()),
                        Map.entry(Long.class, (s, d) -> whole(s).longValueExact()),
                        Map.entry(double.class, (s, d) -> number(s).doubleValue()),
                        Map.entry(Double.class, (s, d) -> number(s).doubleValue()));
    }

    boolean binds(Class<?> type) {
        return type.isEnum() || readers.containsKey(type);
    }

    /**
     * Returns the value.
     *
     * @throws IllegalArgumentException saying what it must be
     */
    Object bind(ConfigNode node, Class<?> type, ConfigDoc doc) {
        if (type.isEnum()) {
            return constant(node, type);
        }
        Reader reader = readers.get(type);
        if (reader == null) {
            throw new IllegalStateException("a config cannot hold a " + type);
        }
        if (!(node instanceof Scalar scalar)) {
            throw new IllegalArgumentException(
                    "must be " + wanted(type) + ", found " + node.words());
        }
        try {
            return reader.read(scalar, doc);
        } catch (ArithmeticException e) {
            boolean wide = type == long.class || type == Long.class;
            throw new IllegalArgumentException(
                    "must be a whole number between "
                            + (wide ? Long.MIN_VALUE : Integer.MIN_VALUE)
                            + " and "
                            + (wide ? Long.MAX_VALUE : Integer.MAX_VALUE)
                            + ", found "
                            + scalar.words(),
                    e);
        }
    }

    private static String wanted(Class<?> type) {
        if (type == String.class) {
            return "text";
        }
        if (type == Path.class || type == FilePattern.class) {
            return "the name of a file";
        }
        return type == boolean.class || type == Boolean.class ? "true or false" : "a number";
    }

    private Object text(Scalar scalar, ConfigDoc doc) {
        boolean fits =
                scalar.kind() == Kind.TEXT || (scalar.kind() == Kind.NUMBER && doc.orNumber());
        if (!fits) {
            throw new IllegalArgumentException(
                    "must be text, found %s; if it is meant as text, put it in quotes"
                            .formatted(scalar.words()));
        }
        if (!doc.names().isEmpty()) {
            requireOneOf(scalar.text(), vocabulary.list(doc.names()));
        }
        return scalar.text();
    }

    private static void requireOneOf(String word, List<String> names) {
        if (!names.contains(word)) {
            throw new IllegalArgumentException(
                    "must be one of %s, found '%s'%s"
                            .formatted(
                                    String.join(", ", names), word, NearMatches.hint(word, names)));
        }
    }

    private Object constant(ConfigNode node, Class<?> type) {
        List<String> names = constants(type);
        if (!(node instanceof Scalar scalar)) {
            throw new IllegalArgumentException(
                    "must be one of " + String.join(", ", names) + ", found " + node.words());
        }
        requireOneOf(scalar.text(), names);
        return type.getEnumConstants()[names.indexOf(scalar.text())];
    }

    /** Returns an enum's names in configs. */
    static List<String> constants(Class<?> type) {
        return Arrays.stream(type.getEnumConstants())
                .map(constant -> KeyPath.kebab(((Enum<?>) constant).name()))
                .toList();
    }

    private Object path(Scalar scalar, ConfigDoc doc) {
        String written = (String) text(scalar, doc);
        Path path;
        try {
            path = scalar.origin().folder().resolve(written);
        } catch (InvalidPathException e) {
            throw new IllegalArgumentException(
                    "must be the name of a file, found " + scalar.words(), e);
        }
        if (doc.mustExist() && !Files.exists(path)) {
            throw new IllegalArgumentException(MissingFile.sentence(path));
        }
        return path;
    }

    private Object pattern(Scalar scalar, ConfigDoc doc) {
        return new FilePattern((String) text(scalar, doc), scalar.origin().folder());
    }

    private Object truth(Scalar scalar, ConfigDoc doc) {
        if (scalar.kind() != Kind.TRUTH) {
            throw new IllegalArgumentException("must be true or false, found " + scalar.words());
        }
        return scalar.text().equalsIgnoreCase("true");
    }

    private static BigDecimal whole(Scalar scalar) {
        return decimal(scalar, "a whole number");
    }

    private static BigDecimal number(Scalar scalar) {
        return decimal(scalar, "a number");
    }

    private static BigDecimal decimal(Scalar scalar, String wanted) {
        return Optional.of(scalar)
                .filter(s -> s.kind() == Kind.NUMBER)
                .flatMap(s -> parsed(s.text()))
                .orElseThrow(
                        () ->
                                new IllegalArgumentException(
                                        "must be " + wanted + ", found " + scalar.words()));
    }

    private static Optional<BigDecimal> parsed(String text) {
        try {
            return Optional.of(new BigDecimal(text.replace("_", "")));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }
}
