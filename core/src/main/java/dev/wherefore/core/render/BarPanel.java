package dev.wherefore.core.render;

import java.util.List;

/**
 * Bars that belong together and share an axis.
 *
 * @param title what they measure
 * @param note what is to be known of it, such as whether more is better
 * @param bars the bars from top to bottom
 */
public record BarPanel(String title, String note, List<Bar> bars) {

    /**
     * A bar from 0 to a number, with a whisker for how far the number could be off.
     *
     * @param name what stands beside it
     * @param value how far it goes
     * @param low where its whisker begins
     * @param high where its whisker ends
     * @param pale whether it is there for comparison alone
     */
    public record Bar(String name, double value, double low, double high, boolean pale) {}

    /** Copies the list. */
    public BarPanel {
        bars = List.copyOf(bars);
    }
}
