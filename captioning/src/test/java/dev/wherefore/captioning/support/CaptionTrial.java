package dev.wherefore.captioning.support;

import ai.djl.Device;
import com.google.inject.Guice;
import com.google.inject.Injector;
import dev.wherefore.captioning.CaptionModel;
import dev.wherefore.captioning.CaptionModels;
import dev.wherefore.captioning.Captioning;
import dev.wherefore.captioning.CaptioningModule;
import dev.wherefore.captioning.config.CaptioningConfig;
import dev.wherefore.core.experiment.DrawConfig;
import dev.wherefore.core.experiment.ExplainConfig;
import dev.wherefore.core.experiment.PictureExplainer;
import dev.wherefore.core.experiment.RunConfig;
import dev.wherefore.core.experiment.config.ConfigReader;
import dev.wherefore.core.experiment.config.TaskConfig;
import dev.wherefore.core.experiment.config.Vocabulary;
import dev.wherefore.core.image.Picture;
import dev.wherefore.core.method.MethodModule;
import dev.wherefore.core.method.Methods;
import dev.wherefore.core.network.block.NetworkConfig;
import dev.wherefore.core.network.block.NetworkFamilies;
import dev.wherefore.core.network.block.NetworkModule;
import dev.wherefore.core.render.ColorMaps;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** Opens captioners by a config in a folder. */
public final class CaptionTrial {

    private final Path folder;
    private final Injector injector =
            Guice.createInjector(new MethodModule(), new NetworkModule(), new CaptioningModule());
    private final Captioning task = injector.getInstance(Captioning.class);

    /** Constructs trials in a folder, which holds what the settings name. */
    public CaptionTrial(Path folder) {
        this.folder = folder;
    }

    /** A config of the small captioner but for the settings. */
    public TaskConfig<RunConfig> config(String... settings) throws IOException {
        Path file = folder.resolve("config.yaml");
        Files.writeString(
                file,
                """
                task: captioning
                images: none.png
                model:
                  encoder: encoder.safetensors
                  decoder: decoder.safetensors
                  tokenizer: tokenizer.json
                  longest: 8
                preprocess: {preset: none, resize: {to: [32, 32]}}
                """);
        ColorMaps maps = new ColorMaps();
        Vocabulary vocabulary =
                new Vocabulary(
                        Map.of(
                                ConfigReader.TASK, List.of("captioning"),
                                ExplainConfig.METHOD, methods(),
                                NetworkConfig.FAMILIES,
                                        injector.getInstance(NetworkFamilies.class).names(),
                                DrawConfig.COLORS, maps.names(false),
                                DrawConfig.SIGNED_COLORS, maps.names(true)));
        return new ConfigReader(vocabulary)
                .readTask(
                        file,
                        Arrays.asList(settings),
                        RunConfig.class,
                        Map.of(task.name(), task.keys()));
    }

    /** The task. */
    public Captioning task() {
        return task;
    }

    /** The names of all methods there are. */
    public List<String> methods() {
        return injector.getInstance(Methods.class).all().stream()
                .map(method -> method.card().name())
                .toList();
    }

    /** Opens what a config describes. */
    public PictureExplainer open(String... settings) throws IOException {
        return task.open(config(settings), Device.cpu());
    }

    /** Opens the captioner alone. */
    public CaptionModel model(String... settings) throws IOException {
        TaskConfig<RunConfig> config = config(settings);
        return injector.getInstance(CaptionModels.class)
                .open(
                        ((CaptioningConfig) config.own()).model(),
                        config.places(),
                        Device.cpu(),
                        model -> model);
    }

    /** A picture of ovals. */
    public static Picture picture(int height, int width, int seed) {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = image.createGraphics();
        for (int i = 0; i < 8; i++) {
            pen.setColor(new Color((seed * 5_003_317 + i * 7_654_321) & 0xffffff));
            pen.fillOval((i * 37 + seed * 11) % width, (i * 23) % height, width / 3, height / 4);
        }
        pen.dispose();
        return Picture.of(image, "picture " + seed);
    }
}
