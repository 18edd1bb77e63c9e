package dev.wherefore.core.render;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;

/** Lays a contact sheet out and paints it. */
final class SheetPainter {

    private static final int MARGIN = 24;
    private static final int GAP = 16;
    private static final int UNDER_TILE = 6;
    private static final int UNDER_CAPTION = 20;
    private static final int NARROWEST = 200;
    private static final int LINES = 2;
    private static final Color RIM = new Color(0xd5d9de);

    private final ContactSheet sheet;
    private final Lettering titles = Lettering.of(Font.BOLD, 20, 0x16191d);
    private final Lettering captions = Lettering.of(Font.PLAIN, 14, 0x24292f);
    private final Lettering notes = Lettering.of(Font.ITALIC, 13, 0x9a4a00);
    private final TileSize size;
    private final int cellWidth;
    private final int columns;

    SheetPainter(ContactSheet sheet) {
        this.sheet = sheet;
        size = TileSize.of(sheet.tiles().get(0).picture());
        cellWidth = Math.max(size.width(), NARROWEST);
        columns = Math.min(sheet.columns(), sheet.tiles().size());
    }

    BufferedImage paint() {
        List<Row> rows = rows();
        List<String> title = titles.wrapped(sheet.title(), contentWidth(), LINES);
        int top = MARGIN + (title.isEmpty() ? 0 : title.size() * titles.lineHeight() + GAP);
        int bottom = top + rows.stream().mapToInt(Row::height).sum() - UNDER_CAPTION;
        int barHeight = sheet.bar().isPresent() ? MARGIN + ColorBar.HEIGHT : 0;
        BufferedImage result =
                new BufferedImage(
                        contentWidth() + 2 * MARGIN,
                        bottom + barHeight + MARGIN,
                        BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = result.createGraphics();
        try {
            Lettering.smooth(graphics);
            graphics.setColor(Color.WHITE);
            graphics.fillRect(0, 0, result.getWidth(), result.getHeight());
            titles.write(graphics, title, MARGIN, MARGIN);
            paint(graphics, rows, top);
            sheet.bar()
                    .ifPresent(
                            bar ->
                                    bar.draw(
                                            graphics,
                                            captions,
                                            MARGIN,
                                            bottom + MARGIN,
                                            contentWidth()));
        } finally {
            graphics.dispose();
        }
        return result;
    }

    private int contentWidth() {
        return columns * cellWidth + (columns - 1) * GAP;
    }

    /** A tile with its text in lines. */
    private record Cell(BufferedImage picture, List<String> caption, List<String> note) {}

    /** Tiles side by side, and the height they take with what is under them. */
    private record Row(List<Cell> cells, int height) {}

    private List<Row> rows() {
        List<Row> rows = new ArrayList<>();
        for (int first = 0; first < sheet.tiles().size(); first += columns) {
            int end = Math.min(first + columns, sheet.tiles().size());
            List<Cell> cells = sheet.tiles().subList(first, end).stream().map(this::cell).toList();
            int text = cells.stream().mapToInt(this::textHeight).max().orElse(0);
            rows.add(new Row(cells, size.height() + UNDER_TILE + text + UNDER_CAPTION));
        }
        return rows;
    }

    private Cell cell(Tile tile) {
        return new Cell(
                tile.picture(),
                captions.wrapped(tile.caption(), cellWidth, LINES),
                notes.wrapped(tile.note().orElse(""), cellWidth, LINES));
    }

    private int textHeight(Cell cell) {
        return cell.caption().size() * captions.lineHeight()
                + cell.note().size() * notes.lineHeight();
    }

    private void paint(Graphics2D graphics, List<Row> rows, int firstTop) {
        int top = firstTop;
        for (Row row : rows) {
            int left = MARGIN;
            for (Cell cell : row.cells()) {
                paint(graphics, cell, left, top);
                left += cellWidth + GAP;
            }
            top += row.height();
        }
    }

    private void paint(Graphics2D graphics, Cell cell, int left, int top) {
        TileSize shown = size.fit(cell.picture());
        BufferedImage picture = Pixels.resized(cell.picture(), shown.width(), shown.height());
        int x = left + (size.width() - shown.width()) / 2;
        int y = top + (size.height() - shown.height()) / 2;
        graphics.drawImage(picture, x, y, null);
        graphics.setColor(RIM);
        graphics.drawRect(x - 1, y - 1, shown.width() + 1, shown.height() + 1);
        int under =
                captions.write(graphics, cell.caption(), left, top + size.height() + UNDER_TILE);
        notes.write(graphics, cell.note(), left, under);
    }
}
