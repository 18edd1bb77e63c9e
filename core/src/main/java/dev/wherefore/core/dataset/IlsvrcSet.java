package dev.wherefore.core.dataset;

import dev.wherefore.core.IoReason;
import dev.wherefore.core.UserError;
import dev.wherefore.core.image.Size;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Pictures of ILSVRC's classification and localisation task: a file of XML for each, whose objects
 * are named by WordNet ids, and the picture of the same name in another folder. Boxes are taken as
 * they are, from 0.
 *
 * @see <a href="https://arxiv.org/abs/1409.0575">Russakovsky et al., ImageNet Large Scale Visual
 *     Recognition Challenge, 2015</a>
 */
public final class IlsvrcSet implements PhotoSet {

    private static final String ENDING = ".xml";
    private static final List<String> PICTURES = List.of(".JPEG", ".jpg", ".jpeg", ".png");

    private final Path annotations;
    private final Path pictures;
    private final Synsets synsets;
    private final List<String> ids;

    private IlsvrcSet(Path annotations, Path pictures, Synsets synsets, List<String> ids) {
        this.annotations = annotations;
        this.pictures = pictures;
        this.synsets = synsets;
        this.ids = List.copyOf(ids);
    }

    /**
     * Opens a data set.
     *
     * @param annotations the folder with the files of XML, in it or in folders below
     * @param pictures the folder with the pictures, in the same folders below
     * @param synsets a file with lines like {@code n01440764 tench, Tinca tinca}, in the order of
     *     the network's classes
     * @param limit how many pictures at most, the first by name, at least 1
     * @return the pictures
     * @throws UserError if a folder or the file cannot be read, or there is no picture
     */
    public static IlsvrcSet open(Path annotations, Path pictures, Path synsets, int limit) {
        try (Stream<Path> files = Files.walk(annotations)) {
            List<String> ids =
                    files.map(file -> annotations.relativize(file).toString())
                            .filter(name -> name.endsWith(ENDING))
                            .map(name -> name.substring(0, name.length() - ENDING.length()))
                            .sorted()
                            .limit(limit)
                            .toList();
            if (ids.isEmpty()) {
                throw new UserError(annotations + " holds no files that end in .xml");
            }
            return new IlsvrcSet(annotations, pictures, Synsets.read(synsets), ids);
        } catch (IOException | UncheckedIOException e) {
            String reason = e instanceof IOException io ? IoReason.of(io) : "a folder is closed";
            throw new UserError(annotations + " cannot be read: " + reason, e);
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
        return PICTURES.stream()
                .map(ending -> pictures.resolve(id(index) + ending))
                .filter(Files::exists)
                .findFirst()
                .orElseGet(() -> pictures.resolve(id(index) + PICTURES.get(0)));
    }

    @Override
    public Contents contents(int index, Size size) {
        Path file = annotations.resolve(id(index) + ENDING);
        XmlAnnotation annotation = XmlAnnotation.read(file);
        annotation.requireSize(file, size);
        List<RecordFault> leftOut = new ArrayList<>();
        List<BoxedThing> things = annotation.things(leftOut, thing -> thing(thing, size));
        return new LabelledContents(size, things, Set.of(), Optional.empty(), leftOut);
    }

    private BoxedThing thing(XmlThing thing, Size size) throws UnusableThing {
        Optional<String> label = synsets.name(thing.name());
        if (label.isEmpty()) {
            throw new UnusableThing(DataFault.CLASS);
        }
        return new BoxedThing(label.get(), thing.box(0, size), false);
    }

    @Override
    public List<DataLabel> labels() {
        return synsets.labels();
    }

    @Override
    public List<String> facts() {
        return List.of("there are no masks: the areas of boxes are taken for them");
    }

    @Override
    public String description() {
        return "%d pictures of %s".formatted(count(), annotations);
    }
}
