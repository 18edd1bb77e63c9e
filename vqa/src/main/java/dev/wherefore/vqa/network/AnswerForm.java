package dev.wherefore.vqa.network;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import java.util.function.Function;

/** How a network gives its answers: a number for each, or one token after the other. */
public interface AnswerForm {

    /**
     * Returns what the network is given of the answers.
     *
     * @param scope where it belongs
     * @param about for each row the answer it is about
     * @return {@code (R, A)}; for a network that takes pictures and questions alone, anything
     */
    NDArray given(NDManager scope, int[] about);

    /**
     * Returns the answers' scores.
     *
     * @param scope where new arrays belong
     * @param output what the network gave for R rows
     * @param about for each row the answer it is about
     * @return {@code (R, K)}, differentiable
     * @throws dev.wherefore.core.UserError if the output is not of the right shape
     */
    NDArray scores(NDManager scope, NDArray output, int[] about);

    /**
     * Returns the scores of all answers.
     *
     * @param rows how many questions there are, Q
     * @param pass gives the scores {@code (Q, K)} of rows that are about some answers
     * @return {@code (Q, K)}
     */
    NDArray all(int rows, Function<int[], NDArray> pass);
}
