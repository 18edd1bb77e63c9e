package dev.wherefore.captioning.making;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Collectors;

/** A network that is a table: what follows each beginning, as probabilities. */
final class Table implements NextTokens {

    /** Its tokens: 0 is never made, 1 begins, 2 ends. */
    static final CaptionLimits LIMITS = new CaptionLimits(1, 2, 10, Set.of(0));

    private final Map<String, double[]> rows = new HashMap<>();
    private final List<List<int[]>> calls = new ArrayList<>();

    /** Says what follows a beginning such as {@code "1 3"}. */
    Table after(String prefix, double... probabilities) {
        rows.put(prefix, probabilities);
        return this;
    }

    /** A table of any depth, by chance. */
    static NextTokens random(int vocabulary, long seed) {
        return prefixes ->
                prefixes.stream().map(p -> logits(vocabulary, seed + Arrays.hashCode(p))).toList();
    }

    private static float[] logits(int vocabulary, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        float[] logits = new float[vocabulary];
        for (int i = 0; i < vocabulary; i++) {
            logits[i] = (float) (4 * random.nextDouble());
        }
        return logits;
    }

    /** The beginnings of each call. */
    List<List<int[]>> calls() {
        return calls;
    }

    @Override
    public List<float[]> logits(List<int[]> prefixes) {
        calls.add(prefixes);
        return prefixes.stream().map(this::row).toList();
    }

    private float[] row(int[] prefix) {
        String key =
                Arrays.stream(prefix).mapToObj(String::valueOf).collect(Collectors.joining(" "));
        double[] row = rows.get(key);
        if (row == null) {
            throw new IllegalStateException("nothing was said about what follows " + key);
        }
        float[] logits = new float[row.length];
        for (int i = 0; i < row.length; i++) {
            logits[i] = (float) Math.log(row[i]) + 7; // of logits, only differences count
        }
        return logits;
    }
}
