package dev.wherefore.launcher.serve;

import ai.djl.Device;
import dev.wherefore.core.NearMatches;
import dev.wherefore.core.Opening;
import dev.wherefore.core.UserError;
import dev.wherefore.core.experiment.RunConfig;
import dev.wherefore.core.experiment.Task;
import dev.wherefore.core.experiment.config.ConfigFile;
import dev.wherefore.core.experiment.config.ConfigReader;
import dev.wherefore.core.experiment.config.TaskConfig;
import dev.wherefore.core.experiment.config.Vocabulary;
import dev.wherefore.core.method.Method;
import dev.wherefore.core.method.Methods;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The models that a server has, by name. */
public final class ServedModels implements AutoCloseable {

    private static final int WRONG = 422;

    private final Methods methods;
    private final Map<String, ServedModel> models = new LinkedHashMap<>();

    private ServedModels(Methods methods) {
        this.methods = methods;
    }

    /** Opens models. */
    public static final class Opener implements ServedModel.Configs {

        private final Map<String, Task> tasks;
        private final Methods methods;
        private final ConfigReader reader;

        /**
         * Constructs the opener.
         *
         * @param tasks the tasks by name
         * @param methods the methods there are
         * @param vocabulary the names that configs may use
         */
        @Inject
        public Opener(Map<String, Task> tasks, Methods methods, Vocabulary vocabulary) {
            this.tasks = new TreeMap<>(tasks);
            this.methods = methods;
            this.reader = new ConfigReader(vocabulary);
        }

        /**
         * Returns the models that configs describe, each named by its file.
         *
         * @param configs the configs, at least one
         * @param device where their networks run
         * @return the models, to be closed by the caller
         * @throws UserError if a config does not describe one, or two have the same name
         */
        public ServedModels open(List<Path> configs, Device device) {
            return Opening.closingIfFailed(
                    new ServedModels(methods),
                    opened -> {
                        configs.forEach(
                                config -> opened.add(ServedModel.open(config, this, device)));
                        return opened;
                    });
        }

        @Override
        public TaskConfig<RunConfig> read(ConfigFile file) {
            Map<String, Class<? extends Record>> keys = new TreeMap<>();
            tasks.forEach((name, task) -> keys.put(name, task.keys()));
            return reader.readTask(file, RunConfig.class, keys);
        }

        @Override
        public Task task(TaskConfig<RunConfig> config) {
            Task task = tasks.get(config.shared().task());
            if (task == null) {
                throw new UserError("there is no task '" + config.shared().task() + "'");
            }
            return task;
        }

        @Override
        public Methods methods() {
            return methods;
        }
    }

    private void add(ServedModel model) {
        if (models.putIfAbsent(model.view().name(), model) != null) {
            model.close();
            throw new UserError(
                    "two configs are called '%s': models are named by their configs' files"
                            .formatted(model.view().name()));
        }
    }

    /**
     * Returns the models' names.
     *
     * @return the names, in the order of the configs
     */
    public List<String> names() {
        return List.copyOf(models.keySet());
    }

    /** What clients need to know of the models. */
    List<ModelView> views() {
        return models.values().stream().map(ServedModel::view).toList();
    }

    /** What clients need to know of the methods. */
    List<MethodView> methods() {
        return methods.all().stream().map(MethodView::of).toList();
    }

    /**
     * A method to choose.
     *
     * @param name its name
     * @param title its name in print
     * @param goodFor when to use it
     * @param caution what to mind
     * @param cost what one target costs, in forward and backward passes
     * @param needsLayer whether it looks at layers
     */
    record MethodView(
            String name,
            String title,
            String goodFor,
            String caution,
            String cost,
            boolean needsLayer) {

        private static MethodView of(Method method) {
            var card = method.card();
            return new MethodView(
                    card.name(),
                    card.title(),
                    card.goodFor(),
                    card.caution(),
                    card.cost(),
                    method.needsLayer());
        }
    }

    /**
     * The model of a name.
     *
     * @throws Refusal if there is none
     */
    ServedModel get(String name) {
        ServedModel model = models.get(name);
        if (model == null) {
            throw Refusal.at(
                    WRONG,
                    "model",
                    "there is no model '%s'%s; there are %s"
                            .formatted(
                                    name,
                                    NearMatches.hint(name, models.keySet()).replace("?", ""),
                                    String.join(", ", models.keySet())));
        }
        return model;
    }

    @Override
    public void close() {
        models.values().forEach(ServedModel::close);
        models.clear();
    }
}
