package dev.wherefore.launcher;

import ai.djl.Device;
import dev.wherefore.core.UserError;
import dev.wherefore.core.advise.Advice;
import dev.wherefore.core.advise.AdviceFolder;
import dev.wherefore.core.advise.LayerAdvice;
import dev.wherefore.core.advise.LayerSweep;
import dev.wherefore.core.advise.Strips;
import dev.wherefore.core.engine.EngineFacts;
import dev.wherefore.core.experiment.FindingPainter;
import dev.wherefore.core.experiment.RunConfig;
import dev.wherefore.core.experiment.config.ConfigReader;
import dev.wherefore.core.experiment.config.FilePattern;
import dev.wherefore.core.experiment.config.TaskConfig;
import dev.wherefore.core.experiment.config.Vocabulary;
import dev.wherefore.core.image.Picture;
import dev.wherefore.core.image.PictureReader;
import dev.wherefore.core.method.Methods;
import dev.wherefore.core.render.ColorMaps;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Compares a network's layers on the pictures of a config, and prints what it found. */
final class LayerAdviser {

    private final Vocabulary vocabulary;
    private final Tasks tasks;
    private final Methods methods;

    @Inject
    LayerAdviser(Vocabulary vocabulary, Tasks tasks, Methods methods) {
        this.vocabulary = vocabulary;
        this.tasks = tasks;
        this.methods = methods;
    }

    /** Prints the table to {@code out}, and which layer is next to {@code err}. */
    void advise(Path file, AdviseOptions options, Device device, PrintWriter out, PrintWriter err)
            throws IOException {
        Optional<AdviceFolder> folder =
                Optional.ofNullable(options.out())
                        .map(path -> new AdviceFolder(path, options.overwrite()));
        TaskConfig<RunConfig> config = read(file, options);
        folder.ifPresent(AdviceFolder::check);
        RunConfig shared = config.shared();
        shared.threads().ifPresent(EngineFacts::setThreads);
        String method = method(config);
        List<Path> files = files(config).stream().limit(options.pictures()).toList();
        PictureReader reader = new PictureReader();
        List<Picture> pictures = files.stream().map(reader::read).toList();
        LayerSweep sweep =
                new LayerSweep(
                        tasks.get(shared.task()),
                        config,
                        method,
                        device,
                        pictures,
                        layer -> {
                            err.println("trying " + layer);
                            err.flush();
                        });
        List<String> layers = options.layers().isEmpty() ? sweep.candidates() : options.layers();
        Strips strips = new Strips();
        List<LayerAdvice> ranked = sweep.advise(layers, strips);
        print(ranked, method, pictures.size(), out);
        Advice advice =
                new Advice(
                        Advice.SCHEMA,
                        Versions.all(),
                        shared.task(),
                        method,
                        files.stream().map(Path::toString).toList(),
                        ranked);
        folder.ifPresent(
                found -> {
                    FindingPainter painter = new FindingPainter(shared.draw(), new ColorMaps());
                    found.write(advice, strips.draw(painter));
                    out.println("written to " + found.path());
                });
    }

    private TaskConfig<RunConfig> read(Path file, AdviseOptions options) {
        String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
        if (!name.matches(".*\\.(ya?ml|json)")) {
            throw new UserError(
                    "--advise needs a config (.yaml, .json), which names the pictures too, found "
                            + file);
        }
        return OtherCommand.named(
                file,
                () ->
                        new ConfigReader(vocabulary)
                                .readTask(file, options.settings(), RunConfig.class, tasks.keys()));
    }

    /** The first of the config's methods whose maps differ from layer to layer. */
    private String method(TaskConfig<RunConfig> config) {
        return config.shared().explain().methods().stream()
                .filter(name -> methods.get(name).needsLayer())
                .findFirst()
                .orElseThrow(
                        () ->
                                config.places()
                                        .error(
                                                "explain.methods",
                                                "none of these methods has a layer to advise on;"
                                                        + " name one that has, such as grad-cam"));
    }

    private static List<Path> files(TaskConfig<RunConfig> config) {
        List<Path> files = new ArrayList<>();
        List<FilePattern> patterns = config.shared().images();
        for (int i = 0; i < patterns.size(); i++) {
            files.addAll(config.places().at("images." + i, patterns.get(i)::find));
        }
        return files;
    }

    private static void print(
            List<LayerAdvice> ranked, String method, int pictures, PrintWriter out) {
        TextTable table = new TextTable();
        table.row(List.of("layer", "size", "gap", "drop", "increase", "ms a map"));
        table.line();
        for (LayerAdvice advice : ranked) {
            boolean tried = advice.maps() > 0;
            table.row(
                    List.of(
                            advice.layer(),
                            tried ? advice.height() + "x" + advice.width() : "-",
                            tried ? number("%.3f", advice.gap()) : "-",
                            tried ? number("%.3f", advice.drop()) : "-",
                            tried ? number("%.0f %%", 100 * advice.increase()) : "-",
                            tried ? number("%.1f", 1000 * advice.seconds()) : "-"));
        }
        table.lines().forEach(out::println);
        out.println();
        ranked.stream()
                .filter(advice -> !advice.warnings().isEmpty())
                .forEach(
                        advice ->
                                out.println(
                                        advice.layer()
                                                + ": "
                                                + String.join("; ", advice.warnings())));
        LayerAdvice best = ranked.get(0);
        out.println(
                "best: %s, by %s on %d %s; gap: how much more of the score stands on the hot places than on the cold ones"
                        .formatted(
                                best.layer(),
                                method,
                                pictures,
                                pictures == 1 ? "picture" : "pictures"));
    }

    private static String number(String format, double value) {
        return String.format(Locale.ROOT, format, value);
    }
}
