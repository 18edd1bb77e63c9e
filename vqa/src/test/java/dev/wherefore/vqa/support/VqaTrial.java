package dev.wherefore.vqa.support;

import ai.djl.Device;
import com.google.inject.Guice;
import com.google.inject.Injector;
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
import dev.wherefore.vqa.TriedVqa;
import dev.wherefore.vqa.Vqa;
import dev.wherefore.vqa.VqaModel;
import dev.wherefore.vqa.VqaModels;
import dev.wherefore.vqa.VqaModule;
import dev.wherefore.vqa.VqaSetup;
import dev.wherefore.vqa.config.VqaConfig;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** Opens networks that answer questions by a config in a folder. */
public final class VqaTrial {

    /** What the small answerer is asked. */
    public static final String QUESTION = "what colour is the bus?";

    private final Path folder;
    private final Injector injector =
            Guice.createInjector(new MethodModule(), new NetworkModule(), new VqaModule());
    private final Vqa task = injector.getInstance(Vqa.class);

    /** Constructs trials in a folder, which holds what the settings name. */
    public VqaTrial(Path folder) {
        this.folder = folder;
    }

    /** A config of the small answerer but for the settings. */
    public TaskConfig<RunConfig> config(String... settings) throws IOException {
        Path file = folder.resolve("config.yaml");
        Files.writeString(
                file,
                """
                task: vqa
                images: none.png
                model:
                  encoder: encoder.safetensors
                  head: head.safetensors
                  tokenizer: tokenizer.json
                  answers: answers.txt
                preprocess: {preset: none, resize: {to: [32, 32]}}
                questions: [{ask: "%s"}]
                """
                        .formatted(QUESTION));
        return read(file, settings);
    }

    /** The config in a file but for the settings. */
    public TaskConfig<RunConfig> read(Path file, String... settings) {
        ColorMaps maps = new ColorMaps();
        Vocabulary vocabulary =
                new Vocabulary(
                        Map.of(
                                ConfigReader.TASK, List.of(task.name()),
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

    private List<String> methods() {
        return injector.getInstance(Methods.class).all().stream()
                .map(method -> method.card().name())
                .toList();
    }

    /** The task. */
    public Vqa task() {
        return task;
    }

    /** Opens what a config describes. */
    public PictureExplainer open(String... settings) throws IOException {
        return task.open(config(settings), Device.cpu());
    }

    /** Opens the network alone. */
    public VqaModel model(TaskConfig<RunConfig> config) {
        return injector.getInstance(VqaModels.class)
                .open(
                        ((VqaConfig) config.own()).model(),
                        config.places(),
                        Device.cpu(),
                        model -> model);
    }

    /** The network, tried on a picture and a question; its model is to be closed. */
    public TriedVqa tried(TaskConfig<RunConfig> config, Picture picture, int... question) {
        return new VqaSetup(
                        config.places(),
                        model(config),
                        config.shared().preprocess(),
                        config.shared().explain(),
                        injector.getInstance(Methods.class))
                .tried(picture, question);
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
