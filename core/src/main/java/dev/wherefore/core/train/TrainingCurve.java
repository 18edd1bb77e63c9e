package dev.wherefore.core.train;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import javax.imageio.ImageIO;
import org.knowm.xchart.BitmapEncoder;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.style.Styler;
import org.knowm.xchart.style.XYStyler;
import org.knowm.xchart.style.markers.SeriesMarkers;

/**
 * A drawing of how a training went: losses on the left axis, what counts on the right. Losses share
 * an axis, so that a training that learns its examples by heart shows.
 */
final class TrainingCurve {

    private static final int WIDTH = 900;
    private static final int HEIGHT = 500;
    private static final int RIGHT = 1;
    private static final String LOSS = "loss";
    private static final Color GRID = new Color(0xE3E6EA);
    private static final Color WORDS = new Color(0x2E3440);
    private static final List<Color> COLOURS =
            List.of(
                    new Color(0x4C566A),
                    new Color(0x0072B2),
                    new Color(0xD55E00),
                    new Color(0x009E73),
                    new Color(0xCC79A7),
                    new Color(0xE69F00),
                    new Color(0x56B4E9));

    /** More lines than these have their names beside the chart, one below the other. */
    private static final int FEW = 4;

    private static final float WIDE = 2;
    private static final float DASH = 6;

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
        styler.setPlotGridLinesColor(GRID)
                .setPlotGridVerticalLinesVisible(false)
                .setAxisTitleFont(new Font(Font.SANS_SERIF, Font.PLAIN, 14))
                .setAxisTickLabelsFont(new Font(Font.SANS_SERIF, Font.PLAIN, 12))
                .setAxisTickLabelsColor(WORDS)
                .setDecimalPattern("0.##")
                .setLocale(Locale.ROOT)
                .setPlotBorderVisible(false)
                .setChartBackgroundColor(Color.WHITE)
                .setLegendFont(new Font(Font.SANS_SERIF, Font.PLAIN, 13))
                .setLegendPosition(
                        names.size() < FEW
                                ? Styler.LegendPosition.OutsideS
                                : Styler.LegendPosition.OutsideE)
                .setLegendLayout(
                        names.size() < FEW
                                ? Styler.LegendLayout.Horizontal
                                : Styler.LegendLayout.Vertical)
                .setLegendBorderColor(Color.WHITE);
        styler.setYAxisMin(0, 0.0);
        styler.setYAxisGroupPosition(RIGHT, Styler.YAxisPosition.Right);
    }

    private XYSeries line(XYChart chart, String name, double[] values, int colour) {
        double[] epochs = history.stream().mapToDouble(EpochResult::epoch).toArray();
        XYSeries series = chart.addSeries(name, epochs, values);
        // a single epoch is a point, which a line does not show
        series.setMarker(values.length == 1 ? SeriesMarkers.CIRCLE : SeriesMarkers.NONE);
        series.setMarkerColor(COLOURS.get(colour % COLOURS.size()));
        series.setLineColor(COLOURS.get(colour % COLOURS.size()));
        series.setLineStyle(stroke(colour));
        return series;
    }

    /** Where the colours begin again, lines are dashed. */
    private static BasicStroke stroke(int line) {
        return line < COLOURS.size()
                ? new BasicStroke(WIDE)
                : new BasicStroke(
                        WIDE,
                        BasicStroke.CAP_BUTT,
                        BasicStroke.JOIN_ROUND,
                        1,
                        new float[] {DASH, DASH / 2},
                        0);
    }
}
