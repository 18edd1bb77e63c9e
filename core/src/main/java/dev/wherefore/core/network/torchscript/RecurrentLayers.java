package dev.wherefore.core.network.torchscript;

import java.util.regex.Pattern;

/**
 * Lets recurrent layers run as in training where they have no dropout, which changes none of their
 * numbers: cuDNN goes back through them in no other way ("cudnn RNN backward can only be called in
 * training mode").
 */
final class RecurrentLayers {

    /** A call up to its dropout of 0, and whether it is trained. */
    private static final Pattern CALL =
            Pattern.compile(
                    "(torch\\.(?:lstm|gru|rnn_tanh|rnn_relu)\\(.*, \\d+, 0\\.0?,"
                            + " )(?:False|training)(?=, )");

    private RecurrentLayers() {}

    /** A source text with such calls made as in training. */
    static String asInTraining(String source) {
        return CALL.matcher(source).replaceAll("$1True");
    }
}
