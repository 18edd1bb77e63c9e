package dev.wherefore.core.scene.coco;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import dev.wherefore.core.IoReason;
import dev.wherefore.core.UserError;
import dev.wherefore.core.scene.coco.CocoFile.Annotation;
import dev.wherefore.core.scene.coco.CocoFile.AnswerEntry;
import dev.wherefore.core.scene.coco.CocoFile.CaptionEntry;
import dev.wherefore.core.scene.coco.CocoFile.Image;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Reads folders that {@link SceneFolderWriter} has written: {@code scenes.json} and the pictures
 * beside it. All but the pictures is held in memory.
 */
public final class SceneFolder {

    private final Path file;
    private final Path images;

    private SceneFolder(Path folder) {
        this.file = folder.resolve(SceneFiles.SCENES);
        this.images = folder.resolve(SceneFiles.IMAGES);
    }

    /**
     * Returns the scenes of a folder.
     *
     * @param folder the folder
     * @return the scenes, in the order of the file, at least one
     * @throws UserError if a file is missing, or {@code scenes.json} is not such a file or
     *     contradicts itself
     */
    public static List<StoredScene> read(Path folder) {
        SceneFolder reader = new SceneFolder(folder);
        return reader.scenes(reader.parse());
    }

    private CocoFile parse() {
        try {
            return CocoFile.mapper().readValue(file.toFile(), CocoFile.class);
        } catch (JsonProcessingException e) {
            throw new UserError(file + where(e) + " is not a file of scenes: " + what(e), e);
        } catch (IOException e) {
            String reason =
                    Files.exists(file)
                            ? IoReason.of(e)
                            : "no such file; 'wherefore scenes' makes folders of scenes";
            throw new UserError(file + " cannot be read: " + reason, e);
        }
    }

    private static String where(JsonProcessingException e) {
        return Optional.ofNullable(e.getLocation())
                .map(JsonLocation::getLineNr)
                .map(line -> ", line " + line + ",")
                .orElse("");
    }

    /** What Jackson found, without the names of our classes. */
    private static String what(JsonProcessingException e) {
        if (!(e instanceof JsonMappingException mapping)) {
            return "it is no JSON: " + e.getOriginalMessage();
        }
        String key = "'" + key(mapping.getPath()) + "'";
        boolean missing = e.getOriginalMessage().startsWith("Missing");
        return key + (missing ? " is missing" : " has a value that it cannot have");
    }

    private static String key(List<JsonMappingException.Reference> path) {
        return path.stream()
                .map(
                        step ->
                                Optional.ofNullable(step.getFieldName())
                                        .orElse("[" + step.getIndex() + "]"))
                .collect(Collectors.joining("."))
                .replace(".[", "[");
    }

    private List<StoredScene> scenes(CocoFile content) {
        if (content.images().isEmpty()) {
            throw new UserError(file + " has no scenes: its 'images' are empty");
        }
        if (!content.categories().equals(CocoFile.allCategories())) {
            throw new UserError(
                    file
                            + " is not a file of scenes: its 'categories' are not the "
                            + CocoFile.allCategories().size()
                            + " kinds that scenes have");
        }
        Set<Long> ids = new HashSet<>();
        content.images().forEach(image -> unique(ids, image.id()));
        Map<Long, List<Annotation>> annotations =
                grouped("annotations", content.annotations(), Annotation::imageId, ids);
        Map<Long, List<CaptionEntry>> captions =
                grouped("captions", content.captions(), CaptionEntry::imageId, ids);
        Map<Long, List<AnswerEntry>> answers =
                grouped("answers", content.answers(), AnswerEntry::imageId, ids);
        Map<Long, String> questions = new HashMap<>();
        content.questions().forEach(q -> questions.put(q.questionId(), q.question()));
        List<StoredScene> scenes = new ArrayList<>();
        for (Image image : content.images()) {
            SceneParts parts =
                    new SceneParts(file, image, annotations.getOrDefault(image.id(), List.of()));
            scenes.add(
                    parts.scene(
                            picture(image),
                            captions.getOrDefault(image.id(), List.of()),
                            answers.getOrDefault(image.id(), List.of()),
                            questions));
        }
        return scenes;
    }

    private void unique(Set<Long> ids, long id) {
        if (!ids.add(id)) {
            throw new UserError("%s has two images with id %d".formatted(file, id));
        }
    }

    private <T> Map<Long, List<T>> grouped(
            String what, List<T> entries, Function<T, Long> image, Set<Long> ids) {
        Map<Long, List<T>> groups = entries.stream().collect(Collectors.groupingBy(image));
        groups.keySet().stream()
                .filter(id -> !ids.contains(id))
                .findFirst()
                .ifPresent(
                        id -> {
                            throw new UserError(
                                    "%s has %s of image %d, which is not among its 'images'"
                                            .formatted(file, what, id));
                        });
        return groups;
    }

    private Path picture(Image image) {
        if (!SceneFiles.isPicture(image.fileName())) {
            throw new UserError(
                    "%s, image %d: 'file_name' must be like scene-000001.png, found '%s'"
                            .formatted(file, image.id(), image.fileName()));
        }
        Path picture = images.resolve(image.fileName());
        if (!Files.isRegularFile(picture)) {
            throw new UserError(
                    "%s, image %d: there is no picture %s".formatted(file, image.id(), picture));
        }
        return picture;
    }
}
