package dev.wherefore.core.dataset;

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
public final class StreamedFile {

    /** A file of JSON texts. */
    public static final StreamedFile JSON = new StreamedFile("JSON", new JsonMapper());

    /** A table, each row of which is a list. */
    public static final StreamedFile CSV =
            new StreamedFile(
                    "CSV", CsvMapper.builder().enable(CsvParser.Feature.SKIP_EMPTY_LINES).build());

    private final String title;
    private final ObjectMapper mapper;

    private StreamedFile(String title, ObjectMapper mapper) {
        this.title = title;
        this.mapper = mapper;
    }

    /**
     * What is done with a file's tokens.
     *
     * @param <T> what is read
     */
    @FunctionalInterface
    public interface Reading<T> {
        /**
         * Reads.
         *
         * @param parser at the beginning of the file
         * @return what was read
         * @throws IOException if the file cannot be read, or is not of its sort
         */
        T read(JsonParser parser) throws IOException;
    }

    /**
     * Reads a file's tokens.
     *
     * @param <T> what is read
     * @param file the file
     * @param reading what is done with them
     * @return what was read
     * @throws UserError if the file cannot be read, or is not of this sort
     */
    public <T> T read(Path file, Reading<T> reading) {
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

    /**
     * What is done with a file's bytes.
     *
     * @param <T> what is read
     */
    @FunctionalInterface
    public interface Opened<T> {
        /**
         * Reads.
         *
         * @param input at the beginning of the file, closed afterwards
         * @return what was read
         * @throws IOException if the file cannot be read
         */
        T read(InputStream input) throws IOException;
    }

    /**
     * Reads a file's bytes.
     *
     * @param <T> what is read
     * @param file the file
     * @param reading what is done with them
     * @return what was read
     * @throws UserError if the file cannot be read
     */
    public static <T> T open(Path file, Opened<T> reading) {
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
                .map(StreamedFile::where)
                .orElse("");
    }

    private static String where(JsonLocation at) {
        return ", line %d, column %d,".formatted(at.getLineNr(), at.getColumnNr());
    }

    private static String what(JsonProcessingException e) {
        return e.getOriginalMessage().lines().findFirst().orElse("").replaceAll("\\.$", "");
    }
}
