package dev.wherefore.core.experiment.config;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import dev.wherefore.core.IoReason;
import dev.wherefore.core.UserError;
import dev.wherefore.core.image.MissingFile;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** Reads YAML and JSON text into nodes. */
final class ConfigText {

    private static final long MOST_BYTES = 1 << 20;
    private static final YAMLFactory YAML = new YAMLFactory();
    private static final JsonFactory JSON = new JsonFactory();

    private ConfigText() {}

    /** Returns the value in a file; what else is wrong with it is added to the problems. */
    static ConfigNode read(Path file, Problems problems) {
        JsonFactory format = format(file);
        Path folder = Optional.ofNullable(file.getParent()).orElse(Path.of(""));
        Origin origin = new Origin(file.toString(), 1, folder);
        return parse(text(file), format, origin, problems);
    }

    /** Returns the value of an option or a default, written in YAML. */
    static ConfigNode yaml(String text, Origin origin, Problems problems) {
        return parse(text, YAML, origin, problems);
    }

    private static JsonFactory format(Path file) {
        String name = file.toString().toLowerCase(Locale.ROOT);
        if (name.endsWith(".json")) {
            return JSON;
        }
        if (name.endsWith(".yaml") || name.endsWith(".yml")) {
            return YAML;
        }
        if (Files.exists(file)) {
            throw new UserError(file + " is no config: its name must end in .yaml, .yml or .json");
        }
        throw new UserError(MissingFile.sentence(file));
    }

    private static String text(Path file) {
        if (!Files.exists(file)) {
            throw new UserError(MissingFile.sentence(file));
        }
        if (Files.isDirectory(file)) {
            throw new UserError(file + " is a folder, not a config");
        }
        try {
            if (Files.size(file) > MOST_BYTES) {
                throw new UserError(file + " is larger than 1 MB, which no config is");
            }
            return Files.readString(file);
        } catch (CharacterCodingException e) {
            throw new UserError(file + " is not text in UTF-8", e);
        } catch (IOException e) {
            throw new UserError(file + " cannot be read: " + IoReason.of(e), e);
        }
    }

    private static ConfigNode parse(
            String text, JsonFactory format, Origin origin, Problems problems) {
        try (JsonParser parser = format.createParser(new StringReader(text))) {
            return new NodeReader(parser, origin, problems).readAll();
        } catch (JsonProcessingException e) {
            throw notReadable(e, format, origin);
        } catch (IOException e) {
            throw new UserError(origin + ": cannot be read: " + IoReason.of(e), e);
        }
    }

    private static UserError notReadable(
            JsonProcessingException e, JsonFactory format, Origin origin) {
        String place = origin.source();
        if (origin.line() > 0 && e.getLocation() != null) {
            place += ":" + e.getLocation().getLineNr() + ":" + e.getLocation().getColumnNr();
        }
        String what =
                e.getOriginalMessage()
                        .lines()
                        .filter(line -> !line.isBlank() && !line.startsWith(" "))
                        .collect(Collectors.joining(", "));
        String name = format == JSON ? "JSON" : "YAML";
        return new UserError(place + ": this is not " + name + ": " + what, e);
    }
}
