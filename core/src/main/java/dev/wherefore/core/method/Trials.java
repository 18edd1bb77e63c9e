package dev.wherefore.core.method;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import java.util.List;

/**
 * Further passes of the network, in which the picture or what a layer gives is changed, and only
 * the targets' scores are looked at. They run in chunks of as many rows as memory allows.
 */
public interface Trials {

    /**
     * What trials are about: a picture with all of its targets, or with one of them where each has
     * inputs of its own (a question).
     *
     * @param picture the picture's place in the batch, from 0
     * @param rows the rows of the evidence that belong to it, at least one
     */
    record Subject(int picture, List<Integer> rows) {

        /** Keeps a copy. */
        public Subject {
            rows = List.copyOf(rows);
        }

        /**
         * Returns the row whose evidence stands for all of them at layers of the picture.
         *
         * @return the first row
         */
        public int row() {
            return rows.get(0);
        }
    }

    /** Makes the changed arrays of a chunk of trials. */
    @FunctionalInterface
    interface Maker {

        /**
         * Returns the arrays of some trials.
         *
         * @param scope where the result belongs, closed after the chunk
         * @param from the first trial's number
         * @param to the number after the last trial's
         * @return {@code (to - from, C, H, W)}
         */
        NDArray make(NDManager scope, int from, int to);
    }

    /**
     * Returns all that trials can be about.
     *
     * @return subjects that together have every row once, in order
     */
    List<Subject> subjects();

    /**
     * Returns a picture as the network is given it.
     *
     * @param subject whose
     * @return {@code (1, C, H, W)}
     */
    NDArray picture(Subject subject);

    /**
     * Returns the scores where nothing is changed.
     *
     * @param subject whose
     * @return one for each of its rows
     */
    float[] scores(Subject subject);

    /**
     * Runs the network on changed pictures.
     *
     * @param subject whose picture is changed
     * @param count how many trials
     * @param pictures makes the changed pictures
     * @return for each of the subject's rows the score of each trial
     */
    float[][] ofPictures(Subject subject, int count, Maker pictures);

    /**
     * Runs what follows a layer with that changed which the layer gives.
     *
     * @param subject whose
     * @param layer which of the tapped layers, from 0
     * @param count how many trials
     * @param added makes what is added to what the layer gives, as maps {@code (n, C, h, w)}
     * @return for each of the subject's rows the score of each trial
     */
    float[][] atLayer(Subject subject, int layer, int count, Maker added);
}
