package dev.wherefore.core.render;

import dev.wherefore.core.render.BarPanel.Bar;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.Locale;
import java.util.stream.DoubleStream;

/** A sheet of panels of bars, side by side and one below the other. */
public final class BarSheet {

    private static final int COLUMNS = 2;
    private static final int MARGIN = 24;
    private static final int GAP = 36;
    private static final int PAD = 10;
    private static final int ROW = 24;
    private static final int THICK = 12;
    private static final int TRACK = 300;
    private static final int NARROWEST = 60;
    private static final int WIDEST = 240;
    private static final int TICKS = 4;
    private static final double CAP = 4;
    private static final Color GRID = new Color(0xE3E6EA);
    private static final Color BAR = new Color(0x0072B2);
    private static final Color PALE = new Color(0xA9B4C0);
    private static final Color WHISKER = new Color(0x16191D);

    private final Lettering titles = Lettering.of(Font.BOLD, 15, 0x16191d);
    private final Lettering names = Lettering.of(Font.PLAIN, 13, 0x24292f);
    private final Lettering notes = Lettering.of(Font.PLAIN, 12, 0x57606a);
    private final List<BarPanel> panels;
    private final int columns;
    private final int nameWidth;
    private final int figureWidth;

    /**
     * Lays panels out.
     *
     * @param panels at least one
     */
    public BarSheet(List<BarPanel> panels) {
        this.panels = List.copyOf(panels);
        this.columns = Math.min(COLUMNS, panels.size());
        int widest =
                panels.stream()
                        .flatMap(panel -> panel.bars().stream())
                        .mapToInt(bar -> names.width(bar.name()))
                        .max()
                        .orElse(0);
        this.nameWidth = Math.max(NARROWEST, Math.min(widest, WIDEST));
        this.figureWidth = names.width("-00.000");
    }

    /**
     * Returns the sheet.
     *
     * @return the sheet, to be had as a picture or as SVG
     */
    public Drawing drawing() {
        int width = 2 * MARGIN + columns * panelWidth() + (columns - 1) * GAP;
        int height = 2 * MARGIN - GAP;
        for (int first = 0; first < panels.size(); first += columns) {
            height += rowHeight(first) + GAP;
        }
        return new Drawing(width, height, this::paint);
    }

    private int panelWidth() {
        return nameWidth + PAD + TRACK + PAD + figureWidth;
    }

    /** The height of the panels that stand beside each other. */
    private int rowHeight(int first) {
        int most =
                panels.subList(first, Math.min(first + columns, panels.size())).stream()
                        .mapToInt(panel -> panel.bars().size())
                        .max()
                        .orElse(0);
        return titles.lineHeight() + 2 * notes.lineHeight() + 2 * PAD + most * ROW;
    }

    private void paint(Graphics2D pen) {
        int top = MARGIN;
        for (int i = 0; i < panels.size(); i++) {
            int column = i % columns;
            paint(pen, panels.get(i), MARGIN + column * (panelWidth() + GAP), top);
            if (column == columns - 1) {
                top += rowHeight(i - column) + GAP;
            }
        }
    }

    private void paint(Graphics2D pen, BarPanel panel, int left, int top) {
        titles.write(pen, titles.fitting(panel.title(), panelWidth()), left, top + titles.ascent());
        int y = top + titles.lineHeight();
        notes.write(pen, notes.fitting(panel.note(), panelWidth()), left, y + notes.ascent());
        y += notes.lineHeight() + PAD;
        Axis axis = Axis.of(panel.bars());
        int track = left + nameWidth + PAD;
        int bottom = y + panel.bars().size() * ROW;
        for (int tick = 0; tick <= TICKS; tick++) {
            double at = axis.low + tick * (axis.high - axis.low) / TICKS;
            double x = track + axis.place(at) * TRACK;
            pen.setColor(GRID);
            pen.fill(new Rectangle2D.Double(x - 0.5, y, 1, bottom - y));
            String figure = String.format(Locale.ROOT, axis.high > TICKS ? "%.0f" : "%.2f", at);
            int middle = (int) Math.round(x) - notes.width(figure) / 2;
            notes.write(pen, figure, middle, bottom + PAD / 2 + notes.ascent());
        }
        for (Bar bar : panel.bars()) {
            paint(pen, bar, axis, left, y);
            y += ROW;
        }
    }

    private void paint(Graphics2D pen, Bar bar, Axis axis, int left, int top) {
        String name = names.fitting(bar.name(), nameWidth);
        int baseline = top + (ROW + names.ascent() - names.descent()) / 2;
        names.write(pen, name, left + nameWidth - names.width(name), baseline);
        double track = left + nameWidth + PAD;
        double zero = track + axis.place(0) * TRACK;
        double end = track + axis.place(bar.value()) * TRACK;
        double middle = top + ROW / 2.0;
        pen.setColor(bar.pale() ? PALE : BAR);
        pen.fill(
                new Rectangle2D.Double(
                        Math.min(zero, end), middle - THICK / 2.0, Math.abs(end - zero), THICK));
        double low = track + axis.place(bar.low()) * TRACK;
        double high = track + axis.place(bar.high()) * TRACK;
        pen.setColor(WHISKER);
        pen.setStroke(new BasicStroke(1.5f));
        pen.draw(new Line2D.Double(low, middle, high, middle));
        pen.draw(new Line2D.Double(low, middle - CAP, low, middle + CAP));
        pen.draw(new Line2D.Double(high, middle - CAP, high, middle + CAP));
        String figure = String.format(Locale.ROOT, "%.3f", bar.value());
        int right = left + panelWidth();
        names.write(pen, figure, right - names.width(figure), baseline);
    }

    /** From where to where the bars of a panel can go. */
    private record Axis(double low, double high) {

        /** Holds 0, all bars and all whiskers; ends at round numbers. */
        static Axis of(List<Bar> bars) {
            double least = ends(bars).min().orElse(0);
            double most = ends(bars).max().orElse(1);
            double step = round((most - least) / TICKS);
            double low = Math.floor(least / step) * step;
            double high = low + TICKS * step;
            return high >= most
                    ? new Axis(low, high)
                    : new Axis(low, low + TICKS * round(1.01 * step));
        }

        private static DoubleStream ends(List<Bar> bars) {
            return bars.stream()
                    .flatMapToDouble(bar -> DoubleStream.of(0, bar.value(), bar.low(), bar.high()));
        }

        /** The next of 1, 2, 2.5 and 5 times a power of ten. */
        private static double round(double step) {
            if (step <= 0) {
                return 1.0 / TICKS;
            }
            double unit = Math.pow(10, Math.floor(Math.log10(step)));
            return DoubleStream.of(1, 2, 2.5, 5, 10)
                    .map(times -> times * unit)
                    .filter(candidate -> candidate >= step * 0.999)
                    .findFirst()
                    .orElse(10 * unit);
        }

        /** Where a number lies, from 0 to 1. */
        double place(double value) {
            return Math.max(0, Math.min(1, (value - low) / (high - low)));
        }
    }
}
