package dev.wherefore.core.coco;

import com.fasterxml.jackson.databind.JsonNode;
import dev.wherefore.core.image.Rectangle;
import java.util.ArrayList;
import java.util.List;

/** Makes ours of the files' records. */
final class Records {

    static final String CAPTION = "caption";
    static final String CATEGORY_ID = "category_id";

    private static final String ID = "id";
    private static final int SIDES = 4;

    private Records() {}

    static CocoImage image(JsonNode node) throws BrokenRecord {
        JsonNode width = node.path("width");
        JsonNode height = node.path("height");
        JsonNode name = node.path("file_name");
        boolean sized =
                isInt(width)
                        && isInt(height)
                        && width.intValue() > 0
                        && height.intValue() > 0
                        && (long) width.intValue() * height.intValue() <= Integer.MAX_VALUE;
        require(sized && name.isTextual(), CocoFault.IMAGE);
        return new CocoImage(
                whole(node.path(ID), CocoFault.IMAGE),
                name.textValue(),
                width.intValue(),
                height.intValue(),
                List.of(),
                List.of());
    }

    static CocoCategory category(JsonNode node) throws BrokenRecord {
        JsonNode id = node.path(ID);
        JsonNode name = node.path("name");
        require(isInt(id) && name.isTextual(), CocoFault.CATEGORY);
        return new CocoCategory(id.intValue(), name.textValue());
    }

    static long imageId(JsonNode node) throws BrokenRecord {
        return whole(node.path("image_id"), CocoFault.IMAGE_ID);
    }

    static CocoCaption caption(JsonNode node) throws BrokenRecord {
        long id = whole(node.path(ID), CocoFault.ID);
        require(node.path(CAPTION).isTextual(), CocoFault.SORT);
        return new CocoCaption(id, node.path(CAPTION).textValue(), words(node.path("words")));
    }

    /** The words with their objects; none where they are not as we write them. */
    private static List<CocoWord> words(JsonNode node) {
        List<CocoWord> words = new ArrayList<>();
        for (JsonNode word : node) {
            if (!word.path("text").isTextual()) {
                return List.of();
            }
            List<Long> objects = new ArrayList<>();
            word.path("objects").forEach(object -> objects.add(object.longValue()));
            words.add(new CocoWord(word.path("text").textValue(), objects));
        }
        return words;
    }

    static CocoInstance instance(JsonNode node, int width, int height) throws BrokenRecord {
        long id = whole(node.path(ID), CocoFault.ID);
        require(isInt(node.path(CATEGORY_ID)), CocoFault.UNKNOWN_CATEGORY);
        return new CocoInstance(
                id,
                node.path(CATEGORY_ID).intValue(),
                box(node.path("bbox")),
                Outlines.of(node.path("segmentation"), width, height),
                node.path("iscrowd").asInt() == 1);
    }

    private static Rectangle box(JsonNode node) throws BrokenRecord {
        double[] sides = new double[SIDES];
        require(node.isArray() && node.size() == SIDES, CocoFault.BOX);
        for (int i = 0; i < SIDES; i++) {
            require(node.get(i).isNumber(), CocoFault.BOX);
            sides[i] = node.get(i).doubleValue();
            require(Double.isFinite(sides[i]), CocoFault.BOX);
        }
        require(sides[2] >= 0 && sides[3] >= 0, CocoFault.BOX);
        return new Rectangle(sides[0], sides[1], sides[0] + sides[2], sides[1] + sides[3]);
    }

    private static long whole(JsonNode node, CocoFault fault) throws BrokenRecord {
        require(node.isIntegralNumber() && node.canConvertToLong(), fault);
        return node.longValue();
    }

    static boolean isInt(JsonNode node) {
        return node.isIntegralNumber() && node.canConvertToInt();
    }

    static void require(boolean condition, CocoFault fault) throws BrokenRecord {
        if (!condition) {
            throw new BrokenRecord(fault);
        }
    }
}
