package dev.wherefore.core.advise;

import dev.wherefore.core.explain.Explanation;
import dev.wherefore.core.explain.MapTrial;
import dev.wherefore.core.explain.Verdict;
import dev.wherefore.core.image.Plane;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Sums up the maps of one layer. */
final class LayerTally {

    /** Fewer negative activations than this share are not worth a word. */
    private static final double MANY = 0.05;

    private final String layer;
    private final Map<Verdict, Integer> verdicts = new EnumMap<>(Verdict.class);
    private int height;
    private int width;
    private int maps;
    private int increases;
    private double gap;
    private double drop;
    private double seconds;
    private double negative;

    LayerTally(String layer) {
        this.layer = layer;
    }

    void add(Explanation explanation) {
        MapTrial trial = explanation.trial().orElseThrow();
        Plane raw = explanation.raw().get(0);
        height = raw.height();
        width = raw.width();
        maps++;
        verdicts.merge(explanation.verdict(), 1, Integer::sum);
        // hot and cold places of a map that says nothing are drawn by lot
        gap += explanation.verdict() == Verdict.EVIDENCE ? trial.faithfulness().gap() : 0;
        drop += trial.faithfulness().drop();
        increases += trial.faithfulness().increase() ? 1 : 0;
        seconds += explanation.seconds();
        negative += trial.negativeActivations();
    }

    LayerAdvice advice() {
        if (maps == 0) {
            return LayerAdvice.refused(layer, "nothing was explained");
        }
        return new LayerAdvice(
                layer,
                Optional.empty(),
                height,
                width,
                maps,
                gap / maps,
                drop / maps,
                (double) increases / maps,
                seconds / maps,
                warnings());
    }

    private List<String> warnings() {
        List<String> warnings = new ArrayList<>();
        if (height * width == 1) {
            warnings.add("1x1: the places are pooled away");
        }
        warn(warnings, Verdict.ZERO_GRADIENT, "the gradient is zero");
        warn(warnings, Verdict.NO_POSITIVE_EVIDENCE, "nothing speaks for the target");
        warn(warnings, Verdict.NO_NEGATIVE_EVIDENCE, "nothing speaks against the target");
        if (height * width > 1) {
            warn(warnings, Verdict.CONSTANT, "all places are alike");
        }
        warn(warnings, Verdict.NOT_A_NUMBER, "values are infinite or undefined");
        if (negative / maps > MANY) {
            warnings.add(
                    String.format(
                            Locale.ROOT,
                            "%.0f %% of activations are negative: take the layer after its ReLU",
                            100 * negative / maps));
        }
        return warnings;
    }

    private void warn(List<String> warnings, Verdict verdict, String words) {
        int count = verdicts.getOrDefault(verdict, 0);
        if (count > 0) {
            warnings.add(
                    count == maps
                            ? words + " in every map"
                            : "%s in %d of %d maps".formatted(words, count, maps));
        }
    }
}
