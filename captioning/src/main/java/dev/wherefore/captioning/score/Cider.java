package dev.wherefore.captioning.score;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * How near captions come to what people agree on, where rare runs of words count more: CIDEr-D. For
 * runs of 1 to 4 words, the cosine between the caption's and each reference's counts, weighed by
 * the logarithm of how few pictures have the run in their references; counts above the reference's
 * are cut off, and captions of another length weakened by a bell of standard deviation 6. The mean
 * over lengths of runs and references, times 10.
 *
 * <p>The pictures that are scored together are the corpus by which runs are rare. A picture alone
 * has score 0, since all of its runs are in every picture.
 *
 * @param mean the mean of all captions' scores, from 0 to 10
 * @param each each caption's score, from 0 to 10
 * @see <a href="https://arxiv.org/abs/1411.5726">Vedantam, Zitnick, Parikh, CIDEr, 2015, section 6,
 *     and COCO's program, whose numbers these are</a>
 */
public record Cider(double mean, List<Double> each) {

    private static final double SIGMA = 6;
    private static final double SCALE = 10;

    /** Copies the list. */
    public Cider {
        each = List.copyOf(each);
    }

    /**
     * Scores captions by the corpus of all their references.
     *
     * @param captions the captions, one for each picture, at least one
     * @return the scores
     * @throws IllegalArgumentException if there is no caption
     */
    public static Cider of(List<JudgedCaption> captions) {
        if (captions.isEmpty()) {
            throw new IllegalArgumentException("there is no caption to score");
        }
        double[] sums = new double[captions.size()];
        for (int n = 1; n <= NGrams.LONGEST; n++) {
            Rarity rarity = Rarity.of(captions, n);
            for (int i = 0; i < sums.length; i++) {
                sums[i] += rarity.likeness(captions.get(i));
            }
        }
        List<Double> each = new ArrayList<>();
        for (double sum : sums) {
            each.add(SCALE * sum / NGrams.LONGEST);
        }
        double mean = each.stream().mapToDouble(Double::doubleValue).average().orElse(0);
        return new Cider(mean, each);
    }

    /** In how many of all pictures each run of n words is. */
    private record Rarity(Map<List<String>, Integer> pictures, int all, int n) {

        static Rarity of(List<JudgedCaption> captions, int n) {
            Map<List<String>, Integer> pictures = new HashMap<>();
            for (JudgedCaption caption : captions) {
                Set<List<String>> runs = new HashSet<>();
                caption.references().forEach(r -> runs.addAll(NGrams.count(r, n).keySet()));
                runs.forEach(run -> pictures.merge(run, 1, Integer::sum));
            }
            return new Rarity(pictures, captions.size(), n);
        }

        Map<List<String>, Double> weighed(List<String> words) {
            Map<List<String>, Double> weights = new HashMap<>();
            NGrams.count(words, n).forEach((run, count) -> weights.put(run, count * weight(run)));
            return weights;
        }

        private double weight(List<String> run) {
            return Math.log(all) - Math.log(pictures.getOrDefault(run, 1));
        }

        /** The mean over the references of how like them a caption is, from 0 to 1. */
        double likeness(JudgedCaption caption) {
            Map<List<String>, Double> own = weighed(caption.words());
            double sum = 0;
            for (List<String> reference : caption.references()) {
                double delta = caption.words().size() - reference.size();
                double bell = Math.exp(-delta * delta / (2 * SIGMA * SIGMA));
                sum += bell * cosine(own, weighed(reference));
            }
            return sum / caption.references().size();
        }

        private static double cosine(
                Map<List<String>, Double> own, Map<List<String>, Double> reference) {
            double sum = 0;
            for (Map.Entry<List<String>, Double> run : own.entrySet()) {
                double other = reference.getOrDefault(run.getKey(), 0.0);
                sum += Math.min(run.getValue(), other) * other;
            }
            double norms = norm(own) * norm(reference);
            return norms == 0 ? 0 : sum / norms;
        }

        private static double norm(Map<List<String>, Double> weights) {
            return Math.sqrt(weights.values().stream().mapToDouble(w -> w * w).sum());
        }
    }
}
