package dev.wherefore.core.experiment;

import ai.djl.Device;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.wherefore.core.experiment.config.ConfigReader;
import dev.wherefore.core.experiment.config.TaskConfig;
import dev.wherefore.core.experiment.config.Vocabulary;
import dev.wherefore.core.render.ColorMaps;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.io.TempDir;

/** A folder with pictures, a config, and runs of it through a task without a network. */
abstract class RunFixture {

    @TempDir Path folder;

    final TestTask task = new TestTask();
    final Heard heard = new Heard();

    static final class Heard implements RunListener {
        final List<String> lines = new ArrayList<>();

        @Override
        public void begins(int pictures, int done, List<String> facts) {
            lines.add("begins " + pictures + " " + done + " " + facts);
        }

        @Override
        public void finished(Path picture, PictureResult result) {
            lines.add("finished " + picture.getFileName());
        }

        @Override
        public void leftOut(Path picture, String reason) {
            lines.add("left out " + picture.getFileName());
        }
    }

    final Path picture(String name, int height, int width, int x) throws IOException {
        BufferedImage picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = picture.createGraphics();
        pen.setColor(Color.ORANGE);
        pen.fillRect(0, 0, width, height);
        pen.setColor(Color.BLUE);
        pen.fillRect(x, height / 4, width / 4, height / 2);
        pen.dispose();
        Path file = folder.resolve("pictures").resolve(name);
        Files.createDirectories(file.getParent());
        ImageIO.write(picture, "png", file.toFile());
        return file;
    }

    final TaskConfig<RunConfig> config(String... settings) throws IOException {
        Path config = folder.resolve("blue.yaml");
        Files.writeString(config, "task: blueness\nimages: pictures\npreprocess: {preset: none}\n");
        ColorMaps maps = new ColorMaps();
        Vocabulary vocabulary =
                new Vocabulary(
                        Map.of(
                                ConfigReader.TASK, List.of("blueness"),
                                ExplainConfig.METHOD, List.of("grad-cam"),
                                DrawConfig.COLORS, maps.names(false),
                                DrawConfig.SIGNED_COLORS, maps.names(true)));
        return new ConfigReader(vocabulary)
                .readTask(
                        config,
                        Arrays.asList(settings),
                        RunConfig.class,
                        Map.of("blueness", TestTask.Keys.class));
    }

    final RunSummary run(String out, boolean resume, boolean overwrite, String... settings)
            throws IOException {
        RunOptions options = new RunOptions(folder.resolve(out), Device.cpu(), resume, overwrite);
        return new Run(
                        task,
                        config(settings),
                        options,
                        heard,
                        RunReporter.NONE,
                        Map.of("Wherefore", "1"))
                .run();
    }

    final RunSummary run(String out, String... settings) throws IOException {
        return run(out, false, false, settings);
    }

    static List<String> files(Path folder) throws IOException {
        try (Stream<Path> entries = Files.walk(folder)) {
            return entries.filter(Files::isRegularFile)
                    .map(file -> folder.relativize(file).toString().replace('\\', '/'))
                    .sorted()
                    .toList();
        }
    }

    final JsonNode json(String file) throws IOException {
        return new ObjectMapper().readTree(folder.resolve(file).toFile());
    }
}
