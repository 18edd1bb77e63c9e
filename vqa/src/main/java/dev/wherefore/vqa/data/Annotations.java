package dev.wherefore.vqa.data;

import com.fasterxml.jackson.databind.JsonNode;
import dev.wherefore.core.UserError;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** Keeps, of the annotations of a file, those of some questions. */
final class Annotations {

    private static final String MOST_COMMON = "multiple_choice_answer";
    private static final String TYPE = "question_type";

    private final Path file;
    private final LeftOut leftOut;
    private final Map<Long, Entry> asked = new HashMap<>();
    private final Map<Long, Annotation> found = new HashMap<>();
    private OptionalLong first = OptionalLong.empty();

    private Annotations(Path file) {
        this.file = file;
        this.leftOut = new LeftOut(file, "annotation");
    }

    /**
     * Reads what is said of some questions.
     *
     * @param file the file of annotations
     * @param questions the file that asks, for messages
     * @param entries the questions, at least one
     */
    static Annotations read(Path file, Path questions, Collection<Entry> entries) {
        Annotations annotations = new Annotations(file);
        for (Entry entry : entries) {
            entry.question().id().ifPresent(id -> annotations.asked.put(id, entry));
        }
        if (annotations.asked.isEmpty()) {
            throw new UserError(
                    "the questions of %s have no ids, by which %s could say their answers"
                            .formatted(questions, file));
        }
        VqaFile.read(file, VqaFile.ANNOTATIONS, annotations::add);
        annotations.end(questions);
        return annotations;
    }

    private void add(long number, JsonNode record) {
        try {
            add(record);
        } catch (BrokenEntry e) {
            leftOut.add(e.fault(), number);
        }
    }

    private void add(JsonNode record) throws BrokenEntry {
        OptionalLong id = Entries.whole(record.path(Entries.QUESTION_ID));
        require(id.isPresent(), QuestionFault.QUESTION_ID);
        if (first.isEmpty()) {
            first = id;
        }
        Optional<Entry> entry = Optional.ofNullable(asked.get(id.getAsLong()));
        if (entry.isEmpty()) {
            return;
        }
        require(
                isOf(entry.get(), Entries.whole(record.path(Entries.IMAGE_ID))),
                QuestionFault.OTHER_PICTURE);
        List<String> answers = Entries.answers(record.path(Entries.ANSWERS));
        Optional<String> answer =
                Entries.text(record.path(MOST_COMMON)).or(() -> MostCommon.of(answers));
        require(answer.isPresent(), QuestionFault.ANSWER);
        Annotation annotation = new Annotation(answer, answers, Entries.text(record.path(TYPE)));
        Optional<Annotation> before =
                Optional.ofNullable(found.putIfAbsent(id.getAsLong(), annotation));
        require(before.isEmpty(), QuestionFault.ANNOTATED_TWICE);
    }

    /** Versions 1 and 2 of VQA have questions of the same ids about different images. */
    private static boolean isOf(Entry entry, OptionalLong image) {
        return image.isEmpty()
                || !(entry.picture() instanceof PictureKey.Numbered called)
                || called.number() == image.getAsLong();
    }

    private static void require(boolean condition, QuestionFault fault) throws BrokenEntry {
        if (!condition) {
            throw new BrokenEntry(fault);
        }
    }

    private void end(Path questions) {
        if (!found.isEmpty()) {
            return;
        }
        long id = asked.keySet().stream().mapToLong(Long::longValue).min().orElseThrow();
        String broken = String.join("; ", leftOut.reasons());
        String seen =
                first.isPresent()
                        ? ", whose first annotation is of question " + first.getAsLong()
                        : "";
        throw new UserError(
                "%s says nothing of the questions of %s, such as %d%s%s; both must be of one set"
                        .formatted(
                                file,
                                questions,
                                id,
                                leftOut.has(QuestionFault.OTHER_PICTURE) ? "" : seen,
                                broken.isEmpty() ? "" : ", and has " + broken));
    }

    /** A question with what is said of it, as it is if that is nothing. */
    AskedQuestion complete(AskedQuestion question) {
        return question.id().isPresent() && found.containsKey(question.id().getAsLong())
                ? annotation(question.id().getAsLong()).of(question)
                : question;
    }

    private Annotation annotation(long id) {
        return Optional.ofNullable(found.get(id)).orElseThrow();
    }

    /** How many questions something is said of. */
    int size() {
        return found.size();
    }

    LeftOut leftOut() {
        return leftOut;
    }
}
