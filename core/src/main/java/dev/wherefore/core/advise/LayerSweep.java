package dev.wherefore.core.advise;

import ai.djl.Device;
import dev.wherefore.core.UserError;
import dev.wherefore.core.experiment.ExplainedPicture;
import dev.wherefore.core.experiment.PictureExplainer;
import dev.wherefore.core.experiment.RunConfig;
import dev.wherefore.core.experiment.Task;
import dev.wherefore.core.experiment.config.TaskConfig;
import dev.wherefore.core.image.Picture;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Explains the same pictures at one layer after the other, and tries every map. */
public final class LayerSweep {

    private final Task task;
    private final TaskConfig<RunConfig> config;
    private final String method;
    private final Device device;
    private final List<Picture> pictures;
    private final Consumer<String> progress;

    /**
     * Constructs a sweep.
     *
     * @param task the task
     * @param config what is explained; its layers and methods do not count
     * @param method the method whose maps are compared; it needs a layer
     * @param device where the network runs
     * @param pictures the pictures, at least one
     * @param progress hears which layer is next
     */
    public LayerSweep(
            Task task,
            TaskConfig<RunConfig> config,
            String method,
            Device device,
            List<Picture> pictures,
            Consumer<String> progress) {
        this.task = task;
        this.config = config;
        this.method = method;
        this.device = device;
        this.pictures = List.copyOf(pictures);
        this.progress = progress;
    }

    /**
     * Returns the layers that are worth comparing, where the user names none.
     *
     * @return at most twelve layers in the order of the run
     * @throws UserError if the network cannot be opened, or no layer suits
     */
    public List<String> candidates() {
        try (PictureExplainer explainer = open(List.of())) {
            List<String> found = LayerCandidates.of(explainer.suitableLayers());
            if (found.isEmpty()) {
                throw new UserError(
                        "no layer of the network is known that gives maps: name some with"
                                + " --layers");
            }
            return found;
        }
    }

    /**
     * Returns how good some layers are.
     *
     * @param layers the layers
     * @param strips where the maps go, to be drawn side by side
     * @return the layers, the best first
     * @throws UserError if no layer gives any map
     */
    public List<LayerAdvice> advise(List<String> layers, Strips strips) {
        List<LayerAdvice> advice = new ArrayList<>();
        warmUp(layers.get(0));
        for (String layer : layers) {
            progress.accept(layer);
            advice.add(tried(layer, strips));
        }
        if (advice.stream().allMatch(a -> a.maps() == 0)) {
            throw new UserError(
                    "no layer gives a map: "
                            + advice.get(0).layer()
                            + ": "
                            + advice.get(0).warnings().get(0));
        }
        return Advice.ranked(advice);
    }

    /** The first pass of a program takes longest, and would count against the first layer. */
    private void warmUp(String layer) {
        try (PictureExplainer explainer = open(List.of(layer))) {
            explainer.explain(List.of(pictures.get(0)));
        } catch (UserError e) {
            // is told of the layer itself
        }
    }

    private LayerAdvice tried(String layer, Strips strips) {
        LayerTally tally = new LayerTally(layer);
        try (PictureExplainer explainer = open(List.of(layer))) {
            for (int i = 0; i < pictures.size(); i++) {
                // one by one: pictures of a batch would share the time
                ExplainedPicture explained = explainer.explain(List.of(pictures.get(i))).get(0);
                explained.findings().forEach(finding -> tally.add(finding.explanation()));
                strips.add(i, layer, explained);
            }
        } catch (UserError e) {
            return LayerAdvice.refused(layer, e.getMessage());
        }
        return tally.advice();
    }

    private PictureExplainer open(List<String> layers) {
        RunConfig shared = config.shared();
        RunConfig changed = shared.with(shared.explain().triedAt(layers, method));
        return task.open(new TaskConfig<>(changed, config.own(), config.places()), device);
    }
}
