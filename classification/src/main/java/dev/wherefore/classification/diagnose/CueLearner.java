package dev.wherefore.classification.diagnose;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.ParameterStore;
import dev.wherefore.core.image.Picture;
import dev.wherefore.core.image.PreparedPicture;
import dev.wherefore.core.image.Preprocessing;
import dev.wherefore.core.network.Network;
import dev.wherefore.core.network.block.BlockNetworks;
import dev.wherefore.core.network.block.NetworkBlock;
import dev.wherefore.core.train.Augmentation;
import dev.wherefore.core.train.Example;
import dev.wherefore.core.train.HostArray;
import dev.wherefore.core.train.Learner;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/** A network that learns from pictures, each of one class: softmax and cross-entropy. */
final class CueLearner implements Learner, AutoCloseable {

    private static final long PRIME = 1_000_003;

    private final NetworkBlock block;
    private final List<Lesson> lessons;
    private final Preprocessing preprocessing;
    private final Augmentation augmentation;
    private final long seed;
    private final NDManager manager;
    private final ParameterStore parameters;

    /**
     * A picture and what it shows.
     *
     * @param picture the picture
     * @param index the class, from 0
     */
    record Lesson(Picture picture, int index) {}

    CueLearner(
            NetworkBlock block,
            List<Lesson> lessons,
            Preprocessing preprocessing,
            Augmentation augmentation,
            long seed,
            Device device) {
        this.block = block;
        this.lessons = List.copyOf(lessons);
        this.preprocessing = preprocessing;
        this.augmentation = augmentation;
        this.seed = seed;
        this.manager = NDManager.newBaseManager(device);
        this.parameters = new ParameterStore(manager, false);
        block.initialise(manager, seed);
        block.freezeParameters(false);
    }

    @Override
    public NDManager manager() {
        return manager;
    }

    @Override
    public Map<String, NDArray> weights() {
        return block.parameters().weights();
    }

    /** A lesson drawn by chance: its picture {@code (C, H, W)}, and 1 for its class {@code (K)}. */
    @Override
    public Example example(long index) {
        SplittableRandom random = new SplittableRandom(seed * PRIME + index);
        Lesson lesson = lessons.get(random.nextInt(lessons.size()));
        PreparedPicture picture = preprocessing.apply(augmentation.apply(lesson.picture(), random));
        float[] right = new float[block.config().classes()];
        right[lesson.index()] = 1;
        return new Example(
                List.of(
                        new HostArray(
                                picture.channelsFirst(),
                                new Shape(picture.channels(), picture.height(), picture.width())),
                        new HostArray(right, new Shape(right.length))));
    }

    @Override
    public NDArray loss(NDList batch) {
        return block.forward(parameters, new NDList(batch.get(0)), true)
                .singletonOrThrow()
                .logSoftmax(1)
                .mul(batch.get(1))
                .sum(new int[] {1})
                .mean()
                .neg();
    }

    /** The network as it is now; to be closed before this. */
    Network network() {
        block.freezeParameters(true);
        return BlockNetworks.sharing(block, manager.getDevice());
    }

    @Override
    public void close() {
        manager.close();
    }
}
