package dev.wherefore.core.dataset;

import dev.wherefore.core.IoReason;
import dev.wherefore.core.UserError;
import dev.wherefore.core.image.Size;
import dev.wherefore.core.target.Labels;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A folder laid out as PASCAL VOC's: {@code ImageSets/Main/SPLIT.txt} with a picture's name a line,
 * {@code JPEGImages/NAME.jpg}, {@code Annotations/NAME.xml} with boxes, whose first pixel is 1 and
 * whose last belongs to them, and, where there are some, {@code SegmentationClass/NAME.png}.
 *
 * @see <a href="http://host.robots.ox.ac.uk/pascal/VOC/voc2012/htmldoc/index.html">The PASCAL VOC
 *     2012 development kit</a>
 */
public final class VocSet implements PhotoSet {

    /** VOC's own classes, in the order of its palette, from index 1. */
    public static final List<String> CLASSES =
            List.of(
                    "aeroplane",
                    "bicycle",
                    "bird",
                    "boat",
                    "bottle",
                    "bus",
                    "car",
                    "cat",
                    "chair",
                    "cow",
                    "diningtable",
                    "dog",
                    "horse",
                    "motorbike",
                    "person",
                    "pottedplant",
                    "sheep",
                    "sofa",
                    "train",
                    "tvmonitor");

    private final Path folder;
    private final String split;
    private final List<String> classes;
    private final List<String> ids;

    private VocSet(Path folder, String split, List<String> classes, List<String> ids) {
        this.folder = folder;
        this.split = split;
        this.classes = List.copyOf(classes);
        this.ids = List.copyOf(ids);
    }

    /**
     * Opens a folder.
     *
     * @param folder the folder, such as {@code VOC2007}
     * @param split which pictures: {@code test} for {@code ImageSets/Main/test.txt}, {@code
     *     Segmentation/val} for {@code ImageSets/Segmentation/val.txt}
     * @param classes a file with the classes' names in the order of the masks' palette; VOC's own
     *     where none is given
     * @param limit how many pictures at most, at least 1
     * @return the pictures
     * @throws UserError if the split cannot be read, or names no picture
     */
    public static VocSet open(Path folder, String split, Optional<Path> classes, int limit) {
        String below = split.contains("/") ? split : "Main/" + split;
        Path list = folder.resolve("ImageSets").resolve(below + ".txt");
        List<String> ids = ids(list, limit);
        if (ids.isEmpty()) {
            throw new UserError(list + " names no picture");
        }
        return new VocSet(folder, split, classes.map(VocSet::names).orElse(CLASSES), ids);
    }

    private static List<String> names(Path file) {
        Labels labels = Labels.read(file, Labels.Sort.CLASS);
        return IntStream.range(0, labels.count()).mapToObj(labels::name).distinct().toList();
    }

    /** A line may say after the name whether the picture shows a class. */
    private static List<String> ids(Path list, int limit) {
        try (Stream<String> lines = Files.lines(list)) {
            return lines.map(String::strip)
                    .filter(line -> !line.isEmpty())
                    .map(line -> line.split("\\s+", 2)[0])
                    .limit(limit)
                    .toList();
        } catch (NoSuchFileException e) {
            throw new UserError(
                    list
                            + " is not there; a folder as VOC's has lists of pictures in"
                            + " ImageSets/Main, and 'split' names one of them",
                    e);
        } catch (IOException e) {
            throw new UserError(list + " cannot be read: " + IoReason.of(e), e);
        } catch (UncheckedIOException e) {
            throw new UserError(list + " is not a text file in UTF-8", e);
        }
    }

    @Override
    public int count() {
        return ids.size();
    }

    @Override
    public String id(int index) {
        return ids.get(index);
    }

    @Override
    public Path picture(int index) {
        return folder.resolve("JPEGImages").resolve(id(index) + ".jpg");
    }

    @Override
    public Contents contents(int index, Size size) {
        Path file = folder.resolve("Annotations").resolve(id(index) + ".xml");
        XmlAnnotation annotation = XmlAnnotation.read(file);
        annotation.requireSize(file, size);
        List<RecordFault> leftOut = new ArrayList<>();
        List<BoxedThing> things = annotation.things(leftOut, thing -> thing(thing, size));
        Path masks = folder.resolve("SegmentationClass").resolve(id(index) + ".png");
        Optional<ClassMasks> outlines =
                Files.exists(masks)
                        ? Optional.of(ClassMasks.read(masks, size, classes))
                        : Optional.empty();
        return new LabelledContents(size, things, Set.of(), outlines, leftOut);
    }

    private BoxedThing thing(XmlThing thing, Size size) throws UnusableThing {
        if (!classes.contains(thing.name())) {
            throw new UnusableThing(DataFault.CLASS);
        }
        // pixels are counted from 1
        return new BoxedThing(thing.name(), thing.box(1, size), thing.difficult());
    }

    @Override
    public List<DataLabel> labels() {
        return classes.stream().map(DataLabel::of).toList();
    }

    @Override
    public List<String> facts() {
        return List.of(
                "what is marked as difficult is not looked for, and heat on it is not wrong",
                "where a picture has no masks, the areas of its boxes are taken for them");
    }

    @Override
    public String description() {
        return "%d pictures of %s, %s".formatted(count(), folder, split);
    }
}
