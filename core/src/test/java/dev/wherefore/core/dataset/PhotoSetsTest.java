package dev.wherefore.core.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wherefore.core.UserError;
import dev.wherefore.core.image.Picture;
import dev.wherefore.core.image.Rectangle;
import dev.wherefore.core.image.Size;
import dev.wherefore.core.metric.Truth;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Data sets of photographs, written by hand. */
class PhotoSetsTest {

    private static final Size SIZE = new Size(8, 10);
    private static final Picture PICTURE = Picture.of(8, 10, new byte[8 * 10 * 3], "grey");

    @TempDir Path folder;

    private static Truth truth(Contents contents, String label) {
        return contents.truth(label).orElseThrow();
    }

    private Contents voc(String... objects) throws IOException {
        new VocFolder(folder).add("one", PICTURE, objects);
        return VocSet.open(folder, "val", Optional.empty(), 9).contents(0, SIZE);
    }

    @Test
    void vocsBoxesBeginAtOneAndHoldTheirLastPixel() throws IOException {
        Contents contents =
                voc(
                        VocFolder.object("dog", new Rectangle(2, 1, 5, 4), false),
                        VocFolder.object("dog", new Rectangle(6, 6, 10, 8), false),
                        VocFolder.object("cat", new Rectangle(0, 0, 1, 1), false));
        assertThat(contents.labels()).containsExactly("dog", "cat");
        Truth dogs = truth(contents, "dog");
        assertThat(dogs.boxes())
                .containsExactly(new Rectangle(2, 1, 5, 4), new Rectangle(6, 6, 10, 8));
        assertThat(dogs.mask().area()).isEqualTo(3 * 3 + 4 * 2);
        assertThat(dogs.mask().contains(2, 1)).isTrue();
        assertThat(dogs.mask().contains(5, 4)).isFalse();
        assertThat(truth(contents, "cat").mask().area()).isEqualTo(1);
        assertThat(contents.isOutlined()).isFalse();
        assertThat(contents.leftOut()).isEmpty();
    }

    @Test
    void whatIsDifficultNeedNotBeFoundAndIsNotWrong() throws IOException {
        Contents contents =
                voc(
                        VocFolder.object("dog", new Rectangle(0, 0, 2, 2), false),
                        VocFolder.object("dog", new Rectangle(4, 4, 6, 6), true),
                        VocFolder.object("cat", new Rectangle(0, 0, 3, 3), true));
        assertThat(contents.labels()).containsExactly("dog");
        assertThat(truth(contents, "dog").boxes()).containsExactly(new Rectangle(0, 0, 2, 2));
        assertThat(truth(contents, "dog").mask().contains(5, 5)).isTrue();
        assertThat(contents.truth("cat")).isEmpty();
        assertThat(contents.isOpen("cat")).isTrue();
        assertThat(contents.isOpen("dog")).isFalse();
        assertThat(contents.isOpen("bus")).isFalse();
    }

    @Test
    void masksAreReadByTheirPalettesIndexes() throws IOException {
        // the dog's index is 12; the first pixel is of no class that is told
        new VocFolder(folder).masks("one", SIZE, i -> i == 0 ? 255 : i == 12 || i == 13 ? 12 : 0);
        Contents contents = voc(VocFolder.object("dog", new Rectangle(1, 1, 5, 2), false));
        assertThat(contents.isOutlined()).isTrue();
        assertThat(truth(contents, "dog").mask().area()).isEqualTo(2);
        assertThat(truth(contents, "dog").mask().contains(2, 1)).isTrue();
        assertThat(contents.unknown().orElseThrow().area()).isEqualTo(1);
    }

    @Test
    void thePaletteIsVocs() {
        assertThat(VocPalette.rgb(0)).isZero();
        assertThat(VocPalette.rgb(1)).isEqualTo(0x800000);
        assertThat(VocPalette.rgb(12)).isEqualTo(0x400080);
        assertThat(VocPalette.rgb(20)).isEqualTo(0x004080);
        assertThat(VocPalette.rgb(255)).isEqualTo(0xe0e0c0);
    }

    @Test
    void thingsThatCannotBeUsedAreLeftOutAndTheOthersKept() throws IOException {
        Contents contents =
                voc(
                        VocFolder.object("unicorn", new Rectangle(0, 0, 2, 2), false),
                        VocFolder.object("dog", new Rectangle(0, 0, 12, 2), false),
                        VocFolder.object("dog", new Rectangle(3, 3, 11, 8), false),
                        "<object><name>dog</name><bndbox><xmin>a</xmin></bndbox></object>",
                        "<object><name>dog</name></object>");
        assertThat(contents.leftOut())
                .containsExactly(DataFault.CLASS, DataFault.OUTSIDE, DataFault.BOX, DataFault.BOX);
        // one pixel too many is cut off
        assertThat(truth(contents, "dog").boxes()).containsExactly(new Rectangle(3, 3, 10, 8));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<annotation><object>",
                "<html/>",
                "nothing",
                "<!DOCTYPE a [<!ENTITY x SYSTEM"
                        + " 'file:///etc/passwd'>]><annotation>&x;</annotation>",
                "<!DOCTYPE annotation><annotation/>",
            })
    void brokenAndHostileXmlIsRefused(String xml) throws IOException {
        new VocFolder(folder).addXml("bad", xml);
        VocSet set = VocSet.open(folder, "val", Optional.empty(), 9);
        assertThatThrownBy(() -> set.contents(0, SIZE))
                .isInstanceOfSatisfying(
                        UnusableRecord.class, e -> assertThat(e.fault()).isEqualTo(DataFault.XML))
                .hasMessageContaining("bad.xml is no XML as VOC's");
    }

    @Test
    void whatIsSaidOfAnotherPictureIsRefused() throws IOException {
        new VocFolder(folder).add("one", PICTURE).masks("two", new Size(3, 3), i -> 0);
        new VocFolder(folder).add("two", PICTURE);
        VocSet set = VocSet.open(folder, "val", Optional.empty(), 9);
        assertThatThrownBy(() -> set.contents(0, new Size(9, 10)))
                .hasMessageContaining("one.xml speaks of a picture of 8x10 pixels")
                .hasMessageContaining("it has 9x10");
        assertThatThrownBy(() -> set.contents(1, SIZE))
                .isInstanceOfSatisfying(
                        UnusableRecord.class, e -> assertThat(e.fault()).isEqualTo(DataFault.MASK));
        assertThatThrownBy(() -> VocSet.open(folder, "test", Optional.empty(), 9))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("test.txt is not there");
    }

    @Test
    void ilsvrcsThingsAreNamedByTheirSynsets() throws IOException {
        Path xml = Files.createDirectories(folder.resolve("xml/val"));
        Files.writeString(
                xml.resolve("a.xml"),
                "<annotation>"
                        + VocFolder.object("n02", new Rectangle(0, 0, 4, 4), false)
                                .replace("n02", "n03126707")
                        + VocFolder.object("n99999999", new Rectangle(0, 0, 4, 4), false)
                        + "</annotation>");
        Path synsets =
                Files.writeString(
                        folder.resolve("synsets.txt"),
                        "n01440764 tench, Tinca tinca\nn02012849 crane\nn03126707 crane\n");
        IlsvrcSet set = IlsvrcSet.open(folder.resolve("xml"), folder, synsets, 9);
        assertThat(set.count()).isEqualTo(1);
        assertThat(set.id(0)).isEqualTo("val/a");
        assertThat(set.picture(0)).isEqualTo(folder.resolve("val/a.JPEG"));
        assertThat(set.labels())
                .extracting(DataLabel::name)
                .containsExactly("tench", "crane (n02012849)", "crane (n03126707)");
        Contents contents = set.contents(0, SIZE);
        // its numbers are taken as they are, from 0
        assertThat(truth(contents, "crane (n03126707)").boxes())
                .containsExactly(new Rectangle(1, 1, 4, 4));
        assertThat(contents.leftOut()).containsExactly(DataFault.CLASS);
        Files.writeString(synsets, "tench\n");
        assertThatThrownBy(() -> IlsvrcSet.open(folder.resolve("xml"), folder, synsets, 9))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("lines like 'n01440764 tench, Tinca tinca' are wanted");
    }

    @ParameterizedTest
    @CsvSource({"truth.csv", "truth.jsonl"})
    void aTableSaysWhatPicturesShowAndWhere(String name) throws IOException {
        String csv =
                """
                file;label;x;y;width;height
                a.png;dog;1;2;3;4
                a.png;"cat; black";0;0;2;2
                sub/b.png;dog;;;;
                ;dog;;;;
                ../c.png;dog;;;;
                a.png;dog;1;2;3;
                a.png;dog;8;2;30;4
                """;
        String jsonl =
                """
                {"file": "a.png", "label": "dog", "x": 1, "y": 2, "width": 3, "height": 4}
                {"file": "a.png", "label": "cat; black", "x": 0, "y": 0, "width": 2, "height": 2}
                {"file": "sub/b.png", "label": "dog"}
                {"label": "dog"}
                {"file": "../c.png", "label": "dog"}
                {"file": "a.png", "label": "dog", "x": 1, "y": 2, "width": 3}
                {"file": "a.png", "label": "dog", "x": 8, "y": 2, "width": 30, "height": 4}
                """;
        Path file = Files.writeString(folder.resolve(name), name.endsWith(".csv") ? csv : jsonl);
        TableSet set = TableSet.open(file, folder, 9);
        assertThat(set.count()).isEqualTo(2);
        assertThat(set.labels()).extracting(DataLabel::name).containsExactly("cat; black", "dog");
        Contents first = set.contents(0, SIZE);
        assertThat(truth(first, "dog").boxes()).containsExactly(new Rectangle(1, 2, 4, 6));
        assertThat(truth(first, "cat; black").mask().area()).isEqualTo(4);
        assertThat(first.leftOut()).containsExactly(DataFault.OUTSIDE);
        Contents second = set.contents(1, SIZE);
        assertThat(second.labels()).containsExactly("dog");
        assertThat(second.truth("dog")).isEmpty();
        assertThat(set.id(1)).isEqualTo("sub/b");
        assertThat(set.facts())
                .contains(
                        "left out: " + DataFault.LINE.what() + ", 1",
                        "left out: " + DataFault.PLACE.what() + ", 1",
                        "left out: " + DataFault.BOX.what() + ", 1");
        assertThat(TableSet.open(file, folder, 1).count()).isEqualTo(1);
    }

    @Test
    void aTableWithoutItsColumnsIsRefused() throws IOException {
        Path file = Files.writeString(folder.resolve("t.csv"), "picture,label\na.png,dog\n");
        assertThatThrownBy(() -> TableSet.open(file, folder, 9))
                .isInstanceOf(UserError.class)
                .hasMessageContaining(
                        "t.csv has no column 'file'; its columns are 'picture', 'label'");
        Path empty = Files.writeString(folder.resolve("e.csv"), "file,label\n");
        assertThatThrownBy(() -> TableSet.open(empty, folder, 9))
                .hasMessageContaining("has no line with a file and a label");
        Path other = Files.writeString(folder.resolve("t.txt"), "file,label\n");
        assertThatThrownBy(() -> TableSet.open(other, folder, 9))
                .hasMessageContaining("does not end in .csv, .tsv or .jsonl");
    }
}
