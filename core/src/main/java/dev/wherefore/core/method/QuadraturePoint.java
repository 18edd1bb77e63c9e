package dev.wherefore.core.method;

import dev.wherefore.core.method.MethodSettings.Quadrature;
import java.util.ArrayList;
import java.util.List;

/**
 * A point at which an integral from 0 to 1 looks.
 *
 * @param place where, from 0 to 1
 * @param weight how much it counts; all together 1
 */
record QuadraturePoint(double place, double weight) {

    static List<QuadraturePoint> of(Quadrature quadrature, int steps) {
        return switch (quadrature) {
            case GAUSS_LEGENDRE -> gaussLegendre(steps);
            case TRAPEZOID -> trapezoid(steps);
        };
    }

    private static List<QuadraturePoint> trapezoid(int steps) {
        List<QuadraturePoint> points = new ArrayList<>();
        double gap = 1.0 / (steps - 1);
        for (int i = 0; i < steps; i++) {
            boolean end = i == 0 || i == steps - 1;
            points.add(new QuadraturePoint(i * gap, end ? gap / 2 : gap));
        }
        return points;
    }

    /** The roots of the Legendre polynomial of the degree, found by Newton's method. */
    private static List<QuadraturePoint> gaussLegendre(int steps) {
        List<QuadraturePoint> points = new ArrayList<>();
        for (int i = 0; i < steps; i++) {
            double x = -Math.cos(Math.PI * (i + 0.75) / (steps + 0.5));
            double slope = 0;
            for (int round = 0; round < 50; round++) {
                double before = 1;
                double value = x;
                for (int degree = 2; degree <= steps; degree++) {
                    double next = ((2 * degree - 1) * x * value - (degree - 1) * before) / degree;
                    before = value;
                    value = next;
                }
                slope = steps * (x * value - before) / (x * x - 1);
                double step = value / slope;
                x -= step;
                if (Math.abs(step) < 1e-15) {
                    break;
                }
            }
            double weight = 1 / ((1 - x * x) * slope * slope);
            points.add(new QuadraturePoint((x + 1) / 2, weight));
        }
        return points;
    }
}
