package dev.wherefore.core.train;

import ai.djl.engine.Engine;
import java.util.Optional;
import java.util.function.DoubleConsumer;

/**
 * A training that is over in minutes: nothing is measured on the way, nothing is written, and the
 * last weights are those that count. {@link Training} is for all others.
 *
 * @param updates how many updates are made, at least 1
 * @param batch how many examples make an update, at least 1
 * @param learningRate how the learning rate goes
 * @param weightDecay AdamW's λ, at least 0
 * @param workers how many threads make examples, at least 1
 * @param seed what dropout is drawn from
 */
public record BriefTraining(
        int updates,
        int batch,
        LearningRate learningRate,
        double weightDecay,
        int workers,
        long seed) {

    /**
     * Trains.
     *
     * @param learner whose weights are changed
     * @param listener hears each batch's loss before its update
     * @throws dev.wherefore.core.UserError if a loss is no number any more
     */
    public void train(Learner learner, DoubleConsumer listener) {
        // dropout's masks come from the engine's own generator
        Engine.getInstance().setRandomSeed((int) seed);
        try (AdamW optimizer =
                        new AdamW(
                                learner.manager(),
                                learningRate.over(updates),
                                (float) weightDecay);
                Updates steps = new Updates(learner, optimizer, Optional.empty());
                Batches batches = new Batches(learner::example, batch, 0, updates, workers)) {
            for (int i = 0; i < updates; i++) {
                listener.accept(steps.update(batches.next()));
            }
        }
    }
}
