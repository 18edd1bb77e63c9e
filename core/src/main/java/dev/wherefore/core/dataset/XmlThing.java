package dev.wherefore.core.dataset;

import dev.wherefore.core.image.Rectangle;
import dev.wherefore.core.image.Size;
import java.util.Map;

/**
 * An {@code object} of an annotation in XML, as it is written.
 *
 * @param texts the texts of its elements by their path below it, such as {@code bndbox/xmin}
 */
record XmlThing(Map<String, String> texts) {

    /** Copies the map. */
    XmlThing {
        texts = Map.copyOf(texts);
    }

    String name() {
        return texts.getOrDefault("name", "");
    }

    boolean difficult() {
        return texts.getOrDefault("difficult", "0").equals("1");
    }

    /**
     * Returns its box.
     *
     * @param first the number of the first pixel, 0 or 1
     * @param size the picture's size
     */
    Rectangle box(int first, Size size) throws UnusableThing {
        return BoxedThing.within(
                side("xmin") - first, side("ymin") - first, side("xmax"), side("ymax"), size);
    }

    private double side(String name) throws UnusableThing {
        try {
            double side = Double.parseDouble(texts.getOrDefault("bndbox/" + name, ""));
            if (Double.isFinite(side)) {
                return side;
            }
        } catch (NumberFormatException e) {
            throw new UnusableThing(DataFault.BOX);
        }
        throw new UnusableThing(DataFault.BOX);
    }
}
