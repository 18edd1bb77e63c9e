package dev.wherefore.classification.diagnose;

import dev.wherefore.core.evaluate.Estimate;
import dev.wherefore.core.experiment.Csv;
import java.util.Locale;
import java.util.Optional;

/** Writes means and their intervals. */
final class EstimateText {

    private static final int DECIMALS = 3;

    private EstimateText() {}

    /** For tables: {@code 0.812 [0.790, 0.834]}; nothing without a value. */
    static String cell(Optional<Estimate> estimate) {
        return estimate.map(
                        e ->
                                "%s [%s, %s]"
                                        .formatted(
                                                number(e.mean()),
                                                number(e.low()),
                                                number(e.high())))
                .orElse("");
    }

    /** For sentences: {@code 81 % (79 to 83)}. */
    static String percent(Optional<Estimate> estimate) {
        return estimate.map(
                        e ->
                                String.format(
                                        Locale.ROOT,
                                        "%.0f %% (%.0f to %.0f)",
                                        100 * e.mean(),
                                        100 * e.low(),
                                        100 * e.high()))
                .orElse("none");
    }

    /** For sentences, without the interval. */
    static String mean(Optional<Estimate> estimate) {
        return estimate.map(e -> number(e.mean())).orElse("none");
    }

    /** How many values there were. */
    static String count(Optional<Estimate> estimate) {
        return Long.toString(estimate.map(Estimate::count).orElse(0L));
    }

    private static String number(double number) {
        return Csv.number(number, DECIMALS);
    }
}
