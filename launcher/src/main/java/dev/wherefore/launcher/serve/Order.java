package dev.wherefore.launcher.serve;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.nio.ByteBuffer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a client wants explained. What it leaves out is as the model's config says.
 *
 * @param model the model's name
 * @param picture the bytes of the picture's file
 * @param name what to call the picture
 * @param questions what to ask about it
 * @param caption a caption to explain instead of the network's own
 * @param targets what to explain, as a config's {@code targets}
 * @param methods the methods' names
 * @param layers the layers' names
 * @param maps which evidence is shown, as a config's {@code explain.maps}
 */
record Order(
        String model,
        ByteBuffer picture,
        String name,
        List<String> questions,
        Optional<String> caption,
        List<JsonNode> targets,
        List<String> methods,
        List<String> layers,
        Optional<String> maps) {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    /** The keys of a config that this sets, and their values in JSON. */
    Map<String, String> settings() {
        Map<String, String> settings = new LinkedHashMap<>();
        if (!questions.isEmpty()) {
            ArrayNode asked = JSON.arrayNode();
            questions.forEach(question -> asked.addObject().put("ask", question));
            settings.put("questions", asked.toString());
        }
        caption.ifPresent(
                c -> settings.put("caption", JSON.objectNode().put("text", c).toString()));
        if (!targets.isEmpty()) {
            settings.put("targets", JSON.arrayNode().addAll(targets).toString());
        }
        put(settings, "explain.methods", methods);
        put(settings, "explain.layers", layers);
        maps.ifPresent(sign -> settings.put("explain.maps", JSON.textNode(sign).toString()));
        return settings;
    }

    private static void put(Map<String, String> settings, String key, List<String> names) {
        if (!names.isEmpty()) {
            ArrayNode array = JSON.arrayNode();
            names.forEach(array::add);
            settings.put(key, array.toString());
        }
    }
}
