package dev.wherefore.core.experiment;

import ai.djl.Device;
import dev.wherefore.core.UserError;
import dev.wherefore.core.experiment.config.FilePattern;
import dev.wherefore.core.experiment.config.TaskConfig;
import dev.wherefore.core.explain.PassWatch;
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
    private final RunReporter reporter;
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
     * @param reporter makes its report
     * @param versions what the results name as having made them
     */
    public Run(
            Task task,
            TaskConfig<RunConfig> config,
            RunOptions options,
            RunListener listener,
            RunReporter reporter,
            Map<String, String> versions) {
        this.task = task;
        this.config = config;
        this.options = options;
        this.listener = listener;
        this.reporter = reporter;
        this.versions = versions;
        this.folder = new RunFolder(options.out());
    }

    /**
     * Runs, and returns what was found out. A picture that cannot be read is left out, and said so.
     * When the program is told to end, the picture that is being written is written to its end, and
     * no other is begun.
     *
     * @return the summary, as {@code result.json} has it
     * @throws UserError if nothing could be explained, or the folder may not be written to
     */
    public RunSummary run() {
        Thread sweep = new Thread(folder::close, "wherefore-sweep");
        Runtime.getRuntime().addShutdownHook(sweep);
        try {
            return runToTheEnd();
        } finally {
            forget(sweep);
        }
    }

    private static void forget(Thread hook) {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // the program is ending already, and the hook is at work
        }
    }

    private RunSummary runToTheEnd() {
        Map<Path, String> names = RunFolder.names(pictures());
        folder.check(options, described());
        FindingPainter painter = new FindingPainter(config.shared().draw(), new ColorMaps());
        try (PictureExplainer explainer = task.open(config, options.device())) {
            List<List<Path>> open = open(names);
            int left = open.stream().mapToInt(List::size).sum();
            listener.begins(names.size(), names.size() - left, explainer.facts());
            PictureWriter writer =
                    new PictureWriter(config.shared().draw(), painter, folder.files());
            for (List<Path> batch : open) {
                explain(batch, names, explainer, writer);
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

    /**
     * The batches that are not finished. A batch is finished as a whole: numbers can differ in
     * their last digits with the pictures that share a pass, and a run that was stopped shall give
     * what it would have given.
     */
    private List<List<Path>> open(Map<Path, String> names) {
        List<Path> all = List.copyOf(names.keySet());
        List<List<Path>> open = new ArrayList<>();
        int size = config.shared().batch();
        for (int from = 0; from < all.size(); from += size) {
            List<Path> batch = all.subList(from, Math.min(from + size, all.size()));
            Map<String, PictureResult> before = new LinkedHashMap<>();
            if (options.resume()) {
                batch.forEach(picture -> before.putAll(finished(names.getOrDefault(picture, ""))));
            }
            if (before.size() == batch.size()) {
                results.putAll(before);
            } else {
                open.add(batch);
            }
        }
        return open;
    }

    private Map<String, PictureResult> finished(String name) {
        return folder.finished(name)
                .filter(result -> reporter.has(name))
                .map(result -> Map.of(name, result))
                .orElse(Map.of());
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
        List<ExplainedPicture> explained = List.of();
        if (!pictures.isEmpty()) {
            try (PassWatch watch = PassWatch.by(listener::passed)) {
                explained = explainer.explain(pictures);
            }
        }
        for (int i = 0; i < explained.size(); i++) {
            String name = names.getOrDefault(readable.get(i), "");
            PictureResult result = write(explained.get(i), readable.get(i), name, writer);
            results.put(name, result);
            listener.finished(readable.get(i), result);
        }
    }

    private PictureResult write(
            ExplainedPicture explained, Path file, String name, PictureWriter writer) {
        return folder.whole(
                () -> {
                    folder.claim(options, described());
                    folder.begin(name);
                    PictureResult result = writer.write(explained, file, folder.of(name));
                    reporter.finished(name, explained);
                    folder.finish(name, result);
                    return result;
                });
    }

    private RunSummary finish(Map<Path, String> names, List<String> facts) {
        List<PictureResult> inOrder =
                names.values().stream()
                        .flatMap(name -> Optional.ofNullable(results.get(name)).stream())
                        .toList();
        if (inOrder.isEmpty()) {
            throw new UserError(
                    "nothing could be explained, and nothing was written: none of the pictures"
                            + " could be read");
        }
        RunSummary summary =
                new RunSummary(
                        RunSummary.SCHEMA,
                        versions,
                        task.name(),
                        device(),
                        facts,
                        described(),
                        leftOut,
                        inOrder);
        return folder.whole(
                () -> {
                    reporter.ends(summary);
                    folder.finish(summary);
                    return summary;
                });
    }

    private String device() {
        Device device = options.device();
        return device.isGpu() ? "gpu:" + device.getDeviceId() : "cpu";
    }

    /** The config as it counts, both records and what they stand on. */
    private Map<String, Object> described() {
        Map<String, Object> described = new LinkedHashMap<>();
        described.put("shared", config.shared());
        described.put(task.name(), config.own());
        return described;
    }
}
