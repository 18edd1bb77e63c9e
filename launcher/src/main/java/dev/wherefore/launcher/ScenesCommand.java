package dev.wherefore.launcher;

import dev.wherefore.core.UserError;
import dev.wherefore.core.scene.SceneGenerator;
import dev.wherefore.core.scene.SceneSettings;
import dev.wherefore.core.scene.coco.SceneFolderWriter;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Draws scenes, and writes what is true of them. */
@Command(
        name = "scenes",
        description =
                "Draws scenes whose truth is known to the pixel, and writes them as PNG pictures"
                        + " with objects, masks, captions, questions and answers as JSON.",
        footer = {
            "",
            "Examples:",
            "  wherefore scenes --out scenes",
            "  wherefore scenes --count 1000 --seed 7 --size 256 --out scenes",
            "",
            "What is written:",
            "  images/scene-000001.png …  the pictures",
            "  scenes.json                all that is true of them; a COCO file of instances",
            "  captions.json              the captions, as COCO has them",
            "  questions.json             the questions, as VQA v2 has them",
            "  vqa-annotations.json       the answers, as VQA v2 has them"
        })
final class ScenesCommand extends AbstractCommand {

    private static final int MOST = 1_000_000;
    private static final int SMALLEST = 128;
    private static final int LARGEST = 2048;

    @Option(
            names = "--count",
            paramLabel = "N",
            defaultValue = "24",
            description = "How many scenes, from 1 to 1000000; default: ${DEFAULT-VALUE}.")
    private int count;

    @Option(
            names = "--seed",
            paramLabel = "N",
            defaultValue = "1",
            description =
                    "The first scene's seed, from which each next one's counts on; the same seed"
                            + " gives the same files; default: ${DEFAULT-VALUE}.")
    private long seed;

    @Option(
            names = "--size",
            paramLabel = "N[,N]",
            split = ",",
            description =
                    "Height and width of the pictures, from 128 to 2048; default: that of the"
                            + " pictures which the bundled networks were trained with.")
    private List<Integer> size =
            List.of(SceneSettings.DEFAULT.height(), SceneSettings.DEFAULT.width());

    @Option(
            names = "--out",
            paramLabel = "DIR",
            required = true,
            description = "The folder to write; it appears when all is written.")
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private Path folder;

    @Option(names = "--overwrite", description = "Replaces scenes that are there.")
    private boolean overwrite;

    @Inject
    ScenesCommand() {}

    @Override
    public Integer call() {
        SceneGenerator generator = new SceneGenerator(settings());
        try (SceneFolderWriter writer = new SceneFolderWriter(folder, overwrite)) {
            Thread sweep = new Thread(writer::abandon);
            Runtime.getRuntime().addShutdownHook(sweep);
            try (Progress progress = Progress.of("scenes", count, line().getErr())) {
                for (int i = 0; i < count; i++) {
                    writer.add(generator.scene(seed + i));
                    progress.add(1);
                }
                writer.finish();
            } finally {
                forget(sweep);
            }
        }
        out().println(
                        "%d %s drawn: %s"
                                .formatted(
                                        count,
                                        count == 1 ? "scene" : "scenes",
                                        folder.resolve("scenes.json")));
        return 0;
    }

    private static void forget(Thread sweep) {
        try {
            Runtime.getRuntime().removeShutdownHook(sweep);
        } catch (IllegalStateException e) {
            // the program is being stopped, and the hook is at work
        }
    }

    private SceneSettings settings() {
        if (count < 1 || count > MOST) {
            throw new UserError("--count must be from 1 to " + MOST + ", found " + count);
        }
        if (size.isEmpty()
                || size.size() > 2
                || size.stream().anyMatch(n -> n < SMALLEST || n > LARGEST)) {
            throw new UserError(
                    "--size must be one or two numbers from %d to %d, found %s"
                            .formatted(SMALLEST, LARGEST, size));
        }
        return SceneSettings.ofSize(size.get(size.size() - 1), size.get(0));
    }
}
