package dev.wherefore.vqa.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What good files say comes out as they say it. */
class QuestionFileTest {

    private static final Path SCENES = Path.of("..", "test-data", "scenes");

    private static final String QUESTIONS =
            """
            {"info": {"year": [2017, {}]}, "task_type": "Open-Ended", "questions": [
              {"image_id": 42, "question": "What is it?", "question_id": 42000},
              {"image_id": 73, "question": "Is it red?", "question_id": 73000},
              {"image_id": 42, "question": " How many? ", "question_id": 42001},
              {"image_id": 581, "question": "Who?", "question_id": 581000},
              {"image_id": 42, "question": "Why?", "question_id": 42002}],
             "license": {"name": "none"}}
            """;

    private static final String ANNOTATIONS =
            """
            {"annotations": [
              {"question_type": "why", "multiple_choice_answer": "because", "answers": [
                 {"answer": "because", "answer_confidence": "yes", "answer_id": 1},
                 {"answer": "", "answer_confidence": "no", "answer_id": 2},
                 {"answer": "because", "answer_confidence": "maybe", "answer_id": 3}],
               "image_id": 42, "answer_type": "other", "question_id": 42002},
              {"question_type": "who", "multiple_choice_answer": "me", "answers": [],
               "image_id": 581, "answer_type": "other", "question_id": 581000},
              {"question_type": "what is", "multiple_choice_answer": "bus", "answers": [],
               "image_id": 42, "answer_type": "other", "question_id": 42000}]}
            """;

    private static final Path PHOTO = Path.of("photos", "COCO_val2014_000000000042.jpg");
    private static final Path OTHER = Path.of("photos", "COCO_val2014_000000000073.jpg");

    @TempDir private Path folder;

    private Path file(String name, String content) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, content);
    }

    private static AskedQuestion asked(String text, Optional<String> answer) {
        return new AskedQuestion(OptionalLong.empty(), text, answer, List.of(), Optional.empty());
    }

    private static List<String> texts(QuestionSet set, Path picture) {
        return set.of(picture).stream().map(AskedQuestion::text).toList();
    }

    @Test
    void questionsOfVqaAreThoseOfTheImageWhoseNumberThePictureHas() throws IOException {
        Path file = file("questions.json", QUESTIONS);
        QuestionSet set = QuestionFile.of(file).read(List.of(OTHER, PHOTO));
        assertThat(texts(set, PHOTO)).containsExactly("What is it?", "How many?", "Why?");
        assertThat(texts(set, OTHER)).containsExactly("Is it red?");
        assertThat(set.of(PHOTO).get(1))
                .isEqualTo(
                        new AskedQuestion(
                                OptionalLong.of(42001),
                                "How many?",
                                Optional.empty(),
                                List.of(),
                                Optional.empty()));
        assertThat(set.of(Path.of("x.jpg"))).isEmpty();
        assertThat(set.pictures()).containsExactly(OTHER, PHOTO);
        assertThat(set.size()).isEqualTo(4);
        assertThat(set.ofOtherPictures()).isEqualTo(1);
        assertThat(set.leftOut()).isEmpty();
        assertThat(set.facts())
                .containsExactly(
                        "questions: 4 of " + file + " (vqa-v2)",
                        "passed over: questions about other pictures, 1");
    }

    @Test
    void annotationsSayTheAnswers() throws IOException {
        Path annotations = file("annotations.json", ANNOTATIONS);
        QuestionSet set =
                QuestionFile.of(file("questions.json", QUESTIONS))
                        .annotatedBy(annotations)
                        .read(List.of(PHOTO));
        assertThat(set.of(PHOTO))
                .containsExactly(
                        new AskedQuestion(
                                OptionalLong.of(42000),
                                "What is it?",
                                Optional.of("bus"),
                                List.of(),
                                Optional.of("what is")),
                        new AskedQuestion(
                                OptionalLong.of(42001),
                                "How many?",
                                Optional.empty(),
                                List.of(),
                                Optional.empty()),
                        new AskedQuestion(
                                OptionalLong.of(42002),
                                "Why?",
                                Optional.of("because"),
                                List.of("because", "", "because"),
                                Optional.of("why")));
        assertThat(set.facts()).contains("questions that " + annotations + " says nothing of, 1");
    }

    @Test
    void ourOwnFilesAreRead() throws IOException {
        List<Path> pictures =
                IntStream.rangeClosed(1, 24)
                        .mapToObj("images/scene-%06d.png"::formatted)
                        .map(SCENES::resolve)
                        .toList();
        Path questions = SCENES.resolve("questions.json");
        Path annotations = SCENES.resolve("vqa-annotations.json");
        QuestionSet set = QuestionFile.of(questions).annotatedBy(annotations).read(pictures);
        JsonNode all = new ObjectMapper().readTree(annotations.toFile()).path("annotations");
        assertThat(set.size()).isEqualTo(all.size());
        assertThat(set.pictures()).isEqualTo(pictures);
        assertThat(set.facts())
                .containsExactly("questions: %d of %s (vqa-v2)".formatted(all.size(), questions));
        List<AskedQuestion> found = pictures.stream().flatMap(p -> set.of(p).stream()).toList();
        assertThat(found)
                .extracting(q -> q.answer().orElseThrow())
                .containsExactlyElementsOf(
                        StreamSupport.stream(all.spliterator(), false)
                                .map(a -> a.path("multiple_choice_answer").textValue())
                                .toList());
        assertThat(found)
                .allSatisfy(
                        question ->
                                assertThat(question.answers())
                                        .isEqualTo(
                                                Collections.nCopies(
                                                        10, question.answer().orElseThrow())));
        assertThat(found.get(1).text()).isEqualTo("what colour is the umbrella?");
        assertThat(found.get(1).id()).hasValue(1001);
        assertThat(found.get(1).type()).contains("what colour");
    }

    @Test
    void theFirstQuestionsOfEachPictureOrInAllAreKept() throws IOException {
        Path file = file("questions.json", QUESTIONS);
        WantedQuestions all = WantedQuestions.about(List.of(PHOTO, OTHER));
        QuestionSet ofEach = QuestionFile.of(file).read(all.firstOfEach(1));
        assertThat(texts(ofEach, PHOTO)).containsExactly("What is it?");
        assertThat(texts(ofEach, OTHER)).containsExactly("Is it red?");
        assertThat(ofEach.facts()).contains("passed over: questions beyond the limit, 2");
        QuestionSet inAll = QuestionFile.of(file).read(all.firstInAll(1));
        assertThat(texts(inAll, PHOTO)).containsExactly("What is it?");
        assertThat(inAll.pictures()).containsExactly(PHOTO);
        assertThat(inAll.size()).isEqualTo(1);
        assertThat(inAll.facts())
                .contains(
                        "pictures that nothing is asked about, 1",
                        "passed over: questions beyond the limit, 3");
        assertThatThrownBy(() -> all.firstOfEach(0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("ofEach must be at least 1, found 0");
        assertThatThrownBy(() -> WantedQuestions.about(List.of()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                """
                [["what is it?", "circle", 0], ["is it red?", "no", 12], ["is it?", "yes", 0]]
                """,
                """
                [{"question": "what is it?", "answer": "circle", "image_id": 0},
                 {"question": "is it red?", "answer": "no", "image": "images/12.png",
                  "image_id": 12},
                 {"question": "is it?", "answer": "yes", "image": "images/0.png", "image_id": 0}]
                """
            })
    void bothFormsOfEasyVqaAreRead(String content) throws IOException {
        Path file = file("questions.json", content);
        List<Path> pictures = List.of(Path.of("0.png"), Path.of("12.png"));
        QuestionSet set = QuestionFile.of(file).read(pictures);
        assertThat(set.of(pictures.get(0)))
                .containsExactly(
                        asked("what is it?", Optional.of("circle")),
                        asked("is it?", Optional.of("yes")));
        assertThat(set.of(pictures.get(1))).hasSize(1);
        assertThat(set.facts()).containsExactly("questions: 3 of " + file + " (easy-vqa)");
    }

    @ParameterizedTest
    @ValueSource(strings = {",", ";", "\t"})
    void aTableIsReadByItsHeader(String separator) throws IOException {
        String table =
                """
                \ufeffQuestion, picture ,answers,type,id,answer,note
                "Is it, or is it ""not""
                red?",cat.jpg,no|no | yes||no,is it,7,,nobody's

                where is it?,cat.jpg
                how many?,dogs/dog.jpg,,,,2,
                who?,12,,,,,
                """
                        .replace(",", separator)
                        .replace("Is it" + separator, "Is it,");
        Path file = file("q.csv", table.replace("\n", "\r\n"));
        Path cat = Path.of("cat.jpg");
        Path dog = Path.of("dog.jpg");
        Path twelve = Path.of("img-12.jpg");
        QuestionSet set = QuestionFile.of(file).read(List.of(cat, dog, twelve));
        assertThat(set.of(cat))
                .containsExactly(
                        new AskedQuestion(
                                OptionalLong.of(7),
                                "Is it, or is it \"not\"\r\nred?",
                                Optional.of("no"),
                                List.of("no", "no", "yes", "no"),
                                Optional.of("is it")),
                        asked("where is it?", Optional.empty()));
        assertThat(set.of(dog)).containsExactly(asked("how many?", Optional.of("2")));
        assertThat(set.of(twelve)).containsExactly(asked("who?", Optional.empty()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"q.jsonl", "q.json", "q.ndjson"})
    void anObjectALineIsRead(String name) throws IOException {
        Path file =
                file(
                        name,
                        """
                        {"picture": "cat.jpg", "question": "is it red?", "answers": ["no", "yes", "yes"]}
                        {"image": "x/cat.jpg", "question": "how many?", "answer": 2, "id": "7"}

                        {"image": "cat.jpg", "question": "is it?", "answer": ["a", "b"], "type": "is"}
                        """);
        Path cat = Path.of("x", "cat.jpg");
        QuestionSet set = QuestionFile.of(file).read(List.of(cat));
        assertThat(set.of(cat))
                .containsExactly(
                        new AskedQuestion(
                                OptionalLong.empty(),
                                "is it red?",
                                Optional.of("yes"),
                                List.of("no", "yes", "yes"),
                                Optional.empty()),
                        new AskedQuestion(
                                OptionalLong.of(7),
                                "how many?",
                                Optional.of("2"),
                                List.of(),
                                Optional.empty()),
                        new AskedQuestion(
                                OptionalLong.empty(),
                                "is it?",
                                Optional.of("a"),
                                List.of("a", "b"),
                                Optional.of("is")));
        assertThat(set.facts().get(0)).endsWith("(jsonl)");
    }

    @Test
    void aFormatMayBeSaid() throws IOException {
        Path file = file("questions.txt", "picture,question\ncat.jpg,is it?\n");
        QuestionSet set = QuestionFile.of(file).in(Format.CSV).read(List.of(Path.of("cat.jpg")));
        assertThat(set.size()).isEqualTo(1);
        assertThat(set.of(Path.of("cat.jpg").toAbsolutePath())).hasSize(1);
        assertThat(set.of(Path.of("x", "..", "cat.jpg"))).hasSize(1);
    }
}
