package dev.wherefore.core.render;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.util.List;
import java.util.Locale;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.style.Styler;
import org.knowm.xchart.style.XYStyler;
import org.knowm.xchart.style.markers.SeriesMarkers;

/** How charts of lines look, so that all look alike. */
public final class ChartLook {

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
    private static final float WIDE = 2;
    private static final float DASH = 6;

    private ChartLook() {}

    /**
     * Makes a chart look as all do.
     *
     * @param styler the chart's
     * @param beside whether the lines' names stand beside the chart, one below the other, rather
     *     than below it
     */
    public static void style(XYStyler styler, boolean beside) {
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
                        beside ? Styler.LegendPosition.OutsideE : Styler.LegendPosition.OutsideS)
                .setLegendLayout(
                        beside ? Styler.LegendLayout.Vertical : Styler.LegendLayout.Horizontal)
                .setLegendBorderColor(Color.WHITE);
    }

    /**
     * Adds a line.
     *
     * @param chart the chart
     * @param name the line's name
     * @param xs where its points are; a single point is drawn as one
     * @param ys how high they are
     * @param number the line's number, from 0, which gives it its colour; where the colours begin
     *     again, lines are dashed
     * @return the line
     */
    public static XYSeries line(XYChart chart, String name, double[] xs, double[] ys, int number) {
        XYSeries series = chart.addSeries(name, xs, ys);
        series.setMarker(ys.length == 1 ? SeriesMarkers.CIRCLE : SeriesMarkers.NONE);
        series.setMarkerColor(COLOURS.get(number % COLOURS.size()));
        series.setLineColor(COLOURS.get(number % COLOURS.size()));
        series.setLineStyle(number < COLOURS.size() ? new BasicStroke(WIDE) : dashed());
        return series;
    }

    private static BasicStroke dashed() {
        return new BasicStroke(
                WIDE,
                BasicStroke.CAP_BUTT,
                BasicStroke.JOIN_ROUND,
                1,
                new float[] {DASH, DASH / 2},
                0);
    }
}
