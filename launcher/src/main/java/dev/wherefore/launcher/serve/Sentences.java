package dev.wherefore.launcher.serve;

import dev.wherefore.core.UserError;
import dev.wherefore.core.experiment.config.ConfigErrors;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Tells a client what is wrong with what it asked of a model: at the field of the request, and
 * without the paths of this machine's files.
 */
final class Sentences {

    /** What a config's values that came by a request are called in errors. */
    static final String REQUEST = "the request";

    private static final int WRONG = 422;

    /** {@code ORIGIN: KEY: WHAT}. */
    private static final Pattern LINE =
            Pattern.compile("(?s)^.*?: (?:([a-z][\\w-]*(?:\\.[\\w-]+)*): )?(.*)$");

    private final List<String> paths = new ArrayList<>();

    /**
     * Constructs the sentences.
     *
     * @param file the model's config
     * @param config what it says
     */
    Sentences(Path file, Record... config) {
        paths.add(file.toString());
        for (Record record : config) {
            collect(record);
        }
        // a folder after the files in it
        paths.sort(Comparator.comparingInt(String::length).reversed());
    }

    private void collect(Object value) {
        if (value instanceof Path path) {
            paths.add(path.toString());
        } else if (value instanceof Optional<?> optional) {
            optional.ifPresent(this::collect);
        } else if (value instanceof List<?> list) {
            list.forEach(this::collect);
        } else if (value instanceof Record record) {
            for (RecordComponent component : record.getClass().getRecordComponents()) {
                collect(read(component, record));
            }
        }
    }

    private static Object read(RecordComponent component, Record record) {
        try {
            component.getAccessor().setAccessible(true);
            return component.getAccessor().invoke(record);
        } catch (IllegalAccessException | InvocationTargetException e) {
            throw new IllegalStateException(component + " could not be read", e);
        }
    }

    /** What a client hears of an error. */
    Refusal of(UserError error) {
        if (!(error instanceof ConfigErrors errors)) {
            return Refusal.of(WRONG, hidden(String.valueOf(error.getMessage())));
        }
        List<String> sentences = new ArrayList<>();
        String first = "";
        for (String line : errors.lines()) {
            Matcher matcher = LINE.matcher(hidden(line));
            String key = matcher.matches() ? Optional.ofNullable(matcher.group(1)).orElse("") : "";
            String what = matcher.matches() ? matcher.group(2) : hidden(line);
            first = sentences.isEmpty() ? field(key) : first;
            sentences.add(sentences.isEmpty() || key.isEmpty() ? what : field(key) + ": " + what);
        }
        String all = String.join("; ", sentences);
        return first.isEmpty() ? Refusal.of(WRONG, all) : Refusal.at(WRONG, first, all);
    }

    /** The field of the request that sets a key. */
    private static String field(String key) {
        return key.replaceFirst("^explain\\.", "")
                .replaceFirst("^(questions\\.\\d+)\\.ask$", "$1")
                .replaceFirst("^caption\\.text$", "caption");
    }

    private String hidden(String sentence) {
        String shown = sentence;
        for (String path : paths) {
            String name = String.valueOf(Path.of(path).getFileName());
            shown = shown.replace(path, name);
        }
        return shown;
    }
}
