package dev.wherefore.launcher.serve;

import ai.djl.Device;
import dev.wherefore.core.Opening;
import dev.wherefore.core.UserError;
import dev.wherefore.core.engine.EngineFacts;
import dev.wherefore.core.experiment.ExplainConfig;
import dev.wherefore.core.experiment.FindingPainter;
import dev.wherefore.core.experiment.LoadedTask;
import dev.wherefore.core.experiment.PictureExplainer;
import dev.wherefore.core.experiment.RunConfig;
import dev.wherefore.core.experiment.Task;
import dev.wherefore.core.experiment.config.ConfigFile;
import dev.wherefore.core.experiment.config.TaskConfig;
import dev.wherefore.core.image.Picture;
import dev.wherefore.core.method.Methods;
import dev.wherefore.core.render.ColorMaps;
import dev.wherefore.core.report.PictureView;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A network that is loaded, and explains pictures by request. Several threads may ask at once. */
final class ServedModel implements AutoCloseable {

    private final Configs configs;
    private final ConfigFile written;
    private final TaskConfig<RunConfig> base;
    private final LoadedTask loaded;
    private final FindingPainter painter;
    private final Sentences sentences;
    private final ModelView view;

    private ServedModel(
            Path file,
            Configs configs,
            ConfigFile written,
            TaskConfig<RunConfig> base,
            LoadedTask loaded) {
        this.configs = configs;
        this.written = written;
        this.base = base;
        this.loaded = loaded;
        this.painter = new FindingPainter(base.shared().draw(), new ColorMaps());
        this.sentences = new Sentences(file, base.shared(), base.own());
        this.view = view(name(file));
    }

    /**
     * Returns the model that a config describes, its network loaded and tried.
     *
     * @throws UserError if the config does not describe one
     */
    static ServedModel open(Path file, Configs configs, Device device) {
        ConfigFile written = ConfigFile.read(file);
        TaskConfig<RunConfig> base = configs.read(written);
        base.shared().threads().ifPresent(EngineFacts::setThreads);
        return Opening.closingIfFailed(
                configs.task(base).load(base, device),
                loaded -> new ServedModel(file, configs, written, base, loaded));
    }

    private static String name(Path file) {
        return String.valueOf(file.getFileName()).replaceFirst("\\.[^.]*$", "");
    }

    /** Refuses a config that does not fit its network, and finds its layers. */
    private ModelView view(String name) {
        Picture trial = base.shared().trialPicture();
        ExplainConfig explain = base.shared().explain();
        loaded.explainer(base, trial).close();
        String method =
                explain.methods().stream()
                        .filter(m -> configs.methods().get(m).needsLayer())
                        .findFirst()
                        .orElse("grad-cam");
        List<String> layers = List.of();
        List<String> chosen = explain.layers();
        try {
            layers = suitable(trial, explain.triedAt(List.of(), method));
            chosen = chosen.isEmpty() ? chosen(trial, method) : chosen;
        } catch (UserError e) {
            // a network of which no layer suits is explained at its pixels
        }
        return new ModelView(
                name, base.shared().task(), layers, chosen, explain.methods(), loaded.names());
    }

    private List<String> suitable(Picture trial, ExplainConfig tried) {
        TaskConfig<RunConfig> config =
                new TaskConfig<>(base.shared().with(tried), base.own(), base.places());
        try (PictureExplainer explainer = loaded.explainer(config, trial)) {
            return explainer.suitableLayers();
        }
    }

    private List<String> chosen(Picture trial, String method) {
        ConfigFile one = written.with(Map.of("explain.methods", method), Sentences.REQUEST);
        try (PictureExplainer explainer = loaded.explainer(configs.read(one), trial)) {
            return explainer.explain(List.of(trial)).get(0).findings().stream()
                    .flatMap(finding -> finding.explanation().layers().stream())
                    .distinct()
                    .toList();
        }
    }

    /** What clients need to know of it. */
    ModelView view() {
        return view;
    }

    /**
     * Explains a picture.
     *
     * @throws Refusal if what is asked for is not there
     */
    PictureView explain(Order order, Picture picture) {
        try {
            TaskConfig<RunConfig> config =
                    configs.read(written.with(settings(order), Sentences.REQUEST));
            try (PictureExplainer explainer = loaded.explainer(config, picture)) {
                return PictureView.of(explainer.explain(List.of(picture)).get(0), painter);
            }
        } catch (UserError e) {
            throw sentences.of(e);
        }
    }

    private Map<String, String> settings(Order order) {
        Map<String, String> settings = new LinkedHashMap<>(order.settings());
        // a picture that is sent has no file, so nothing can be said of it by its file's name
        configs.task(base).keysOfFiles().forEach(key -> settings.put(key, ""));
        return settings;
    }

    @Override
    public void close() {
        loaded.close();
    }

    /** How configs are read, and what they may name. */
    interface Configs {

        /** Reads a config. */
        TaskConfig<RunConfig> read(ConfigFile file);

        /** The task of a config. */
        Task task(TaskConfig<RunConfig> config);

        /** The methods there are. */
        Methods methods();
    }
}
