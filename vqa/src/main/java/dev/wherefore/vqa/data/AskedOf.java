package dev.wherefore.vqa.data;

import java.util.ArrayList;
import java.util.List;

/**
 * The questions about one picture.
 *
 * @param called what the file calls the picture
 * @param exact whether that is its path too
 * @param entries the questions so far
 */
record AskedOf(PictureKey called, boolean exact, List<Entry> entries) {

    static AskedOf nothingYet(PictureKey called, boolean exact) {
        return new AskedOf(called, exact, new ArrayList<>());
    }

    /** Whether the file calls it otherwise now, by a path that may be another picture's. */
    boolean doubts(PictureKey calledNow, boolean exactNow) {
        return called instanceof PictureKey.Named
                && calledNow instanceof PictureKey.Named
                && !called.equals(calledNow)
                && !(exact && exactNow);
    }
}
