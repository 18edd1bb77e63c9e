package dev.wherefore.core.diagnose;

import java.awt.image.BufferedImage;
import java.util.List;

/** What a page is made of, from top to bottom. */
public sealed interface PagePart {

    /**
     * A heading below the page's title.
     *
     * @param text the heading, one line
     */
    record Heading(String text) implements PagePart {}

    /**
     * A paragraph.
     *
     * @param text plain sentences
     */
    record Paragraph(String text) implements PagePart {}

    /**
     * A table, which is a CSV file too.
     *
     * @param name the file's name without its ending
     * @param heads the columns' heads
     * @param rows the rows, each as long as the heads
     */
    record Table(String name, List<String> heads, List<List<String>> rows) implements PagePart {

        /** Copies the lists, and sees that the rows fit. */
        public Table {
            heads = List.copyOf(heads);
            rows = rows.stream().map(List::copyOf).toList();
            for (List<String> row : rows) {
                if (row.size() != heads.size()) {
                    throw new IllegalArgumentException(
                            "the table %s has %d columns, and a row of %d"
                                    .formatted(name, heads.size(), row.size()));
                }
            }
        }
    }

    /**
     * A picture, which is a PNG file.
     *
     * @param name the file's name without its ending
     * @param image the picture
     * @param words what it shows, in a sentence, for those who cannot see it too
     */
    record Picture(String name, BufferedImage image, String words) implements PagePart {}
}
