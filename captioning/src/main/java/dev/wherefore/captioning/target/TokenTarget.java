package dev.wherefore.captioning.target;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import dev.wherefore.captioning.network.CaptionNetwork;
import dev.wherefore.core.network.Outputs;
import dev.wherefore.core.target.Target;
import java.util.List;

/**
 * A sum of tokens' numbers, for each picture its own tokens: log p(token | the tokens before it,
 * the picture), or the bare logit.
 *
 * @param pictures the tokens for each picture
 * @param kind which of their numbers
 * @param description what the sum is called
 */
public record TokenTarget(List<List<Term>> pictures, TokenScore kind, String description)
        implements Target {

    /** Copies the lists. */
    public TokenTarget {
        pictures = pictures.stream().map(List::copyOf).toList();
    }

    @Override
    public NDArray score(Outputs outputs) {
        NDArray logits = outputs.get(CaptionNetwork.LOGITS);
        Shape shape = logits.getShape();
        if (shape.get(0) != pictures.size()) {
            throw new IllegalStateException(
                    pictures.size() + " pictures' tokens do not fit " + shape.get(0) + " rows");
        }
        NDArray values = kind.of(logits);
        int most = pictures.stream().mapToInt(List::size).max().orElse(0);
        long[] places = new long[pictures.size() * most];
        float[] weights = new float[places.length];
        for (int row = 0; row < pictures.size(); row++) {
            List<Term> terms = pictures.get(row);
            for (int i = 0; i < terms.size(); i++) {
                Term term = terms.get(i);
                long step = term.sequence() * shape.get(2) + term.position();
                places[row * most + i] = step * shape.get(3) + term.token();
                weights[row * most + i] = term.weight();
            }
        }
        NDManager scope = logits.getManager();
        Shape each = new Shape(pictures.size(), most);
        NDArray found = values.reshape(shape.get(0), -1).gather(scope.create(places, each), 1);
        return found.mul(scope.create(weights, each)).sum(new int[] {1});
    }
}
