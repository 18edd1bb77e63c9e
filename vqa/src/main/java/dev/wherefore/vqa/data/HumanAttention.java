package dev.wherefore.vqa.data;

import dev.wherefore.core.IoReason;
import dev.wherefore.core.UserError;
import dev.wherefore.core.image.Picture;
import dev.wherefore.core.image.PictureReader;
import dev.wherefore.core.image.Plane;
import dev.wherefore.core.metric.RankCorrelation;
import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * VQA-HAT: where people looked to answer a question. They saw a blurred picture, and sharpened what
 * they needed to see. A folder has the maps as grey pictures {@code ID_K.png}: ID is the question's
 * number in version 1 of VQA, K counts the people, from 1 to 3 in the validation set, and is 1 in
 * the training set.
 *
 * <p>Only the names of the files are kept; a map is read when it is asked for.
 *
 * @see <a href="https://arxiv.org/abs/1606.03556">Das et al., Human Attention in Visual Question
 *     Answering: Do Humans and Deep Networks Look at the Same Regions?, 2016</a>
 */
public final class HumanAttention {

    /** The number of rows and of columns at which maps are compared. */
    public static final int GRID = 14;

    private static final String ENDING = ".png";
    private static final float WHITE = 255;

    private final Path folder;
    private final NavigableMap<Long, NavigableSet<Long>> maps;

    private HumanAttention(Path folder, NavigableMap<Long, NavigableSet<Long>> maps) {
        this.folder = folder;
        this.maps = maps;
    }

    /**
     * Finds the maps in a folder.
     *
     * @param folder the folder, such as {@code vqahat_val}; other files in it are passed over
     * @return the maps
     * @throws UserError if there is no such folder, or no map in it
     */
    public static HumanAttention in(Path folder) {
        if (!Files.isDirectory(folder)) {
            throw new UserError(
                    Files.exists(folder)
                            ? folder + " is a file; a folder of maps is wanted"
                            : "there is no folder " + folder);
        }
        NavigableMap<Long, NavigableSet<Long>> maps = new TreeMap<>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "*_*" + ENDING)) {
            for (Path file : files) {
                note(String.valueOf(file.getFileName()), maps);
            }
        } catch (IOException e) {
            throw unreadable(folder, e);
        } catch (DirectoryIteratorException e) {
            throw unreadable(
                    folder, Optional.ofNullable(e.getCause()).orElseGet(() -> new IOException(e)));
        }
        if (maps.isEmpty()) {
            throw new UserError(
                    "folder %s holds no map of VQA-HAT, which is named by a question's number and"
                                    .formatted(folder)
                            + " who answered it, such as 1500070_1.png");
        }
        return new HumanAttention(folder, maps);
    }

    private static UserError unreadable(Path folder, IOException e) {
        return new UserError("folder " + folder + " cannot be read: " + IoReason.of(e), e);
    }

    private static void note(String name, NavigableMap<Long, NavigableSet<Long>> maps) {
        int between = name.indexOf('_');
        OptionalLong id = Numbers.whole(name.substring(0, between));
        OptionalLong person =
                Numbers.whole(name.substring(between + 1, name.length() - ENDING.length()));
        if (id.isPresent() && person.isPresent() && name.equals(name(id, person))) {
            maps.computeIfAbsent(id.getAsLong(), i -> new TreeSet<>()).add(person.getAsLong());
        }
    }

    private static String name(OptionalLong id, OptionalLong person) {
        return id.getAsLong() + "_" + person.getAsLong() + ENDING;
    }

    /**
     * Returns the questions that there are maps of.
     *
     * @return their numbers, rising, at least one
     */
    public List<Long> questions() {
        return List.copyOf(maps.keySet());
    }

    /**
     * Reads the maps of a question.
     *
     * @param questionId the question's number
     * @return a map {@code (h, w)} of each of the people, from 0 (not looked at) to 1, as large as
     *     the file has it; none if there is no map of this question
     * @throws UserError if a file cannot be read or is no picture
     */
    public List<Plane> read(long questionId) {
        return Optional.ofNullable(maps.get(questionId)).stream()
                .flatMap(NavigableSet::stream)
                .map(person -> folder.resolve(questionId + "_" + person + ENDING))
                .map(HumanAttention::readMap)
                .toList();
    }

    private static Plane readMap(Path file) {
        Picture picture = new PictureReader().read(file).grey();
        return Plane.compute(
                picture.height(), picture.width(), (y, x) -> picture.sample(y, x, 0) / WHITE);
    }

    /**
     * Returns the mean of the maps of a question.
     *
     * @param maps maps {@code (h, w)}, at least one; those of another size than the first are
     *     brought to its size
     * @return the mean at each place, {@code (h, w)}
     * @throws IllegalArgumentException if there is no map
     */
    public static Plane mean(List<Plane> maps) {
        if (maps.isEmpty()) {
            throw new IllegalArgumentException("there is no map to take the mean of");
        }
        int height = maps.get(0).height();
        int width = maps.get(0).width();
        List<Plane> alike = maps.stream().map(m -> MapSize.of(m, height, width)).toList();
        return Plane.compute(
                height,
                width,
                (y, x) -> (float) alike.stream().mapToDouble(m -> m.at(y, x)).average().orElse(0));
    }

    /**
     * Returns how much a network looks where people look, as section 4 of the paper has it: the map
     * and the human ones are brought to {@value #GRID}x{@value #GRID}, and the mean of the rank
     * correlations with each of the human ones is taken. The paper does not say how it resizes;
     * here a larger map becomes the means over the places' areas, a smaller one is interpolated.
     *
     * @param map a map of the same picture, {@code (h, w)} of any size, raw or scaled, without NaN
     * @param human the people's maps of the question
     * @return from -1 to 1, by chance 0; nothing if the map, or each human one, is the same
     *     everywhere
     */
    public static OptionalDouble agreement(Plane map, List<Plane> human) {
        Plane small = MapSize.of(map, GRID, GRID);
        return human.stream()
                .map(person -> RankCorrelation.of(small, MapSize.of(person, GRID, GRID)))
                .flatMapToDouble(OptionalDouble::stream)
                .average();
    }
}
