package dev.wherefore.vqa.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wherefore.core.UserError;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is wrong with a file is said in a sentence, or counted. */
class BrokenQuestionsTest {

    private static final Path PICTURE = Path.of("cat-1.jpg");
    private static final String GOOD =
            "{\"image_id\": 1, \"question\": \"is it?\", \"question_id\": 10}";

    @TempDir private Path folder;

    private Path file(String name, String content) throws IOException {
        return Files.writeString(folder.resolve(name), content);
    }

    private Path vqa(String... questions) throws IOException {
        return file("vqa.json", "{\"questions\": [" + String.join(",", questions) + "]}");
    }

    private Path annotations(String... annotations) throws IOException {
        return file(
                "annotations.json", "{\"annotations\": [" + String.join(",", annotations) + "]}");
    }

    private static QuestionSet read(Path file) {
        return QuestionFile.of(file).read(List.of(PICTURE));
    }

    private static QuestionSet read(Path file, Path annotations) {
        return QuestionFile.of(file).annotatedBy(annotations).read(List.of(PICTURE));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "7 | ENTRY",
                "null | ENTRY",
                "[\"is it?\", \"yes\"] | ENTRY",
                "{\"image_id\": 1, \"question_id\": 11} | TEXT",
                "{\"image_id\": 1, \"question_id\": 11, \"question\": \" \"} | TEXT",
                "{\"image_id\": 1, \"question_id\": 11, \"question\": 3} | TEXT",
                "[\"\", \"yes\", 1] | TEXT",
                "{\"question\": \"is it?\", \"question_id\": 11} | PICTURE",
                "{\"image_id\": null, \"question\": \"is it?\"} | PICTURE",
                "{\"image_id\": 1.5, \"question\": \"is it?\"} | PICTURE",
                "{\"image_id\": {}, \"question\": \"is it?\"} | PICTURE",
                "{\"image\": \"\", \"question\": \"is it?\"} | PICTURE",
                "{\"image\": \"/\", \"question\": \"is it?\"} | PICTURE",
                "{\"image\": \"a\\u0000.jpg\", \"question\": \"is it?\"} | PICTURE",
                "{\"image_id\": 1, \"question\": \"is it?\", \"question_id\": \"x\"} | ID",
                "{\"image_id\": 1, \"question\": \"is it?\", \"question_id\": 1e9} | ID",
                "{\"image_id\": 1, \"question\": \"is it?\", \"question_id\": 10} | TWICE",
            })
    void aBrokenQuestionIsLeftOutAndCounted(String record, QuestionFault fault) throws IOException {
        Path file = vqa(GOOD, record, record);
        QuestionSet set = read(file);
        assertThat(set.size()).isEqualTo(1);
        assertThat(set.leftOut()).isEqualTo(Map.of(fault, 2));
        assertThat(set.facts())
                .contains(
                        "left out: %s, 2, the first is question 2 of %s"
                                .formatted(fault.what(), file));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"multiple_choice_answer\": \"yes\"} | QUESTION_ID",
                "{\"question_id\": null, \"multiple_choice_answer\": \"yes\"} | QUESTION_ID",
                "null | QUESTION_ID",
                "{\"question_id\": 11, \"multiple_choice_answer\": \" \"} | ANSWER",
                "{\"question_id\": 11, \"answers\": [{\"answer\": \"\"}, {}]} | ANSWER",
                "{\"question_id\": 11, \"multiple_choice_answer\": \"a\", \"image_id\": 2} |"
                        + " OTHER_PICTURE",
                "{\"question_id\": 10, \"multiple_choice_answer\": \"a\", \"image_id\": 1} |"
                        + " ANNOTATED_TWICE",
            })
    void aBrokenAnnotationIsLeftOutAndCounted(String record, QuestionFault fault)
            throws IOException {
        Path annotations =
                annotations(
                        "{\"question_id\": 10, \"answers\": [{\"answer\": \"yes\"}]}",
                        record,
                        record);
        QuestionSet set = read(vqa(GOOD, GOOD.replace("10", "11")), annotations);
        assertThat(set.of(PICTURE).get(0).answer()).contains("yes");
        assertThat(set.of(PICTURE).get(1).answer()).isEmpty();
        assertThat(set.leftOut()).isEqualTo(Map.of(fault, 2));
        assertThat(set.facts())
                .contains(
                        "left out: %s, 2, the first is annotation 2 of %s"
                                .formatted(fault.what(), annotations));
    }

    @Test
    void theLinesOfBrokenRowsAreTold() throws IOException {
        Path file =
                file(
                        "q.csv",
                        """
                        picture,question
                        cat-1.jpg,"is
                        it?"

                        cat-1.jpg,""
                        cat-1.jpg
                        cat-1.jpg,is it red, or blue?
                        ,is it?
                        """);
        assertThat(read(file).facts())
                .containsExactly(
                        "questions: 1 of " + file + " (csv)",
                        "left out: a row that is longer than the header (text with a separator in"
                                + " it must be quoted), 1, the first is line 7 of "
                                + file,
                        "left out: a question without text, 2, the first is line 5 of " + file,
                        "left out: a question without a picture, 1, the first is line 8 of "
                                + file);
        Path lines = file("q.jsonl", GOOD + "\n\n7\n{}\n");
        assertThat(read(lines).facts())
                .contains(
                        "left out: an entry that is no question, 1, the first is line 3 of "
                                + lines,
                        "left out: a question without text, 1, the first is line 4 of " + lines);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "NIL",
            value = {
                "q.json | {\"questions\": []} | asks no question",
                "q.json | {\"questions\": [7, {}]} | has no question that can be used: an entry"
                        + " that is no question, 1, the first is question 1; a question without"
                        + " text, 1, the first is question 2",
                "q.json | {\"questions\": {}} | is no JSON object with a list of 'questions', as"
                        + " VQA's files are",
                "q.json | {\"annotations\": []} | has no 'questions', but 'annotations': it says"
                        + " the answers, and another file asks the questions",
                "q.json | [] | asks no question",
                "q.jsonl | [] | has no question that can be used: an entry that is no question, 1,"
                        + " the first is line 1",
                "q.jsonl | '' | asks no question",
                "q.csv | '' | is empty; a table with a header is wanted",
                "q.csv | 'picture,question' | asks no question",
                "q.csv | 'picture,qestion,type' | has no column 'question'; its columns are"
                        + " 'picture', 'qestion', 'type'; is 'qestion' meant?",
                "q.csv | 'img,question' | has no column 'picture' or 'image' or 'image_id'; its"
                        + " columns are 'img', 'question'; is 'img' meant?",
                "q.csv | {\"questions\": []} | is no table, but looks like JSON",
            })
    void aFileWithoutQuestionsIsRefused(String name, String content, String message)
            throws IOException {
        Path file = file(name, content);
        assertThatThrownBy(() -> read(file))
                .isInstanceOf(UserError.class)
                .hasMessage(file + " " + message);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "q.json | {\"a\": 1} | its first object has neither 'questions' nor 'question'",
                "q.json | 7 | it is neither a JSON list nor a JSON object",
                "q.json | '' | it is neither a JSON list nor a JSON object",
                "q.txt | picture,question | it does not end in .json, .jsonl or .csv",
            })
    void aFormatThatCannotBeToldIsAskedFor(String name, String content, String reason)
            throws IOException {
        Path file = file(name, content);
        assertThatThrownBy(() -> read(file))
                .isInstanceOf(UserError.class)
                .hasMessage(
                        ("cannot tell how the questions in %s are laid out: %s; say which format it"
                                        + " is: vqa-v2, easy-vqa, csv or jsonl")
                                .formatted(file, reason));
    }

    @Test
    void theWrongFormatIsRefused() throws IOException {
        Path list = file("list.json", "[[\"is it?\", \"yes\", 1]]");
        assertThatThrownBy(() -> QuestionFile.of(list).in(Format.VQA_V2).read(List.of(PICTURE)))
                .isInstanceOf(UserError.class)
                .hasMessage(
                        list + " is no JSON object with a list of 'questions', as VQA's files are");
        Path object = vqa(GOOD);
        assertThatThrownBy(() -> QuestionFile.of(object).in(Format.EASY_VQA).read(List.of(PICTURE)))
                .isInstanceOf(UserError.class)
                .hasMessage(object + " is no JSON list of questions, as easy-VQA's files are");
        Path other = file("other.json", "{\"info\": {}}");
        assertThatThrownBy(() -> QuestionFile.of(other).in(Format.VQA_V2).read(List.of(PICTURE)))
                .isInstanceOf(UserError.class)
                .hasMessage(other + " has no 'questions', as VQA's files have");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "q.json | '{\"questions\": [{\"image_id\": 1,' | , line 1, column",
                "q.json | '{\"questions\": [is it?]}' | , line 1, column",
                "q.json | '[[\"is it?\", ' | , line 1, column",
                "q.jsonl | '{\"image_id\": 1 \"question\"}' | , line 1, column",
            })
    void whatIsNoJsonIsRefusedAtItsLine(String name, String content, String where)
            throws IOException {
        Path file = file(name, content);
        assertThatThrownBy(() -> read(file))
                .isInstanceOf(UserError.class)
                .hasMessageStartingWith(file + where)
                .hasMessageContaining(" is no JSON: ")
                .hasMessageNotContainingAny("FasterXML", "jackson", "\n");
    }

    @Test
    void aQuoteThatIsNotClosedAndOtherThanUtf8AreRefused() throws IOException {
        Path open = file("q.csv", "picture,question\ncat-1.jpg,\"is it?\n");
        assertThatThrownBy(() -> read(open))
                .isInstanceOf(UserError.class)
                .hasMessageStartingWith(open + ", line ")
                .hasMessageContaining(" is no CSV: Missing closing quote")
                .hasMessageNotContainingAny("FasterXML", "\n");
        Path latin = folder.resolve("latin.csv");
        Files.write(
                latin,
                "picture,question\ncat-1.jpg,est-ce l'\u00e9t\u00e9?\n"
                        .getBytes(StandardCharsets.ISO_8859_1));
        assertThatThrownBy(() -> read(latin))
                .isInstanceOf(UserError.class)
                .hasMessage(latin + " is not written in UTF-8");
    }

    @Test
    void whatIsNotThereIsRefused() throws IOException {
        Path file = vqa(GOOD);
        Path missing = folder.resolve("vqb.json");
        assertThatThrownBy(() -> read(missing))
                .isInstanceOf(UserError.class)
                .hasMessage("there is no file " + missing + "; did you mean 'vqa.json'?");
        assertThatThrownBy(() -> read(file, missing))
                .isInstanceOf(UserError.class)
                .hasMessage("there is no file " + missing + "; did you mean 'vqa.json'?");
        Path nameless = folder.resolve("questions");
        assertThatThrownBy(() -> read(nameless))
                .isInstanceOf(UserError.class)
                .hasMessage("there is no file " + nameless);
        assertThatThrownBy(() -> QuestionFile.of(folder).in(Format.CSV).read(List.of(PICTURE)))
                .isInstanceOf(UserError.class)
                .hasMessage(folder + " is a folder; a file is wanted");
    }

    @Test
    void annotationsOfOtherQuestionsAreRefused() throws IOException {
        Path file = vqa(GOOD);
        Path other = annotations("{\"question_id\": 77, \"multiple_choice_answer\": \"no\"}");
        assertThatThrownBy(() -> read(file, other))
                .isInstanceOf(UserError.class)
                .hasMessage(
                        ("%s says nothing of the questions of %s, such as 10, whose first"
                                        + " annotation is of question 77; both must be of one set")
                                .formatted(other, file));
        Path version1 =
                annotations(
                        "{\"question_id\": 10, \"multiple_choice_answer\": \"a\","
                                + " \"image_id\": 100}");
        assertThatThrownBy(() -> read(file, version1))
                .isInstanceOf(UserError.class)
                .hasMessage(
                        ("%s says nothing of the questions of %s, such as 10, and has an"
                                        + " annotation that speaks of another picture than its"
                                        + " question, 1, the first is annotation 1; both must be of"
                                        + " one set")
                                .formatted(version1, file));
        assertThatThrownBy(() -> read(file, file))
                .isInstanceOf(UserError.class)
                .hasMessage(
                        file
                                + " has no 'annotations', but 'questions': it asks, and does not"
                                + " say the answers");
        Path bare = file("bare.json", "[[\"is it?\", \"yes\", 1]]");
        assertThatThrownBy(() -> read(bare, other))
                .isInstanceOf(UserError.class)
                .hasMessage(
                        "the questions of %s have no ids, by which %s could say their answers"
                                .formatted(bare, other));
    }
}
