package dev.wherefore.core.evaluate;

import dev.wherefore.core.experiment.config.ConfigDoc;
import dev.wherefore.core.experiment.config.ConfigNumbers;
import dev.wherefore.core.experiment.config.ConfigPlaces;
import dev.wherefore.core.experiment.config.FilePattern;
import dev.wherefore.core.scene.SceneSettings;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Which scenes.
 *
 * @param folder a folder of scenes; without one they are drawn
 * @param coco images that COCO's files speak of, instead of scenes
 * @param voc photographs in a folder laid out as PASCAL VOC's, instead of scenes
 * @param ilsvrc photographs of ILSVRC's localisation task, instead of scenes
 * @param table photographs and a table of what they show, instead of scenes
 * @param pictures pictures of which the task's own files tell what is true, instead of scenes
 * @param seed the first scene's seed, those of the others follow it
 * @param count how many, at least 1; of a folder the first so many, where none is given all
 * @param checked on how many of the first scenes checks are made, at least 1
 * @param width their width in pixels, from 128 to 2048
 * @param height their height in pixels, from 128 to 2048
 */
public record ScenesConfig(
        @ConfigDoc(value = "A folder of scenes; left out, scenes are drawn.", mustExist = true)
                Optional<Path> folder,
        @ConfigDoc("Instead of scenes: pictures that COCO's files speak of.")
                Optional<CocoConfig> coco,
        @ConfigDoc("Instead of scenes: photographs in a folder laid out as PASCAL VOC's.")
                Optional<VocConfig> voc,
        @ConfigDoc("Instead of scenes: photographs of ILSVRC's localisation task (ImageNet).")
                Optional<IlsvrcConfig> ilsvrc,
        @ConfigDoc("Instead of scenes: photographs, and a table of what they show.")
                Optional<TableConfig> table,
        @ConfigDoc(
                        value =
                                "Instead of scenes: pictures of which the task's own files tell"
                                        + " what is true, such as VQA's questions.",
                        preset = "[]")
                List<FilePattern> pictures,
        @ConfigDoc(
                        value =
                                "What the first scene is drawn from, the others from the numbers"
                                        + " that follow; not for a folder.",
                        preset = "0")
                long seed,
        @ConfigDoc(
                        "How many scenes; left out, all of a folder and all pictures, of COCO and"
                                + " of drawn scenes 500.")
                Optional<Integer> count,
        @ConfigDoc(
                        value = "On how many of the first scenes checks are made, if any are.",
                        preset = "50")
                int checked,
        @ConfigDoc(value = "The width of drawn scenes in pixels.", preset = "128") int width,
        @ConfigDoc(value = "The height of drawn scenes in pixels.", preset = "128") int height) {

    /** How many scenes are drawn where no number is given. */
    public static final int USUAL = 500;

    /** Checks the numbers. */
    public ScenesConfig {
        pictures = List.copyOf(pictures);
        long kinds =
                Stream.of(folder, coco, voc, ilsvrc, table).filter(Optional::isPresent).count()
                        + (pictures.isEmpty() ? 0 : 1);
        if (kinds > 1) {
            throw new IllegalArgumentException(
                    "one of folder, coco, voc, ilsvrc, table and pictures is wanted, found "
                            + kinds
                            + " of them");
        }
        count.ifPresent(number -> ConfigNumbers.requireAtLeast("count", number, 1));
        ConfigNumbers.requireAtLeast("checked", checked, 1);
        SceneSettings.ofSize(width, height);
    }

    /**
     * Returns whether scenes are drawn on the way.
     *
     * @return false where pictures are named
     */
    public boolean isDrawn() {
        return pictures.isEmpty()
                && Stream.of(folder, coco, voc, ilsvrc, table).allMatch(Optional::isEmpty);
    }

    /** Whether some of the pictures can have masks. */
    boolean isOutlined() {
        return ilsvrc.isEmpty() && table.isEmpty() && pictures.isEmpty();
    }

    /**
     * Returns the scenes that are described.
     *
     * @param places where the keys were written
     * @return the scenes
     * @throws dev.wherefore.core.UserError if there is no such folder of scenes
     */
    public SceneSource source(ConfigPlaces places) {
        if (coco.isPresent()) {
            return places.at("scenes.coco", () -> CocoScenes.read(coco.get(), count.orElse(USUAL)));
        }
        int limit = count.orElse(Integer.MAX_VALUE);
        if (voc.isPresent()) {
            return places.at("scenes.voc", () -> new PhotoScenes(voc.get().open(limit)));
        }
        if (ilsvrc.isPresent()) {
            return places.at("scenes.ilsvrc", () -> new PhotoScenes(ilsvrc.get().open(limit)));
        }
        if (table.isPresent()) {
            return places.at("scenes.table", () -> new PhotoScenes(table.get().open(limit)));
        }
        if (!pictures.isEmpty()) {
            return PictureScenes.find(pictures, limit, places);
        }
        return folder.<SceneSource>map(f -> places.at("scenes", () -> FolderScenes.read(f, count)))
                .orElseGet(this::drawn);
    }

    private SceneSource drawn() {
        return new DrawnScenes(seed, count.orElse(USUAL), SceneSettings.ofSize(width, height));
    }
}
