package dev.wherefore.core.scene.coco;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What the files say of themselves. Nothing in it changes from one writing to the next. */
final class CocoInfo {

    static final int LICENSE = 1;

    private static final String NAME = "Apache License 2.0";
    private static final String URL = "https://www.apache.org/licenses/LICENSE-2.0";

    private CocoInfo() {}

    static Map<String, Object> info() {
        return new TreeMap<>(Map.of("description", "Scenes drawn by Wherefore", "version", "1"));
    }

    static List<Map<String, Object>> licenses() {
        return List.of(new TreeMap<>(license()));
    }

    static Map<String, Object> license() {
        return new TreeMap<>(Map.of("id", LICENSE, "name", NAME, "url", URL));
    }

    /** What VQA's files have besides. */
    static Map<String, Object> vqa() {
        return new TreeMap<>(
                Map.of(
                        "info", info(),
                        "license", new TreeMap<>(Map.of("name", NAME, "url", URL)),
                        "data_type", "wherefore-scenes",
                        "data_subtype", "scenes",
                        "task_type", "Open-Ended"));
    }
}
