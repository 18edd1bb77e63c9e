package dev.wherefore.core.evaluate;

import dev.wherefore.core.metric.MetricCard;
import dev.wherefore.core.render.BarPanel;
import dev.wherefore.core.render.BarPanel.Bar;
import dev.wherefore.core.render.BarSheet;
import dev.wherefore.core.render.Drawing;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The means of all metrics as bars: a panel for each, with a bar for each method and baseline. */
final class BarPanels {

    private BarPanels() {}

    /** The sheet; nothing where nothing was measured. */
    static Optional<Drawing> draw(EvaluationResult result, List<MetricCard> cards) {
        List<BarPanel> panels = new ArrayList<>();
        for (MetricCard card : cards) {
            List<Bar> bars = new ArrayList<>();
            for (SourceResult source : result.sources()) {
                source.metric(card.name())
                        .filter(mean -> Double.isFinite(mean.low() + mean.mean() + mean.high()))
                        .map(mean -> bar(source, mean))
                        .ifPresent(bars::add);
            }
            if (!bars.isEmpty()) {
                String note = card.higherIsBetter() ? "more is better" : "less is better";
                panels.add(new BarPanel(card.title(), note, bars));
            }
        }
        return panels.isEmpty() ? Optional.empty() : Optional.of(new BarSheet(panels).drawing());
    }

    private static Bar bar(SourceResult source, Estimate mean) {
        return new Bar(source.name(), mean.mean(), mean.low(), mean.high(), source.baseline());
    }
}
