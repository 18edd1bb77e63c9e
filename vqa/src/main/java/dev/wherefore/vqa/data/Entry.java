package dev.wherefore.vqa.data;

/**
 * A question and what its file calls the picture.
 *
 * @param picture the picture as it is called
 * @param question the question
 */
record Entry(PictureKey picture, AskedQuestion question) {

    /** Reads an entry when asked to. */
    @FunctionalInterface
    interface Source {
        Entry read() throws BrokenEntry;
    }
}
