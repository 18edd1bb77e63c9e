package dev.wherefore.vqa.data;

import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.OptionalInt;

/**
 * Which of a file's questions are kept.
 *
 * @param pictures the pictures that they are about, at least one
 * @param ofEach how many questions of each picture at most, the first ones; at least 1
 * @param inAll how many questions at most, the first ones of the file; at least 1
 */
public record WantedQuestions(List<Path> pictures, OptionalInt ofEach, OptionalInt inAll) {

    /** Copies the list, and checks the numbers. */
    public WantedQuestions {
        pictures = List.copyOf(pictures);
        if (pictures.isEmpty()) {
            throw new IllegalArgumentException("questions must be about a picture");
        }
        check("ofEach", ofEach);
        check("inAll", inAll);
    }

    private static void check(String name, OptionalInt number) {
        if (number.orElse(1) < 1) {
            throw new IllegalArgumentException(
                    name + " must be at least 1, found " + number.getAsInt());
        }
    }

    /**
     * Returns all questions about some pictures.
     *
     * @param pictures the files of the pictures, at least one
     * @return the choice
     */
    public static WantedQuestions about(Collection<Path> pictures) {
        return new WantedQuestions(List.copyOf(pictures), OptionalInt.empty(), OptionalInt.empty());
    }

    /**
     * Returns the same, but for the later questions of each picture.
     *
     * @param number how many questions of each picture at most, at least 1
     * @return the smaller choice
     */
    public WantedQuestions firstOfEach(int number) {
        return new WantedQuestions(pictures, OptionalInt.of(number), inAll);
    }

    /**
     * Returns the same, but for the later questions of the file.
     *
     * @param number how many questions at most, at least 1
     * @return the smaller choice
     */
    public WantedQuestions firstInAll(int number) {
        return new WantedQuestions(pictures, ofEach, OptionalInt.of(number));
    }
}
