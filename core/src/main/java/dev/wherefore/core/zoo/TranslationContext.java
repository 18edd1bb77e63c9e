package dev.wherefore.core.zoo;

import ai.djl.Model;
import ai.djl.metric.Metrics;
import ai.djl.ndarray.NDManager;
import ai.djl.nn.Block;
import ai.djl.translate.TranslatorContext;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a translator is told where no predictor runs it: the model, and a scope for its arrays. */
final class TranslationContext implements TranslatorContext {

    private final Model model;
    private final NDManager scope;
    private final Map<String, Object> attachments = new HashMap<>();

    /**
     * @param model the model that the translator belongs to
     * @param scope owns the arrays; closed by the caller
     */
    TranslationContext(Model model, NDManager scope) {
        this.model = model;
        this.scope = scope;
    }

    @Override
    public Model getModel() {
        return model;
    }

    @Override
    public NDManager getNDManager() {
        return scope;
    }

    @Override
    public NDManager getPredictorManager() {
        return scope;
    }

    @Override
    public Block getBlock() {
        return model.getBlock();
    }

    @Override
    public @Nullable Metrics getMetrics() {
        return null; // as of a predictor that measures nothing
    }

    @Override
    public @Nullable Object getAttachment(String key) {
        return attachments.get(key);
    }

    @Override
    public void setAttachment(String key, Object value) {
        attachments.put(key, value);
    }

    @Override
    public void close() {
        // the scope is the caller's
    }
}
