package dev.wherefore.vqa.data;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import dev.wherefore.core.IoReason;
import dev.wherefore.core.UserError;
import dev.wherefore.core.image.MissingFile;
import java.io.CharConversionException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;

/** Goes through a file token by token, and says in a sentence what is wrong with it. */
final class Streamed {

    /** A file of JSON texts. */
    static final Streamed JSON = new Streamed("JSON", new JsonMapper());

    /** A table, each row of which is a list. */
    static final Streamed CSV =
            new Streamed(
                    "CSV", CsvMapper.builder().enable(CsvParser.Feature.SKIP_EMPTY_LINES).build());

    private final String title;
    private final ObjectMapper mapper;

    private Streamed(String title, ObjectMapper mapper) {
        this.title = title;
        this.mapper = mapper;
    }

    /** What is done with a file's tokens. */
    @FunctionalInterface
    interface Reading<T> {
        T read(JsonParser parser) throws IOException;
    }

    <T> T read(Path file, Reading<T> reading) {
        return open(
                file,
                input -> {
                    try (JsonParser parser = mapper.createParser(input)) {
                        return reading.read(parser);
                    } catch (JsonProcessingException e) {
                        throw new UserError(
                                "%s%s is no %s: %s".formatted(file, where(e), title, what(e)), e);
                    }
                });
    }

    /** What is done with a file's bytes. */
    @FunctionalInterface
    interface Opened<T> {
        T read(InputStream input) throws IOException;
    }

    static <T> T open(Path file, Opened<T> reading) {
        if (Files.isDirectory(file)) {
            throw new UserError(file + " is a folder; a file is wanted");
        }
        try (InputStream input = Files.newInputStream(file)) {
            return reading.read(input);
        } catch (NoSuchFileException e) {
            throw new UserError(MissingFile.sentence(file), e);
        } catch (CharConversionException e) {
            throw new UserError(file + " is not written in UTF-8", e);
        } catch (IOException e) {
            throw new UserError(file + " cannot be read: " + IoReason.of(e), e);
        }
    }

    private static String where(JsonProcessingException e) {
        return Optional.ofNullable(e.getLocation())
                .filter(location -> location.getLineNr() > 0)
                .map(Streamed::where)
                .orElse("");
    }

    private static String where(JsonLocation at) {
        return ", line %d, column %d,".formatted(at.getLineNr(), at.getColumnNr());
    }

    private static String what(JsonProcessingException e) {
        return e.getOriginalMessage().lines().findFirst().orElse("").replaceAll("\\.$", "");
    }
}
