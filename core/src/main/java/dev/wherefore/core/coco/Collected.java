package dev.wherefore.core.coco;

import com.fasterxml.jackson.databind.JsonNode;
import dev.wherefore.core.UserError;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongPredicate;

/** Keeps, of the records of the files, those of the chosen images. */
final class Collected {

    private final int limit;
    private final LongPredicate wanted;
    private final Map<Long, ImageSoFar> chosen = new LinkedHashMap<>();
    private final Map<Integer, CocoCategory> categories = new LinkedHashMap<>();
    private final Map<CocoFault, Integer> skipped = new EnumMap<>(CocoFault.class);
    private final Set<Long> ofThisFile = new HashSet<>();
    private Optional<String> contradiction = Optional.empty();
    private boolean choosing = true;
    private boolean hasInstances;

    private interface Work {
        void run() throws BrokenRecord;
    }

    Collected(int limit, LongPredicate wanted) {
        this.limit = limit;
        this.wanted = wanted;
    }

    void image(JsonNode node) {
        counted(
                () -> {
                    CocoImage image = Records.image(node);
                    if (!ofThisFile.add(image.id())) {
                        throw new BrokenRecord(CocoFault.IMAGE_TWICE);
                    }
                    if (choosing && chosen.size() < limit && wanted.test(image.id())) {
                        chosen.put(image.id(), new ImageSoFar(image));
                    }
                });
    }

    void category(JsonNode node) {
        counted(
                () -> {
                    CocoCategory category = Records.category(node);
                    Optional<CocoCategory> before =
                            Optional.ofNullable(categories.putIfAbsent(category.id(), category));
                    before.filter(other -> !other.equals(category))
                            .ifPresent(other -> contradict(other, category));
                });
    }

    private void contradict(CocoCategory one, CocoCategory other) {
        contradiction =
                Optional.of(
                        "category %d is '%s' and was '%s' before"
                                .formatted(one.id(), other.name(), one.name()));
    }

    void annotation(JsonNode node) {
        counted(
                () -> {
                    long imageId = Records.imageId(node);
                    if (!ofThisFile.contains(imageId)) {
                        throw new BrokenRecord(CocoFault.UNKNOWN_IMAGE);
                    }
                    hasInstances |= node.has(Records.CATEGORY_ID);
                    Optional<ImageSoFar> image = Optional.ofNullable(chosen.get(imageId));
                    if (image.isPresent()) {
                        image.get().add(node);
                    }
                });
    }

    private void counted(Work work) {
        try {
            work.run();
        } catch (BrokenRecord e) {
            skipped.merge(e.fault(), 1, Integer::sum);
        }
    }

    void endFile(Path file) {
        if (ofThisFile.isEmpty()) {
            throw new UserError(
                    file + " has no image with 'id', 'file_name', 'width' and 'height'");
        }
        if (contradiction.isPresent()) {
            throw new UserError("%s: %s".formatted(file, contradiction.get()));
        }
        if (hasInstances && categories.isEmpty()) {
            throw new UserError(file + " has instances but no 'categories'");
        }
        ofThisFile.clear();
        choosing = false;
    }

    CocoData data() {
        List<CocoImage> images =
                chosen.values().stream().map(i -> i.image(categories.keySet())).toList();
        int kept = images.stream().mapToInt(i -> i.instances().size()).sum();
        int read = chosen.values().stream().mapToInt(ImageSoFar::instances).sum();
        if (kept < read) {
            skipped.put(CocoFault.UNKNOWN_CATEGORY, read - kept);
        }
        return new CocoData(List.copyOf(categories.values()), images, skipped);
    }
}
