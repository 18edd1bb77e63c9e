package dev.wherefore.vqa.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wherefore.core.UserError;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A question is about the picture that its file means, or it is said that nobody can tell. */
class QuestionPicturesTest {

    @TempDir private Path folder;

    private Path table(String... rows) throws IOException {
        return Files.writeString(
                folder.resolve("q.csv"), "picture,question\n" + String.join("\n", rows) + "\n");
    }

    private static List<String> texts(QuestionSet set, Path picture) {
        return set.of(picture).stream().map(AskedQuestion::text).toList();
    }

    @ParameterizedTest
    @CsvSource({
        "COCO_val2014_000000000042.jpg, 42",
        "scene-000001.png, 1",
        "0.png, 0",
        "abstract_v002_val2015_000000020007.png, 20007",
        "12-cats.jpg, 12",
        "3d-model-7.v2.png, 2",
        "photo7, 7",
    })
    void aNumberIsTheLastOneOfAPicturesName(String name, long number) throws IOException {
        assertThat(Numbers.last(name)).hasValue(number);
        Path file = table(number + ",is it?");
        assertThat(texts(QuestionFile.of(file).read(List.of(Path.of(name))), Path.of(name)))
                .containsExactly("is it?");
    }

    @ParameterizedTest
    @CsvSource({"cat.jpg", "cat.mp4", "1234567890123456789012.png"})
    void somePicturesHaveNoNumber(String name) {
        assertThat(Numbers.last(name)).isEmpty();
    }

    @Test
    void aPictureMayLieElsewhereIfItsNameIsItsOwn() throws IOException {
        Path file = table("train\\0.png,from here?", "train/../train/0.png,from there?");
        Path picture = Path.of("copies", "0.png");
        assertThat(texts(QuestionFile.of(file).read(List.of(picture)), picture))
                .containsExactly("from here?", "from there?");
    }

    @Test
    void thePathDecidesBetweenPicturesOfOneName() throws IOException {
        Path file = table("train/0.png,train?", "test/0.png,test?", "other/0.png,other?");
        Path train = Path.of("data", "train", "0.png");
        Path test = folder.resolve("test").resolve("0.png");
        QuestionSet set = QuestionFile.of(file).read(List.of(train, test));
        assertThat(texts(set, train)).containsExactly("train?");
        assertThat(texts(set, test)).containsExactly("test?");
        assertThat(set.ofOtherPictures()).isEqualTo(1);
    }

    @Test
    void aPictureBesideTheFileIsMeantFirst() throws IOException {
        Path file = table("0.png,here?");
        Path here = folder.resolve("0.png");
        Path there = Path.of("data", "0.png");
        QuestionSet set = QuestionFile.of(file).read(List.of(there, here));
        assertThat(texts(set, here)).containsExactly("here?");
        assertThat(set.of(there)).isEmpty();
    }

    @Test
    void whatLiesWhereTheFileSaysGoesBeforeAnotherOfTheSameName() throws IOException {
        Path test = Path.of("data", "test", "0.png");
        Path first = table("train/0.png,train?", "test/0.png,test?", "train/0.png,train again?");
        QuestionSet set = QuestionFile.of(first).read(List.of(test));
        assertThat(texts(set, test)).containsExactly("test?");
        assertThat(set.ofOtherPictures()).isEqualTo(2);
        Path both = table("0.png,short?", "test/0.png,long?");
        assertThat(texts(QuestionFile.of(both).read(List.of(test)), test))
                .containsExactly("short?", "long?");
    }

    @Test
    void whatMayBeSeveralPicturesIsRefused() throws IOException {
        Path train = Path.of("train", "0.png").toAbsolutePath();
        Path test = Path.of("test", "0.png").toAbsolutePath();
        Path named = table("x.png,why?", "0.png,is it?");
        assertThatThrownBy(() -> QuestionFile.of(named).read(List.of(train, test)))
                .isInstanceOf(UserError.class)
                .hasMessage(
                        "%s, line 3: '0.png' may be %s or %s; write more of its path"
                                .formatted(named, train, test));
        Path numbered = table("7,is it?", "0,is it?");
        assertThatThrownBy(() -> QuestionFile.of(numbered).read(List.of(train, test)))
                .isInstanceOf(UserError.class)
                .hasMessage(
                        ("%s, line 3: image 0 may be %s or %s; take the pictures of one set"
                                        + " alone")
                                .formatted(numbered, train, test));
        Path copy = Path.of("copy", "0.png").toAbsolutePath();
        Path two = table("train/0.png,is it?", "test/0.png,is it?");
        assertThatThrownBy(() -> QuestionFile.of(two).read(List.of(copy)))
                .isInstanceOf(UserError.class)
                .hasMessage(
                        ("%s, line 3: both 'test/0.png' and 'train/0.png', which was asked about"
                                        + " before, may be %s; it must lie where one of them says")
                                .formatted(two, copy));
    }

    @Test
    void aFileThatAsksAboutNoneOfThePicturesIsRefused() throws IOException {
        Path named = table("dog.jpg,is it?", "cat2.jpg,is it?");
        assertThatThrownBy(
                        () ->
                                QuestionFile.of(named)
                                        .read(List.of(Path.of("cat.jpg"), Path.of("b.jpg"))))
                .isInstanceOf(UserError.class)
                .hasMessage(
                        named
                                + " does not ask about cat.jpg, one of 2; it asks about"
                                + " 'dog.jpg'; did you mean 'cat2.jpg'?");
        Path numbered = table("42,is it?");
        assertThatThrownBy(() -> QuestionFile.of(numbered).read(List.of(Path.of("43.jpg"))))
                .isInstanceOf(UserError.class)
                .hasMessage(
                        numbered
                                + " does not ask about 43.jpg; it asks about image 42 first, and"
                                + " the number of this picture is 43");
        assertThatThrownBy(() -> QuestionFile.of(numbered).read(List.of(Path.of("cat.jpg"))))
                .isInstanceOf(UserError.class)
                .hasMessage(
                        numbered
                                + " does not ask about cat.jpg; it asks about image 42 by number,"
                                + " and this picture has none in its name");
    }
}
