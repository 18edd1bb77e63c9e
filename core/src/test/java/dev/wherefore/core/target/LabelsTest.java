package dev.wherefore.core.target;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wherefore.core.UserError;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LabelsTest {

    @TempDir Path folder;

    private Labels labels(String text) throws IOException {
        return Labels.read(
                Files.writeString(folder.resolve("labels.txt"), text), Labels.Sort.CLASS);
    }

    @Test
    void classesAreFoundByLabelInAnyCaseAndByIndex() throws IOException {
        Labels labels = labels("tench\n tabby, tabby cat \nRed Fox\n\n");
        assertThat(labels.find("tabby, tabby cat")).isEqualTo(1);
        assertThat(labels.find("red fox")).isEqualTo(2);
        assertThat(labels.find("2")).isEqualTo(2);
        assertThat(labels.name(1)).isEqualTo("tabby, tabby cat");
    }

    @Test
    void aLabelIsTakenBeforeAnIndexAndTheRightCaseBeforeAnother() throws IOException {
        Labels labels = labels("1\n0\nbus\nBus\n");
        assertThat(labels.find("1")).isZero();
        assertThat(labels.find("Bus")).isEqualTo(3);
        assertThatThrownBy(() -> labels.find("BUS"))
                .isInstanceOf(UserError.class)
                .hasMessage(
                        "the label 'BUS' stands for several classes, [2, 3]; name one by its"
                                + " index");
    }

    @Test
    void unknownLabelsGetNearMatchesOrLabelsTheyAreAWordOf() throws IOException {
        Labels labels = labels("traffic light\ntabby, tabby cat\n");
        assertThatThrownBy(() -> labels.find("trafic light"))
                .hasMessageContaining("there is no class 'trafic light' in ")
                .hasMessageEndingWith("; did you mean 'traffic light'?");
        assertThatThrownBy(() -> labels.find("cat"))
                .hasMessageEndingWith("; did you mean 'tabby, tabby cat'?");
        assertThatThrownBy(() -> labels.find("zebra")).hasMessageEndingWith("labels.txt");
    }

    @Test
    void oneOfSeveralNamesInALabelWillDoIfItIsTheOnlyOne() {
        Labels labels =
                Labels.of(
                        List.of(
                                "tabby, tabby cat",
                                "crane",
                                "crane, wading bird",
                                "cat, Egyptian cat"),
                        "labels.txt",
                        Labels.Sort.CLASS);
        assertThat(labels.find("tabby")).isEqualTo(0);
        assertThat(labels.find("Wading bird")).isEqualTo(2);
        assertThat(labels.find("crane")).isEqualTo(1);
        Labels both = Labels.of(List.of("a, b", "b, c"), "labels.txt", Labels.Sort.CLASS);
        assertThatThrownBy(() -> both.find("b"))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("stands for several classes, [0, 1]");
    }

    @Test
    void withoutLabelsIndicesAreNames() {
        assertThat(Labels.none(Labels.Sort.CLASS).name(7)).isEqualTo("class 7");
        assertThat(Labels.none(Labels.Sort.CLASS).find("7")).isEqualTo(7);
        Labels.none(Labels.Sort.CLASS).checkCount(12);
        assertThatThrownBy(() -> Labels.none(Labels.Sort.CLASS).find("cat"))
                .hasMessage(
                        "the class 'cat' is no index, and the model has no labels; give"
                                + " 'model.labels' a file");
    }

    @Test
    void aBlankLineIsAClassWithoutAName() throws IOException {
        Labels labels = labels("a\n\nc\n");
        assertThat(labels.name(1)).isEqualTo("class 1");
        assertThat(labels.find("c")).isEqualTo(2);
        labels.checkCount(3);
    }

    @Test
    void labelsThatDoNotFitTheNetworkAreRefused() throws IOException {
        Labels labels = labels("a\nb\n");
        assertThatThrownBy(() -> labels.checkCount(10))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("has 2 labels, but the network gives 10 classes");
    }

    @Test
    void filesThatHoldNoLabelsAreRefused() throws IOException {
        assertThatThrownBy(() -> labels(" \n\n"))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("holds no labels");
        Path latin = folder.resolve("latin.txt");
        Files.write(latin, "Stra\u00dfe\n".getBytes(StandardCharsets.ISO_8859_1));
        assertThatThrownBy(() -> Labels.read(latin, Labels.Sort.CLASS))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("is not a text file in UTF-8");
        assertThatThrownBy(() -> Labels.read(folder, Labels.Sort.CLASS))
                .isInstanceOf(UserError.class);
    }
}
