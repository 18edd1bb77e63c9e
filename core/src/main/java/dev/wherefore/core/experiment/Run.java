package dev.wherefore.core.experiment;

import dev.wherefore.core.UserError;
import dev.wherefore.core.experiment.config.FilePattern;
import dev.wherefore.core.experiment.config.TaskConfig;
import dev.wherefore.core.image.Picture;
import dev.wherefore.core.image.PictureReader;
import dev.wherefore.core.render.ColorMaps;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Runs an experiment: every picture of a config through its task, and into files. */
public final class Run {

    private final Task task;
    private final TaskConfig<RunConfig> config;
    private final RunOptions options;
    private final RunListener listener;
    private final Map<String, String> versions;
    private final RunFolder folder;
    private final PictureReader reader = new PictureReader();
    private final Map<String, PictureResult> results = new LinkedHashMap<>();
    private final Map<String, String> leftOut = new LinkedHashMap<>();

    /**
     * Constructs a run.
     *
     * @param task the task
     * @param config the config
     * @param options what the command line adds
     * @param listener hears how it goes
     * @param versions what the results name as having made them
     */
    public Run(
            Task task,
            TaskConfig<RunConfig> config,
            RunOptions options,
            RunListener listener,
            Map<String, String> versions) {
        this.task = task;
        this.config = config;
        this.options = options;
        this.listener = listener;
        this.versions = versions;
        this.folder = new RunFolder(options.out());
    }

    /**
     * Runs, and returns what was found out. A picture that cannot be read is left out, and said so.
     *
     * @return the summary, as {@code result.json} has it
     * @throws UserError if nothing could be explained, or the folder may not be written to
     */
    public RunSummary run() {
        Thread sweep = new Thread(folder::sweep, "wherefore-sweep");
        Runtime.getRuntime().addShutdownHook(sweep);
        RunSummary summary = runToTheEnd();
        Runtime.getRuntime().removeShutdownHook(sweep);
        return summary;
    }

    private RunSummary runToTheEnd() {
        Map<Path, String> names = RunFolder.names(pictures());
        FindingPainter painter = new FindingPainter(config.shared().draw(), new ColorMaps());
        try (PictureExplainer explainer = task.open(config, options.device())) {
            folder.claim(options, described());
            List<Path> open = new ArrayList<>();
            names.forEach((picture, name) -> takeUp(picture, name, open));
            listener.begins(names.size(), names.size() - open.size(), explainer.facts());
            PictureWriter writer =
                    new PictureWriter(config.shared().draw(), painter, folder.files());
            int batch = config.shared().batch();
            for (int from = 0; from < open.size(); from += batch) {
                List<Path> part = open.subList(from, Math.min(from + batch, open.size()));
                explain(part, names, explainer, writer);
            }
            return finish(names, explainer.facts());
        }
    }

    private List<Path> pictures() {
        Set<Path> found = new LinkedHashSet<>();
        List<String> problems = new ArrayList<>();
        List<FilePattern> patterns = config.shared().images();
        for (int i = 0; i < patterns.size(); i++) {
            try {
                found.addAll(patterns.get(i).find());
            } catch (UserError e) {
                problems.add(config.places().line("images." + i, e.getMessage()));
            }
        }
        if (!problems.isEmpty()) {
            throw new UserError(String.join("\n", problems));
        }
        return List.copyOf(found);
    }

    private void takeUp(Path picture, String name, List<Path> open) {
        Optional<PictureResult> before =
                options.resume() ? folder.finished(name) : Optional.empty();
        before.ifPresentOrElse(result -> results.put(name, result), () -> open.add(picture));
    }

    private void explain(
            List<Path> files,
            Map<Path, String> names,
            PictureExplainer explainer,
            PictureWriter writer) {
        List<Path> readable = new ArrayList<>();
        List<Picture> pictures = new ArrayList<>();
        for (Path file : files) {
            try {
                pictures.add(reader.read(file));
                readable.add(file);
            } catch (UserError e) {
                leftOut.put(file.toString(), e.getMessage());
                listener.leftOut(file, e.getMessage());
            }
        }
        List<ExplainedPicture> explained =
                pictures.isEmpty() ? List.of() : explainer.explain(pictures);
        for (int i = 0; i < explained.size(); i++) {
            String name = names.getOrDefault(readable.get(i), "");
            folder.begin(name);
            PictureResult result = writer.write(explained.get(i), readable.get(i), folder.of(name));
            folder.finish(name, result);
            results.put(name, result);
            listener.finished(readable.get(i), result);
        }
    }

    private RunSummary finish(Map<Path, String> names, List<String> facts) {
        List<PictureResult> inOrder =
                names.values().stream()
                        .flatMap(name -> Optional.ofNullable(results.get(name)).stream())
                        .toList();
        if (inOrder.isEmpty()) {
            throw new UserError(
                    "no picture could be explained: " + String.join("; ", leftOut.values()));
        }
        RunSummary summary =
                new RunSummary(
                        RunSummary.SCHEMA,
                        versions,
                        task.name(),
                        options.device().toString(),
                        facts,
                        described(),
                        leftOut,
                        inOrder);
        folder.finish(summary);
        return summary;
    }

    /** The config as it counts, both records and what they stand on. */
    private Map<String, Object> described() {
        Map<String, Object> described = new LinkedHashMap<>();
        described.put("shared", config.shared());
        described.put(task.name(), config.own());
        return described;
    }
}
