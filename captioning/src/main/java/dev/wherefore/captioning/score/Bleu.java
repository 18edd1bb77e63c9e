package dev.wherefore.captioning.score;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * How many runs of words a set of captions shares with its references: the geometric mean of the
 * shares of runs of 1 to N words, each counted at most as often as in one reference, over all
 * captions, times a penalty for captions shorter than the references. The reference nearest in
 * length counts, the shorter of two.
 *
 * <p>Nothing is smoothed: a score is 0 where no run of N words is shared. COCO's program adds tiny
 * numbers there; else the two agree to a billionth.
 *
 * @param bleu1 from 0 to 1, by single words
 * @param bleu2 from 0 to 1, by runs of 1 and 2 words
 * @param bleu3 from 0 to 1, by runs of 1 to 3 words
 * @param bleu4 from 0 to 1, by runs of 1 to 4 words
 * @see <a href="https://doi.org/10.3115/1073083.1073135">Papineni et al., BLEU, 2002</a>
 * @see <a href="https://arxiv.org/abs/1504.00325">Chen et al., Microsoft COCO Captions, 2015</a>
 */
public record Bleu(double bleu1, double bleu2, double bleu3, double bleu4) {

    /**
     * Scores captions together.
     *
     * @param captions the captions, at least one
     * @return the scores
     * @throws IllegalArgumentException if there is no caption
     */
    public static Bleu of(List<JudgedCaption> captions) {
        if (captions.isEmpty()) {
            throw new IllegalArgumentException("there is no caption to score");
        }
        double penalty = brevityPenalty(captions);
        double[] scores = new double[NGrams.LONGEST];
        double product = 1;
        for (int n = 1; n <= NGrams.LONGEST; n++) {
            product *= precision(captions, n);
            scores[n - 1] = penalty * Math.pow(product, 1.0 / n);
        }
        return new Bleu(scores[0], scores[1], scores[2], scores[3]);
    }

    private static double precision(List<JudgedCaption> captions, int n) {
        long shared = 0;
        long all = 0;
        for (JudgedCaption caption : captions) {
            Map<List<String>, Integer> allowed = new HashMap<>();
            for (List<String> reference : caption.references()) {
                NGrams.count(reference, n).forEach((run, k) -> allowed.merge(run, k, Math::max));
            }
            for (Map.Entry<List<String>, Integer> run :
                    NGrams.count(caption.words(), n).entrySet()) {
                shared += Math.min(run.getValue(), allowed.getOrDefault(run.getKey(), 0));
                all += run.getValue();
            }
        }
        return all == 0 ? 0 : (double) shared / all;
    }

    private static double brevityPenalty(List<JudgedCaption> captions) {
        double length = captions.stream().mapToInt(c -> c.words().size()).sum();
        double wanted = captions.stream().mapToInt(Bleu::nearestLength).sum();
        return length >= wanted ? 1 : Math.exp(1 - wanted / length);
    }

    private static int nearestLength(JudgedCaption caption) {
        return caption.references().stream()
                .map(List::size)
                .min(
                        Comparator.comparingInt(
                                        (Integer size) -> Math.abs(size - caption.words().size()))
                                .thenComparing(Comparator.naturalOrder()))
                .orElseThrow();
    }
}
