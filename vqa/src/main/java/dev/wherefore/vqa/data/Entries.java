package dev.wherefore.vqa.data;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** Makes questions of the files' records. */
final class Entries {

    static final String IMAGE_ID = "image_id";
    static final String QUESTION = "question";
    static final String QUESTION_ID = "question_id";
    static final String ANSWER = "answer";
    static final String ANSWERS = "answers";
    static final String TYPE = "type";
    static final String ID = "id";

    /** What a picture may be called by, the first that is there. */
    static final List<String> PICTURE = List.of("picture", "image", IMAGE_ID);

    private static final List<String> TYPES = List.of(TYPE, "question_type");
    private static final int TRIPLE = 3;

    private Entries() {}

    /** An object, or {@code [question, answer, image_id]}. */
    static Entry of(JsonNode node) throws BrokenEntry {
        if (node.isArray() && node.size() == TRIPLE) {
            ObjectNode object = JsonNodeFactory.instance.objectNode();
            object.set(QUESTION, node.get(0));
            object.set(ANSWER, node.get(1));
            object.set(IMAGE_ID, node.get(2));
            return ofObject(object);
        }
        require(node.isObject(), QuestionFault.ENTRY);
        return ofObject(node);
    }

    private static Entry ofObject(JsonNode node) throws BrokenEntry {
        String text = node.path(QUESTION).isTextual() ? node.path(QUESTION).textValue() : "";
        require(!text.isBlank(), QuestionFault.TEXT);
        JsonNode answer = node.path(ANSWER);
        List<String> answers = answers(answer.isArray() ? answer : node.path(ANSWERS));
        return new Entry(
                picture(node),
                new AskedQuestion(
                        id(node),
                        text.strip(),
                        text(answer).or(() -> MostCommon.of(answers)),
                        answers,
                        TYPES.stream().flatMap(key -> text(node.path(key)).stream()).findFirst()));
    }

    private static PictureKey picture(JsonNode node) throws BrokenEntry {
        JsonNode called =
                PICTURE.stream()
                        .map(node::path)
                        .filter(found -> !found.isMissingNode() && !found.isNull())
                        .findFirst()
                        .orElseThrow(() -> new BrokenEntry(QuestionFault.PICTURE));
        OptionalLong number = whole(called);
        if (number.isPresent()) {
            return new PictureKey.Numbered(number.getAsLong());
        }
        require(called.isTextual(), QuestionFault.PICTURE);
        return PictureKey.ofName(called.textValue())
                .orElseThrow(() -> new BrokenEntry(QuestionFault.PICTURE));
    }

    private static OptionalLong id(JsonNode node) throws BrokenEntry {
        JsonNode id = node.has(QUESTION_ID) ? node.path(QUESTION_ID) : node.path(ID);
        if (id.isMissingNode() || id.isNull()) {
            return OptionalLong.empty();
        }
        OptionalLong number = whole(id);
        require(number.isPresent(), QuestionFault.ID);
        return number;
    }

    /** What people answered: texts, or objects that have one. */
    static List<String> answers(JsonNode list) {
        List<String> answers = new ArrayList<>();
        for (JsonNode element : list) {
            JsonNode answer = element.isObject() ? element.path(ANSWER) : element;
            if (answer.isValueNode() && !answer.isNull()) {
                answers.add(answer.asText());
            }
        }
        return answers;
    }

    /** The text of a text or a number; nothing if it is blank or no such thing. */
    static Optional<String> text(JsonNode node) {
        return node.isValueNode() && !node.isNull()
                ? Optional.of(node.asText().strip()).filter(text -> !text.isEmpty())
                : Optional.empty();
    }

    /** A whole number, also if it is written as a text. */
    static OptionalLong whole(JsonNode node) {
        if (node.isIntegralNumber() && node.canConvertToLong()) {
            return OptionalLong.of(node.longValue());
        }
        return node.isTextual() ? Numbers.whole(node.textValue()) : OptionalLong.empty();
    }

    private static void require(boolean condition, QuestionFault fault) throws BrokenEntry {
        if (!condition) {
            throw new BrokenEntry(fault);
        }
    }
}
