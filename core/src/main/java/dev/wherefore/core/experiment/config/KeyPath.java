package dev.wherefore.core.experiment.config;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Key paths as users write and read them: {@code targets.0.class}. */
final class KeyPath {

    private static final Pattern INDEX = Pattern.compile("\\[(\\d{1,6})]");
    private static final Pattern NUMBER = Pattern.compile("\\d{1,6}");
    private static final Pattern DOT = Pattern.compile("\\.");
    private static final Pattern HUMP = Pattern.compile("(?<=[a-z0-9])(?=[A-Z])");

    private KeyPath() {}

    static String child(String parent, Object key) {
        return parent.isEmpty() ? key.toString() : parent + "." + key;
    }

    /** Returns the steps of a path; {@code a[0].b} is {@code a.0.b}. */
    static List<String> steps(String path) {
        return List.of(DOT.split(INDEX.matcher(path).replaceAll(".$1"), -1));
    }

    static boolean isIndex(String step) {
        return NUMBER.matcher(step).matches();
    }

    /** Returns the key of a record component or an enum constant: lower case with dashes. */
    static String kebab(String javaName) {
        return HUMP.matcher(javaName).replaceAll("-").toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
