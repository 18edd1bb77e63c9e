package dev.wherefore.core.network.block;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.exc.ValueInstantiationException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.wherefore.core.UserError;
import dev.wherefore.core.weights.StateDict;

/**
 * The sizes of a part of a network that is written here, as one line of JSON in the metadata of its
 * weights.
 *
 * @param <R> the record of the sizes, all of them numbers
 * @param type the record's class
 * @param name the name under which the metadata have them
 * @param part what the part is called in messages, {@code "decoder"}
 */
public record DescribedSizes<R extends Record>(Class<R> type, String name, String part) {

    private static JsonMapper mapper() {
        return JsonMapper.builder()
                .propertyNamingStrategy(PropertyNamingStrategies.KEBAB_CASE)
                .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .build();
    }

    /**
     * Returns sizes as one line of JSON.
     *
     * @param sizes the sizes
     * @return the line
     */
    public String toJson(R sizes) {
        try {
            return mapper().writeValueAsString(sizes);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the sizes of a " + part + " could not be written", e);
        }
    }

    /**
     * Returns the sizes that a file of weights tells of.
     *
     * @param weights the weights
     * @return the sizes
     * @throws UserError if the file does not tell, or not so that it can be understood
     */
    public R of(StateDict weights) {
        String json = weights.metadata().get(name);
        if (json == null) {
            throw new UserError(
                    "%s does not say of which %s it holds the weights (no '%s' in its metadata); give weights that `wherefore train` has saved, or a TorchScript %s"
                            .formatted(weights.source(), part, name, part));
        }
        try {
            return mapper().readValue(json, type);
        } catch (JsonProcessingException e) {
            throw new UserError(
                    "%s describes its %s as '%s', which cannot be understood: %s"
                            .formatted(weights.source(), part, json, reason(e)),
                    e);
        }
    }

    private static String reason(JsonProcessingException e) {
        if (e instanceof UnrecognizedPropertyException unknown) {
            return "it has an unknown key '" + unknown.getPropertyName() + "'";
        }
        return e instanceof ValueInstantiationException && e.getCause() != null
                ? String.valueOf(e.getCause().getMessage())
                : e.getOriginalMessage();
    }
}
