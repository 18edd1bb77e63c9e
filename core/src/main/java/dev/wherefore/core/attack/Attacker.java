package dev.wherefore.core.attack;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import dev.wherefore.core.engine.Autograd;
import dev.wherefore.core.engine.GradientMode;
import dev.wherefore.core.explain.PictureBatch;
import dev.wherefore.core.image.PreparedPicture;
import dev.wherefore.core.image.Preprocessing;
import dev.wherefore.core.network.Inputs;
import dev.wherefore.core.network.Network;
import dev.wherefore.core.network.Pass;
import dev.wherefore.core.network.PassRequest;
import dev.wherefore.core.target.Target;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.IntToDoubleFunction;

/**
 * Changes pictures by a little, so that a target rises: along the signs of its gradient at the
 * pixels, no channel of a pixel by more than epsilon, none darker than black or brighter than
 * white. What is changed is the network's input, after resizing; its values are not rounded to
 * whole levels.
 */
public final class Attacker implements AutoCloseable {

    private static final long PRIME = 1_000_003;

    private final Network network;
    private final Preprocessing preprocessing;
    private final NDManager manager;
    private final Autograd autograd;

    /**
     * Constructs an attacker.
     *
     * @param network the network, which stays the caller's
     * @param preprocessing how its pictures are prepared
     */
    public Attacker(Network network, Preprocessing preprocessing) {
        this.network = network;
        this.preprocessing = preprocessing;
        this.manager = network.newScope();
        this.autograd = new Autograd(manager);
    }

    /**
     * Attacks pictures.
     *
     * @param batch pictures of one size
     * @param raised what shall rise in each picture
     * @param plan how
     * @param places each picture's number, from which its random start is drawn, with the seed
     * @return the changed pictures in their order
     */
    public List<PreparedPicture> attack(
            PictureBatch batch, Target raised, AttackPlan plan, List<Integer> places) {
        try (NDManager scope = network.newScope();
                GradientMode off = GradientMode.off()) {
            NDArray input = batch.array(scope);
            Bounds bounds = bounds(input, plan.epsilon());
            NDArray stride = perChannel(scope, preprocessing::span, plan.stride());
            NDArray changed =
                    plan.method() == AttackMethod.PGD ? start(input, bounds, plan, places) : input;
            int steps = plan.epsilon() == 0 ? 0 : plan.method().steps(plan.iterations());
            for (int i = 0; i < steps; i++) {
                changed = stepped(scope, changed, stride, bounds, raised);
            }
            return pictures(batch, changed.toFloatArray());
        }
    }

    /** What pixels may become at least and at most, {@code (B, C, H, W)} each. */
    private record Bounds(NDArray low, NDArray high) {

        NDArray cut(NDArray pixels) {
            return pixels.maximum(low).minimum(high);
        }
    }

    private Bounds bounds(NDArray input, double epsilon) {
        NDManager scope = input.getManager();
        NDArray far = perChannel(scope, preprocessing::span, epsilon);
        NDArray black = perChannel(scope, preprocessing::black, 1);
        NDArray white = perChannel(scope, c -> preprocessing.black(c) + preprocessing.span(c), 1);
        // rounding may have put a pixel a little beyond white; it is not moved for that
        return new Bounds(
                input.sub(far).maximum(black).minimum(input),
                input.add(far).minimum(white).maximum(input));
    }

    private NDArray perChannel(NDManager scope, IntToDoubleFunction number, double factor) {
        float[] all = new float[preprocessing.channels().count()];
        for (int c = 0; c < all.length; c++) {
            all[c] = (float) (number.applyAsDouble(c) * factor);
        }
        return scope.create(all, new Shape(1, all.length, 1, 1));
    }

    /** Pictures moved by chance, each pixel's channel by up to epsilon. */
    private NDArray start(NDArray input, Bounds bounds, AttackPlan plan, List<Integer> places) {
        List<SplittableRandom> randoms =
                places.stream()
                        .map(place -> new SplittableRandom(plan.seed() * PRIME + place))
                        .toList();
        float[] noise = new float[Math.toIntExact(input.size())];
        int each = noise.length / places.size();
        for (int i = 0; i < noise.length; i++) {
            SplittableRandom random = randoms.get(i / each);
            noise[i] = (float) (2 * random.nextDouble() - 1);
        }
        NDManager scope = input.getManager();
        NDArray moved = scope.create(noise, input.getShape());
        return bounds.cut(
                input.add(moved.mul(perChannel(scope, preprocessing::span, plan.epsilon()))));
    }

    private NDArray stepped(
            NDManager outer, NDArray pixels, NDArray stride, Bounds bounds, Target raised) {
        try (NDManager scope = network.newScope()) {
            NDArray direction = gradient(scope, pixels, raised).sign();
            NDArray next = bounds.cut(direction.mul(stride).add(pixels));
            next.attach(outer);
            return next;
        }
    }

    private NDArray gradient(NDManager scope, NDArray pixels, Target raised) {
        try (GradientMode on = GradientMode.on()) {
            Pass pass = network.run(scope, Inputs.of(pixels), PassRequest.toInput(false));
            NDArray score = raised.score(pass.outputs());
            return autograd.gradients(
                            scope,
                            List.of(score),
                            List.of(pass.input()),
                            List.of(score.onesLike()),
                            Autograd.Graph.FREE)
                    .get(0)
                    .orElseThrow(
                            () ->
                                    new IllegalStateException(
                                            "%s does not depend on the picture"
                                                    .formatted(raised.description())));
        }
    }

    private static List<PreparedPicture> pictures(PictureBatch batch, float[] values) {
        int each = values.length / batch.pictures().size();
        List<PreparedPicture> changed = new ArrayList<>();
        for (PreparedPicture picture : batch.pictures()) {
            int from = changed.size() * each;
            changed.add(picture.withValues(Arrays.copyOfRange(values, from, from + each)));
        }
        return changed;
    }

    @Override
    public void close() {
        autograd.close();
        manager.close();
    }
}
