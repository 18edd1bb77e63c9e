package dev.wherefore.core.train;

import java.awt.BasicStroke;
import java.awt.Color;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;
import org.knowm.xchart.BitmapEncoder;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.style.Styler;
import org.knowm.xchart.style.markers.SeriesMarkers;

/** A drawing of how a training went: the loss on the left axis, the measures on the right. */
final class TrainingCurve {

    private static final int WIDTH = 900;
    private static final int HEIGHT = 500;
    private static final Color GRID = new Color(0xE3E6EA);
    private static final List<Color> COLOURS =
            List.of(
                    new Color(0x4C566A),
                    new Color(0x0072B2),
                    new Color(0xD55E00),
                    new Color(0x009E73));

    private final List<EpochResult> history;

    /** Constructs the drawing of at least one epoch. */
    TrainingCurve(List<EpochResult> history) {
        this.history = List.copyOf(history);
    }

    void writePng(OutputStream out) throws IOException {
        XYChart chart =
                new XYChartBuilder()
                        .width(WIDTH)
                        .height(HEIGHT)
                        .xAxisTitle("epoch")
                        .yAxisTitle("loss")
                        .build();
        style(chart);
        double[] epochs = history.stream().mapToDouble(EpochResult::epoch).toArray();
        double[] losses = history.stream().mapToDouble(EpochResult::loss).toArray();
        line(chart.addSeries("loss", epochs, losses), COLOURS.get(0));
        List<String> names = new ArrayList<>(history.get(0).measures().keySet());
        for (int i = 0; i < names.size(); i++) {
            String name = names.get(i);
            double[] values =
                    history.stream()
                            .mapToDouble(e -> e.measures().getOrDefault(name, Double.NaN))
                            .toArray();
            XYSeries series = chart.addSeries(name, epochs, values);
            series.setYAxisGroup(1);
            line(series, COLOURS.get(1 + i % (COLOURS.size() - 1)));
        }
        chart.setYAxisGroupTitle(1, String.join(", ", names));
        ImageIO.write(BitmapEncoder.getBufferedImage(chart), "png", out);
    }

    private static void style(XYChart chart) {
        chart.getStyler()
                .setPlotGridLinesColor(GRID)
                .setPlotBorderVisible(false)
                .setChartBackgroundColor(Color.WHITE)
                .setLegendPosition(Styler.LegendPosition.OutsideS)
                .setLegendLayout(Styler.LegendLayout.Horizontal)
                .setLegendBorderColor(Color.WHITE);
        chart.getStyler().setYAxisGroupPosition(1, Styler.YAxisPosition.Right);
    }

    private static void line(XYSeries series, Color colour) {
        series.setMarker(SeriesMarkers.NONE);
        series.setLineColor(colour);
        series.setLineStyle(new BasicStroke(2));
    }
}
