package dev.wherefore.captioning;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import dev.wherefore.captioning.making.CaptionLimits;
import dev.wherefore.captioning.network.CaptionNetwork;
import dev.wherefore.core.text.Tokenizer;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * A captioner, and the words it speaks.
 *
 * @param network the network
 * @param tokenizer the words
 * @param longest how many tokens a caption may have, those that begin and end it left aside
 */
public record CaptionModel(CaptionNetwork network, Tokenizer tokenizer, int longest)
        implements AutoCloseable {

    /**
     * Returns what captions may be made: no network is given more than the token that begins one
     * and {@code longest} others, since one that was built for so many has no places beyond.
     *
     * @param vocabulary for how many tokens the network has logits; those that the tokenizer does
     *     not know are never made
     * @return the limits
     */
    public CaptionLimits limits(int vocabulary) {
        CaptionLimits usual = CaptionLimits.of(tokenizer.specials(), longest);
        Set<Integer> never = new HashSet<>(usual.never());
        IntStream.range(0, vocabulary)
                .filter(id -> tokenizer.piece(id).isEmpty())
                .forEach(never::add);
        return new CaptionLimits(usual.begin(), usual.end(), usual.longest(), never);
    }

    /**
     * Returns sequences of token ids as an array, the shorter ones filled up at their end, where no
     * earlier position hears of it.
     *
     * @param scope where it belongs
     * @param pictures for each picture its sequences
     * @return {@code (B, S, T)}, 64-bit integers; a picture with fewer sequences has its first
     *     again
     */
    public NDArray ids(NDManager scope, List<List<int[]>> pictures) {
        int most = pictures.stream().mapToInt(List::size).max().orElseThrow();
        int length =
                pictures.stream()
                        .flatMap(List::stream)
                        .mapToInt(ids -> ids.length)
                        .max()
                        .orElseThrow();
        int fill = tokenizer.specials().pad().orElse(tokenizer.specials().end());
        long[] all = new long[pictures.size() * most * length];
        int next = 0;
        for (List<int[]> sequences : pictures) {
            for (int s = 0; s < most; s++) {
                int[] ids = sequences.get(s < sequences.size() ? s : 0);
                for (int t = 0; t < length; t++) {
                    all[next++] = t < ids.length ? ids[t] : fill;
                }
            }
        }
        return scope.create(all, new Shape(pictures.size(), most, length));
    }

    @Override
    public void close() {
        network.close();
        tokenizer.close();
    }
}
