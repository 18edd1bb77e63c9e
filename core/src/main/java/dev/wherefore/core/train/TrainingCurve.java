package dev.wherefore.core.train;

import dev.wherefore.core.render.ChartLook;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.List;
import javax.imageio.ImageIO;
import org.knowm.xchart.BitmapEncoder;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.style.Styler;
import org.knowm.xchart.style.XYStyler;

/**
 * A drawing of how a training went: losses on the left axis, what counts on the right. Losses share
 * an axis, so that a training that learns its examples by heart shows.
 */
final class TrainingCurve {

    private static final int WIDTH = 900;
    private static final int HEIGHT = 500;
    private static final int RIGHT = 1;
    private static final String LOSS = "loss";

    /** More lines than these have their names beside the chart, one below the other. */
    private static final int FEW = 4;

    private final List<EpochResult> history;
    private final List<String> names;

    /** Constructs the drawing of at least one epoch. */
    TrainingCurve(List<EpochResult> history) {
        this.history = List.copyOf(history);
        this.names = List.copyOf(history.get(0).measures().keySet());
    }

    void writePng(OutputStream out) throws IOException {
        XYChart chart =
                new XYChartBuilder()
                        .width(WIDTH)
                        .height(HEIGHT)
                        .xAxisTitle("epoch")
                        .yAxisTitle(LOSS)
                        .build();
        style(chart.getStyler());
        line(chart, LOSS, history.stream().mapToDouble(EpochResult::loss).toArray(), 0);
        for (int i = 0; i < names.size(); i++) {
            XYSeries series = line(chart, names.get(i), values(names.get(i)), i + 1);
            series.setYAxisGroup(isLoss(names.get(i)) ? 0 : RIGHT);
        }
        List<String> right = names.stream().filter(name -> !isLoss(name)).toList();
        if (!right.isEmpty()) {
            chart.setYAxisGroupTitle(
                    RIGHT, names.size() < FEW ? String.join(", ", right) : "the other measures");
            scale(chart.getStyler(), right);
        }
        ImageIO.write(BitmapEncoder.getBufferedImage(chart), "png", out);
    }

    private static boolean isLoss(String measure) {
        return measure.endsWith(LOSS);
    }

    private double[] values(String measure) {
        return history.stream()
                .mapToDouble(epoch -> epoch.measures().getOrDefault(measure, Double.NaN))
                .toArray();
    }

    /** Shares are drawn from 0 to 1, so that curves of several trainings can be compared. */
    private void scale(XYStyler styler, List<String> right) {
        boolean shares =
                right.stream()
                        .flatMapToDouble(name -> Arrays.stream(values(name)))
                        .allMatch(value -> value >= 0 && value <= 1);
        if (shares) {
            styler.setYAxisMin(RIGHT, 0.0);
            styler.setYAxisMax(RIGHT, 1.0);
        }
    }

    private void style(XYStyler styler) {
        ChartLook.style(styler, names.size() >= FEW);
        styler.setYAxisMin(0, 0.0);
        styler.setYAxisGroupPosition(RIGHT, Styler.YAxisPosition.Right);
    }

    private XYSeries line(XYChart chart, String name, double[] values, int colour) {
        double[] epochs = history.stream().mapToDouble(EpochResult::epoch).toArray();
        return ChartLook.line(chart, name, epochs, values, colour);
    }
}
