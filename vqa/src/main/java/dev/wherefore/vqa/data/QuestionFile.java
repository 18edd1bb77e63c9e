package dev.wherefore.vqa.data;

import dev.wherefore.core.UserError;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Optional;

/**
 * A file of questions about pictures. It may be much larger than the memory: it is read as a
 * stream, and only the questions about wanted pictures are kept. {@link Format} says what each
 * format looks like.
 *
 * <p>An {@code image_id} is a number: the picture's whose file name has it for its last run of
 * digits, as {@code COCO_val2014_000000000042.jpg} and {@code 42.png} have 42. A {@code picture} is
 * the name of a file, or its path from the folder of the file of questions, or the end of its path;
 * where several wanted pictures have a name, the path decides.
 *
 * <p>A record that cannot be used is left out and counted, see {@link QuestionSet#leftOut()}.
 *
 * @param questions the file that asks
 * @param annotations a file in VQA's format that says the answers, if that is another
 * @param format how the file that asks is laid out
 */
public record QuestionFile(Path questions, Optional<Path> annotations, Format format) {

    /**
     * Returns a file whose format is told by itself.
     *
     * @param questions the file
     * @return the file, with no annotations
     */
    public static QuestionFile of(Path questions) {
        return new QuestionFile(questions, Optional.empty(), Format.AUTO);
    }

    /**
     * Returns the same with answers.
     *
     * @param file the file of annotations
     * @return the two files
     */
    public QuestionFile annotatedBy(Path file) {
        return new QuestionFile(questions, Optional.of(file), format);
    }

    /**
     * Returns the same in a certain format.
     *
     * @param as how the file that asks is laid out
     * @return the file
     */
    public QuestionFile in(Format as) {
        return new QuestionFile(questions, annotations, as);
    }

    /**
     * Reads all questions about some pictures.
     *
     * @param pictures the files of the pictures, at least one; they are not opened
     * @return the questions, at least one
     * @throws UserError as {@link #read(WantedQuestions)} does
     */
    public QuestionSet read(Collection<Path> pictures) {
        return read(WantedQuestions.about(pictures));
    }

    /**
     * Reads some questions about some pictures.
     *
     * @param wanted which questions are kept
     * @return the questions, at least one
     * @throws UserError if a file cannot be read or is not in its format, if its format cannot be
     *     told, if it asks about none of the pictures or may mean several of them by one name, or
     *     if the annotations are of other questions
     */
    public QuestionSet read(WantedQuestions wanted) {
        return new QuestionReading(this, wanted).read();
    }
}
