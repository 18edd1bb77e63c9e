package dev.wherefore.vqa.evaluate;

import dev.wherefore.core.evaluate.Exhibit;
import java.util.List;

/** Knows what is asked about pictures, and what is right. */
interface Quiz {

    /** The types of questions, in the order of tables. */
    List<String> labels();

    /** The questions about a picture. */
    List<Posed> about(Exhibit exhibit);

    /** A question to try a network with. */
    int[] any();

    /** What else is to be known, one fact a line. */
    List<String> facts();
}
