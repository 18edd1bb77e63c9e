package dev.wherefore.launcher.serve;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.MultiPart;
import org.eclipse.jetty.http.MultiPartConfig;
import org.eclipse.jetty.http.MultiPartFormData;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.util.Attributes;

/**
 * Reads what clients want explained: JSON with the picture in base64, or a form with the picture as
 * a file and the rest as JSON. All stays in memory, and what a client calls its file names nothing
 * here.
 */
final class OrderReader {

    private static final String PICTURE = "picture";
    private static final String REQUEST = "request";
    private static final List<String> FIELDS =
            List.of(
                    "model",
                    "questions",
                    "caption",
                    "targets",
                    "methods",
                    "layers",
                    "maps",
                    "name");
    private static final int BAD = 400;
    private static final int TOO_LARGE = 413;
    private static final int WRONG_TYPE = 415;
    private static final int WRONG = 422;
    private static final int LONGEST_NAME = 100;

    /** What comes beside a picture at most: fields, the borders of a form's parts. */
    private static final int REST = 1 << 16;

    private final long mostPicture;
    private final int mostBytes;
    private final ObjectMapper json;

    OrderReader(Limits limits) {
        this.mostPicture = limits.uploadBytes();
        // base64 makes four bytes of three
        this.mostBytes = Math.toIntExact(mostPicture / 3 * 4 + REST);
        this.json =
                new ObjectMapper(
                        JsonFactory.builder()
                                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                                .streamReadConstraints(
                                        StreamReadConstraints.builder()
                                                .maxStringLength(mostBytes)
                                                .maxNestingDepth(8)
                                                .build())
                                .build());
    }

    /**
     * Returns what a request wants.
     *
     * @throws Refusal if that cannot be read, or is too large
     */
    Order read(Request request) {
        String written =
                Optional.ofNullable(request.getHeaders().get(HttpHeader.CONTENT_TYPE)).orElse("");
        String type = written.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
        return switch (type) {
            case "application/json" -> json(body(request));
            case "multipart/form-data" -> form(body(request), written);
            default ->
                    throw Refusal.of(
                            WRONG_TYPE,
                            "the content must be application/json or multipart/form-data, found "
                                    + (type.isEmpty() ? "none" : type));
        };
    }

    private byte[] body(Request request) {
        try (InputStream input = Content.Source.asInputStream(request)) {
            byte[] bytes = input.readNBytes(mostBytes + 1);
            if (bytes.length > mostBytes) {
                // what is left is heard out, to a point: else the client would not hear the answer
                input.skip(mostBytes);
                throw tooLarge();
            }
            return bytes;
        } catch (IOException e) {
            throw Refusal.of(BAD, "the request was cut off, or came too slowly");
        }
    }

    private Refusal tooLarge() {
        return Refusal.at(
                TOO_LARGE,
                PICTURE,
                "the picture's file is larger than the %.1f MB that this server takes"
                        .formatted(mostPicture / 1e6));
    }

    private Order json(byte[] body) {
        ObjectNode fields = object(body);
        JsonNode picture = fields.remove(PICTURE);
        if (picture == null || !picture.isTextual()) {
            throw Refusal.at(WRONG, PICTURE, "this field is missing: a picture's file in base64");
        }
        try {
            String text = picture.textValue().replaceFirst("^data:[^,]{0,100};base64,", "");
            return order(fields, Base64.getDecoder().decode(text), Optional.empty());
        } catch (IllegalArgumentException e) {
            throw Refusal.at(WRONG, PICTURE, "this is not base64");
        }
    }

    private Order form(byte[] body, String type) {
        MultiPartConfig config =
                new MultiPartConfig.Builder()
                        .maxParts(4)
                        .maxMemoryPartSize(mostBytes)
                        .maxPartSize(mostBytes)
                        .maxSize(mostBytes)
                        .useFilesForPartsWithoutFileName(false)
                        .build();
        try (MultiPartFormData.Parts parts =
                MultiPartFormData.getParts(
                        Content.Source.from(ByteBuffer.wrap(body)),
                        new Attributes.Mapped(),
                        type,
                        config)) {
            for (MultiPart.Part part : parts) {
                if (!List.of(PICTURE, REQUEST).contains(String.valueOf(part.getName()))) {
                    throw Refusal.at(
                            WRONG,
                            String.valueOf(part.getName()),
                            "a form has the parts 'picture' and 'request'");
                }
            }
            MultiPart.Part picture = part(parts, PICTURE);
            return order(
                    object(bytes(part(parts, REQUEST))),
                    bytes(picture),
                    Optional.ofNullable(picture.getFileName()));
        } catch (IllegalArgumentException | IllegalStateException | CompletionException e) {
            throw Refusal.of(BAD, "this is not a form that can be read");
        }
    }

    private static MultiPart.Part part(MultiPartFormData.Parts parts, String name) {
        MultiPart.Part part = parts.getFirst(name);
        if (part == null) {
            throw Refusal.at(
                    WRONG,
                    name,
                    "the form has no part '"
                            + name
                            + "'; it has 'picture', a file,"
                            + " and 'request', in JSON");
        }
        return part;
    }

    private static byte[] bytes(MultiPart.Part part) {
        try (InputStream input = Content.Source.asInputStream(part.createContentSource())) {
            return input.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException("what is in memory cannot be read", e);
        }
    }

    private ObjectNode object(byte[] text) {
        try {
            JsonNode read = json.readTree(new String(text, StandardCharsets.UTF_8));
            if (read instanceof ObjectNode object) {
                return object;
            }
        } catch (JsonProcessingException e) {
            String what = e.getOriginalMessage().lines().findFirst().orElse("");
            throw Refusal.of(BAD, "this is not JSON: " + what);
        }
        throw Refusal.of(BAD, "the request must be a JSON object, as in {\"model\": \"vqa\"}");
    }

    private Order order(ObjectNode json, byte[] picture, Optional<String> fileName) {
        if (picture.length > mostPicture) {
            throw tooLarge();
        }
        OrderFields fields = new OrderFields(json, FIELDS);
        Order order =
                new Order(
                        fields.required("model"),
                        ByteBuffer.wrap(picture),
                        name(fields.text("name").or(() -> fileName)),
                        fields.texts("questions"),
                        fields.text("caption"),
                        fields.targets("targets"),
                        fields.texts("methods"),
                        fields.texts("layers"),
                        fields.text("maps"));
        OrderFields.checkMaps(order);
        return order;
    }

    /** The last part of what a client calls its file, for people to read. */
    private static String name(Optional<String> given) {
        String last =
                given.orElse("")
                        .replaceFirst("(?s)^.*[/\\\\]", "")
                        .replaceAll("[\\p{Cntrl}\\p{Cf}]", "")
                        .strip();
        String some = last.substring(0, Math.min(last.length(), LONGEST_NAME));
        return some.isEmpty() ? "the picture" : some;
    }
}
