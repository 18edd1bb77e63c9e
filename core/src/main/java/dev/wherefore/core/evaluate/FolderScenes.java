package dev.wherefore.core.evaluate;

import dev.wherefore.core.UserError;
import dev.wherefore.core.scene.coco.SceneFolder;
import dev.wherefore.core.scene.coco.StoredScene;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;

/**
 * The scenes of a folder.
 *
 * @param folder the folder
 * @param scenes its scenes, at least one
 */
record FolderScenes(Path folder, List<StoredScene> scenes) implements SceneSource {

    /** Copies the list. */
    FolderScenes {
        scenes = List.copyOf(scenes);
    }

    /**
     * Reads what is true of a folder's scenes; their pictures are read later.
     *
     * @throws UserError if it is no such folder, or has not as many
     */
    static FolderScenes read(Path folder, Optional<Integer> count) {
        List<StoredScene> all = SceneFolder.read(folder);
        int wanted = count.orElse(all.size());
        if (wanted > all.size()) {
            throw new UserError(
                    "%s has only %d scenes, and %d are asked for"
                            .formatted(folder, all.size(), wanted));
        }
        return new FolderScenes(folder, all.subList(0, wanted));
    }

    @Override
    public int count() {
        return scenes.size();
    }

    @Override
    public Exhibit exhibit(int index) {
        StoredScene stored = scenes.get(index);
        return Exhibit.of(Photographs.read(stored.picture(), stored::scene));
    }

    @Override
    public LongStream seeds() {
        return scenes.stream().mapToLong(StoredScene::seed);
    }

    @Override
    public String description() {
        return count() + " scenes of " + folder;
    }
}
