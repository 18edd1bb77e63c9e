package dev.wherefore.vqa.asking;

import dev.wherefore.core.image.Picture;
import java.util.List;

/** Knows what is asked about pictures. */
public interface QuestionSource {

    /**
     * Returns what is asked about a picture.
     *
     * @param picture the picture
     * @return the questions in order; none if nothing is asked about it
     * @throws dev.wherefore.core.UserError if a question cannot be asked
     */
    List<Asked> about(Picture picture);

    /**
     * Returns a question to try a network with.
     *
     * @return one of those that are asked
     */
    Asked any();

    /**
     * Returns what else is to be known of the questions.
     *
     * @return one fact a line, for people
     */
    List<String> facts();
}
