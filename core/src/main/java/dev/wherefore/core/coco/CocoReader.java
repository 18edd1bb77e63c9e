package dev.wherefore.core.coco;

import dev.wherefore.core.UserError;
import java.nio.file.Path;
import java.util.List;
import java.util.function.LongPredicate;

/**
 * Reads COCO's files: {@code captions_….json}, {@code instances_….json}, and those that {@code
 * wherefore scenes} writes. A file may be much larger than the memory: it is read as a stream,
 * once, and only what is said of the chosen images is kept, beside the numbers of all images. (A
 * file whose {@code annotations} stand before its {@code images} is read twice.) Outlines stay as
 * small as they are, and become masks when asked for.
 *
 * <p>A broken record is left out and counted, see {@link CocoData#skipped()}.
 *
 * @see <a href="https://cocodataset.org/#format-data">COCO's description of its files</a>
 */
public final class CocoReader {

    private final int limit;
    private final LongPredicate wanted;

    private CocoReader(int limit, LongPredicate wanted) {
        this.limit = limit;
        this.wanted = wanted;
    }

    /**
     * Returns a reader that keeps the first images.
     *
     * @param limit how many at most, at least 1
     * @return the reader
     */
    public static CocoReader ofFirst(int limit) {
        if (limit < 1) {
            throw new IllegalArgumentException("limit must be at least 1, found " + limit);
        }
        return new CocoReader(limit, id -> true);
    }

    /**
     * Returns a reader that keeps some images alone.
     *
     * @param ids which images, by their numbers
     * @return a reader that keeps as many as this one at most, all of them such
     */
    public CocoReader only(LongPredicate ids) {
        return new CocoReader(limit, wanted.and(ids));
    }

    /**
     * Reads files of the same images, say one of captions and one of instances.
     *
     * @param files the files, at least one; the images are chosen from the first
     * @return what they say of the chosen images
     * @throws UserError if a file cannot be read, is no COCO file, has no image that can be used,
     *     has instances but no categories, or contradicts another file's categories
     */
    public CocoData read(List<Path> files) {
        if (files.isEmpty()) {
            throw new IllegalArgumentException("there must be a file");
        }
        Collected collected = new Collected(limit, wanted);
        for (Path file : files) {
            new CocoStream(file, collected).read();
            collected.endFile(file);
        }
        return collected.data();
    }
}
