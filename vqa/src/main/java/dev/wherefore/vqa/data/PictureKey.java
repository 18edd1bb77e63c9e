package dev.wherefore.vqa.data;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;

/** What a file calls a picture. */
sealed interface PictureKey {

    /**
     * The number of an image.
     *
     * @param number the number
     */
    record Numbered(long number) implements PictureKey {
        @Override
        public String toString() {
            return "image " + number;
        }
    }

    /**
     * The name of a file.
     *
     * @param path its path as it is written, perhaps the name alone
     * @param fileName the last part of the path
     */
    record Named(Path path, String fileName) implements PictureKey {
        @Override
        public String toString() {
            return "'" + path + "'";
        }
    }

    /** The name that a text is, if it can be one. */
    static Optional<PictureKey> ofName(String text) {
        try {
            Path path = Path.of(text.strip().replace('\\', '/')).normalize();
            return Optional.ofNullable(path.getFileName())
                    .map(Path::toString)
                    .filter(name -> !name.isEmpty())
                    .map(name -> new Named(path, name));
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }
}
