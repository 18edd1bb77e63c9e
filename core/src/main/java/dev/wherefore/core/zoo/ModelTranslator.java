package dev.wherefore.core.zoo;

import ai.djl.Model;
import ai.djl.modality.Classifications;
import ai.djl.modality.cv.Image;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.repository.zoo.ZooModel;
import ai.djl.translate.Batchifier;
import ai.djl.translate.Translator;
import dev.wherefore.core.UserError;
import dev.wherefore.core.target.Labels;
import java.util.List;
import java.util.Optional;

/** A model's own translator: how a picture becomes its input, and what its classes are called. */
final class ModelTranslator {

    private static final int CHANNELS_FIRST = 4;

    private final Model model;
    private final Translator<Image, ?> translator;

    /**
     * @param model the model; its translator is prepared here, and its predictors are left alone
     * @param scope for the arrays that the translator makes to be ready
     */
    ModelTranslator(ZooModel<Image, ?> model, NDManager scope) {
        this.model = model;
        this.translator = model.getTranslator();
        asked("be prepared", () -> prepared(scope));
    }

    private boolean prepared(NDManager scope) throws Exception {
        translator.prepare(new TranslationContext(model, scope));
        return true;
    }

    /**
     * Returns a picture as the network's input.
     *
     * @param scope owns the array
     * @return {@code (1, C, H, W)}
     * @throws UserError if the translator makes anything else of it
     */
    NDArray input(NDManager scope, Image image) {
        NDList made =
                asked(
                        "make an input of the picture",
                        () -> translator.processInput(new TranslationContext(model, scope), image));
        Batchifier batchifier = translator.getBatchifier();
        NDList batch = batchifier == null ? made : batchifier.batchify(new NDList[] {made});
        batch.attach(scope);
        if (batch.size() != 1 || batch.get(0).getShape().dimension() != CHANNELS_FIRST) {
            throw new UserError(
                    "the translator of the model '"
                            + model.getName()
                            + "' must make one input (pictures, channels, height, width) of a"
                            + " picture, and makes "
                            + batch.getShapes().length
                            + ", the first "
                            + batch.get(0).getShape());
        }
        return batch.get(0);
    }

    /**
     * Returns what the model's classes are called.
     *
     * @param scope for what is needed on the way
     * @param scores {@code (1, K)}, what the network gave for a picture
     * @return their labels; numbers where the translator does not give classifications
     */
    Labels labels(NDManager scope, NDArray scores) {
        Object answer =
                asked(
                        "read the output",
                        () ->
                                translator.processOutput(
                                        new TranslationContext(model, scope),
                                        new NDList(scores.get(0))));
        return Optional.of(answer)
                .filter(Classifications.class::isInstance)
                .map(Classifications.class::cast)
                .map(Classifications::getClassNames)
                .map(names -> named(List.copyOf(names)))
                .orElseGet(() -> Labels.none(Labels.Sort.CLASS));
    }

    private Labels named(List<String> names) {
        return Labels.of(names, "the model '" + model.getName() + "'", Labels.Sort.CLASS);
    }

    /** Something that a translator of the user's may refuse by any exception. */
    private interface Question<T> {
        T ask() throws Exception;
    }

    private <T> T asked(String what, Question<T> question) {
        try {
            return question.ask();
        } catch (UserError e) {
            throw e;
        } catch (Exception e) {
            throw new UserError(
                    "the translator of the model '"
                            + model.getName()
                            + "' cannot "
                            + what
                            + ": "
                            + e.getMessage(),
                    e);
        }
    }
}
