package dev.wherefore.core.dataset;

import dev.wherefore.core.image.Picture;
import dev.wherefore.core.image.Rectangle;
import dev.wherefore.core.image.Size;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.function.IntUnaryOperator;
import javax.imageio.ImageIO;

/** Writes a folder as PASCAL VOC's. Its pictures are PNG, whatever they are called. */
public final class VocFolder {

    private final Path folder;

    /** Begins a folder. */
    public VocFolder(Path folder) throws IOException {
        this.folder = folder;
        for (String below :
                List.of("ImageSets/Main", "JPEGImages", "Annotations", "SegmentationClass")) {
            Files.createDirectories(folder.resolve(below));
        }
    }

    /** An object of a file of XML, whose box is whole pixels. */
    public static String object(String name, Rectangle box, boolean difficult) {
        return """
        <object><name>%s</name><difficult>%d</difficult>
        <bndbox><xmin>%d</xmin><ymin>%d</ymin><xmax>%d</xmax><ymax>%d</ymax></bndbox>
        <part><name>head</name><bndbox><xmin>1</xmin><ymin>1</ymin><xmax>2</xmax><ymax>2</ymax></bndbox></part>
        </object>
        """
                .formatted(
                        name,
                        difficult ? 1 : 0,
                        (int) box.left() + 1,
                        (int) box.top() + 1,
                        (int) box.right(),
                        (int) box.bottom());
    }

    /** Adds a picture to the split "val". */
    public VocFolder add(String id, Picture picture, String... objects) throws IOException {
        png(picture.toBufferedImage(), "JPEGImages/" + id + ".jpg");
        String xml =
                """
                <annotation><filename>%s.jpg</filename>
                <size><width>%d</width><height>%d</height><depth>3</depth></size>
                %s</annotation>
                """
                        .formatted(id, picture.width(), picture.height(), String.join("", objects));
        return addXml(id, xml);
    }

    /** Adds a file of XML as it is. */
    public VocFolder addXml(String id, String xml) throws IOException {
        Files.writeString(folder.resolve("Annotations").resolve(id + ".xml"), xml);
        Files.write(
                folder.resolve("ImageSets/Main/val.txt"),
                List.of(id),
                StandardOpenOption.CREATE,
                StandardOpenOption.APPEND);
        return this;
    }

    /** Adds the masks of a picture. */
    public VocFolder masks(String id, Size size, IntUnaryOperator index) throws IOException {
        png(VocPalette.picture(size, index), "SegmentationClass/" + id + ".png");
        return this;
    }

    private void png(BufferedImage image, String name) throws IOException {
        ImageIO.write(image, "png", folder.resolve(name).toFile());
    }
}
