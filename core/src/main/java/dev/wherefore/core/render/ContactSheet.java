package dev.wherefore.core.render;

import java.awt.image.BufferedImage;
import java.util.List;
import java.util.Optional;

/**
 * All that belongs to one picture on one white sheet: a title, the picture itself, then a tile for
 * each map, with captions under them. Tiles have the first one's proportions and about the same
 * area whatever its size; tiny pictures are enlarged pixel by pixel. Text that does not fit ends
 * with an ellipsis.
 *
 * @param title what stands above, at most two lines when drawn; may be empty
 * @param tiles the picture first, then the maps; at least one
 * @param bar what the colours mean
 * @param columns how many tiles stand in a row at most, at least 1
 */
public record ContactSheet(String title, List<Tile> tiles, Optional<ColorBar> bar, int columns) {

    /**
     * Constructs a sheet.
     *
     * @throws IllegalArgumentException if there is no tile or no column
     */
    public ContactSheet {
        tiles = List.copyOf(tiles);
        if (tiles.isEmpty()) {
            throw new IllegalArgumentException("a contact sheet must have a tile, found none");
        }
        if (columns < 1) {
            throw new IllegalArgumentException("columns must be at least 1, found " + columns);
        }
    }

    /**
     * Returns the sheet as a picture.
     *
     * @return a new picture of type {@code TYPE_INT_RGB}
     * @throws dev.wherefore.core.UserError if the machine has no fonts at all
     */
    public BufferedImage draw() {
        return new SheetPainter(this).paint();
    }
}
