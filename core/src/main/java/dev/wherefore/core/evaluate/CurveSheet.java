package dev.wherefore.core.evaluate;

import dev.wherefore.core.check.Curve;
import dev.wherefore.core.render.ChartLook;
import dev.wherefore.core.render.Drawing;
import java.awt.Graphics2D;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;

/**
 * A drawing of mean curves: a chart for each curve, one below the other, with a line for each
 * method and baseline. All that count the same have the same scale.
 */
final class CurveSheet {

    private static final int WIDTH = 800;
    private static final int HEIGHT = 380;

    private final List<CurveResult> curves;

    CurveSheet(List<CurveResult> curves) {
        this.curves = List.copyOf(curves);
    }

    /** The sheet; nothing without curves. */
    Optional<Drawing> draw() {
        if (curves.isEmpty()) {
            return Optional.empty();
        }
        Set<String> names = new LinkedHashSet<>(curves.stream().map(CurveResult::curve).toList());
        return Optional.of(new Drawing(WIDTH, HEIGHT * names.size(), pen -> paint(pen, names)));
    }

    private void paint(Graphics2D pen, Set<String> names) {
        int top = 0;
        for (String name : names) {
            Graphics2D part = (Graphics2D) pen.create(0, top, WIDTH, HEIGHT);
            chart(name).paint(part, WIDTH, HEIGHT);
            part.dispose();
            top += HEIGHT;
        }
    }

    private XYChart chart(String name) {
        List<CurveResult> own = curves.stream().filter(c -> c.curve().equals(name)).toList();
        Curve.Kind kind = own.get(0).kind();
        XYChart chart =
                new XYChartBuilder()
                        .width(WIDTH)
                        .height(HEIGHT)
                        .title(title(name))
                        .xAxisTitle(kind.changed())
                        .yAxisTitle(kind.counted())
                        .build();
        ChartLook.style(chart.getStyler(), true);
        List<CurveResult> alike = curves.stream().filter(c -> c.kind() == kind).toList();
        double least = alike.stream().mapToDouble(CurveSheet::least).min().orElse(0);
        double most = alike.stream().mapToDouble(CurveSheet::most).max().orElse(1);
        chart.getStyler().setYAxisMin(Math.min(0, least)).setYAxisMax(most);
        chart.getStyler().setXAxisMin(0.0).setXAxisMax(1.0);
        int number = 0;
        for (CurveResult curve : own) {
            double[] shares = curve.shares().stream().mapToDouble(Double::doubleValue).toArray();
            double[] means = curve.values().stream().mapToDouble(Estimate::mean).toArray();
            ChartLook.line(chart, curve.source(), shares, means, number++);
        }
        return chart;
    }

    /** The check's name, and which line is good. */
    private static String title(String curve) {
        if (curve.startsWith("randomisation")) {
            return curve.replace('-', ' ') + ": low depends on the weights";
        }
        boolean falls = curve.startsWith("deletion") || curve.contains("most-relevant");
        return curve.replace('-', ' ') + (falls ? ": low is faithful" : ": high is faithful");
    }

    private static double least(CurveResult curve) {
        return curve.values().stream().mapToDouble(Estimate::mean).min().orElse(0);
    }

    private static double most(CurveResult curve) {
        return curve.values().stream().mapToDouble(Estimate::mean).max().orElse(1);
    }
}
