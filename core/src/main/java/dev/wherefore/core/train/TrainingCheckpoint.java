package dev.wherefore.core.train;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.wherefore.core.UserError;
import dev.wherefore.core.experiment.ResultJson;
import dev.wherefore.core.experiment.WholeFile;
import dev.wherefore.core.weights.ElementType;
import dev.wherefore.core.weights.SafetensorsFile;
import dev.wherefore.core.weights.StateDict;
import dev.wherefore.core.weights.WeightTensor;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * All that is needed to go on with a training as if it had never stopped, in one file.
 *
 * @param config the config it belongs to, as text
 * @param history how the epochs went so far, at least one
 * @param state the network's arrays
 * @param best the network's arrays after the best epoch
 * @param moments the optimiser's moments
 */
record TrainingCheckpoint(
        String config,
        List<EpochResult> history,
        Map<String, HostArray> state,
        Map<String, HostArray> best,
        Map<String, HostArray> moments) {

    private static final ObjectMapper JSON = ResultJson.mapper();
    private static final String CONFIG = "wherefore.training.config";
    private static final String HISTORY = "wherefore.training.history";
    private static final String STATE = "state/";
    private static final String BEST = "best/";
    private static final String MOMENTS = "moments/";

    /** Writes the checkpoint, in place of one that is there. */
    void write(Path file) {
        Map<String, WeightTensor> tensors = new LinkedHashMap<>();
        add(tensors, STATE, state);
        add(tensors, BEST, best);
        add(tensors, MOMENTS, moments);
        Map<String, String> metadata = Map.of(CONFIG, config, HISTORY, text(history));
        SafetensorsFile.write(
                file,
                new StateDict(file.toString(), tensors, metadata),
                ElementType.F32,
                new WholeFile(true));
    }

    private static void add(
            Map<String, WeightTensor> tensors, String prefix, Map<String, HostArray> arrays) {
        arrays.forEach(
                (name, array) ->
                        tensors.put(prefix + name, WeightTensor.of(array.shape(), array.values())));
    }

    /**
     * Reads a checkpoint.
     *
     * @throws UserError if the file is none
     */
    static TrainingCheckpoint read(Path file) {
        StateDict all = SafetensorsFile.read(file);
        try {
            String text = entry(all, HISTORY).orElseThrow(() -> none(file));
            List<EpochResult> history = JSON.readValue(text, new TypeReference<>() {});
            if (history.isEmpty()) {
                throw none(file);
            }
            return new TrainingCheckpoint(
                    entry(all, CONFIG).orElseThrow(() -> none(file)),
                    history,
                    part(all, STATE),
                    part(all, BEST),
                    part(all, MOMENTS));
        } catch (JsonProcessingException e) {
            throw none(file);
        }
    }

    private static UserError none(Path file) {
        return new UserError(
                file
                        + " is not the checkpoint of a training; begin anew with --overwrite, or"
                        + " choose another --out");
    }

    private static Optional<String> entry(StateDict all, String name) {
        return Optional.ofNullable(all.metadata().get(name));
    }

    private static Map<String, HostArray> part(StateDict all, String prefix) {
        Map<String, HostArray> arrays = new LinkedHashMap<>();
        all.tensors()
                .forEach(
                        (name, tensor) -> {
                            if (name.startsWith(prefix)) {
                                arrays.put(
                                        name.substring(prefix.length()),
                                        new HostArray(tensor.toFloats(), tensor.shape()));
                            }
                        });
        return arrays;
    }

    private static String text(Object value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a checkpoint could not be written as JSON", e);
        }
    }
}
