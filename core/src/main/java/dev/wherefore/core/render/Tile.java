package dev.wherefore.core.render;

import java.awt.image.BufferedImage;
import java.util.Optional;

/**
 * One picture of a contact sheet.
 *
 * @param picture the picture, of any size
 * @param caption what stands under it, at most two lines when drawn: {@code "Grad-CAM — bus 0.93"}
 * @param note what a reader must know about it, such as {@code "no positive evidence"}
 */
public record Tile(BufferedImage picture, String caption, Optional<String> note) {

    /**
     * Returns a tile with no note.
     *
     * @param picture the picture
     * @param caption what stands under it
     * @return the tile
     */
    public static Tile of(BufferedImage picture, String caption) {
        return new Tile(picture, caption, Optional.empty());
    }

    /**
     * Returns this tile with a note.
     *
     * @param text the note
     * @return the new tile
     */
    public Tile withNote(String text) {
        return new Tile(picture, caption, Optional.of(text));
    }
}
