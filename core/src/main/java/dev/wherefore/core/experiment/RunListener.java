package dev.wherefore.core.experiment;

import java.nio.file.Path;
import java.util.List;

/** Hears how a run goes. */
public interface RunListener {

    /**
     * Hears that the run is about to begin.
     *
     * @param pictures how many pictures there are
     * @param done how many of them an earlier run has finished
     * @param facts what is explained and how, one fact a line
     */
    void begins(int pictures, int done, List<String> facts);

    /**
     * Hears how far a method of many passes has come in a picture.
     *
     * @param method its name
     * @param done how many passes were made
     * @param total how many there will be for the same target, or targets, in one picture
     */
    default void passed(String method, int done, int total) {}

    /**
     * Hears that a picture was finished.
     *
     * @param picture its file
     * @param result what was found out
     */
    void finished(Path picture, PictureResult result);

    /**
     * Hears that a picture was left out.
     *
     * @param picture its file
     * @param reason why, in a sentence
     */
    void leftOut(Path picture, String reason);
}
