package dev.wherefore.vqa.train;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import dev.wherefore.core.scene.language.QuestionType;
import dev.wherefore.vqa.head.FilmHead;
import dev.wherefore.vqa.head.HeadTap;

/** Remembers how much each place says to the questions, and where the anchors are. */
final class Said implements HeadTap {

    /** Keeps the share of nothing at all from being no number. */
    private static final float LITTLE = 1e-3f;

    private final NDList amounts = new NDList();
    private final NDList anchors = new NDList();

    @Override
    public NDArray on(String layer, NDArray given) {
        if (layer.equals(FilmHead.FUSED)) {
            keep(given.mean(new int[] {1}), amounts);
        }
        if (layer.equals(FilmHead.ANCHORS)) {
            keep(given.mul(given.onesLike()), anchors);
        }
        return given;
    }

    /** What is made outlives the pass through the head. */
    private static void keep(NDArray made, NDList where) {
        made.attach(made.getManager().getParentManager());
        where.add(made);
    }

    /** The mean over what all places say, {@code ()}. */
    NDArray mean() {
        return amounts.singletonOrThrow().mean();
    }

    /**
     * The share of what places say that lies where no object is, in the mean over the questions
     * that do not ask for the place.
     *
     * @param ground {@code (N, 1, h * w)}, the share of each place that no object covers
     * @param types {@code (N, S)}, the questions' types
     * @return {@code ()}, from 0 to 1
     */
    NDArray beside(NDArray ground, NDArray types) {
        NDArray amount = amounts.singletonOrThrow();
        NDArray each = amount.reshape(types.getShape().get(0), types.getShape().get(1), -1);
        NDArray all = each.sum(new int[] {2});
        NDArray share = each.mul(ground).sum(new int[] {2}).div(all.add(little(all)));
        NDArray counted =
                types.neq(SceneQuestions.number(QuestionType.PLACE))
                        .toType(types.getDataType(), false);
        return share.mul(counted).sum().div(counted.sum().add(little(counted.sum())));
    }

    private static NDArray little(NDArray like) {
        return like.onesLike().mul(LITTLE);
    }

    /**
     * How far the anchors are from the objects that the question names to say where to look,
     * squared, in the mean over the questions that name one; the sum over the anchors.
     *
     * @param named {@code (N, S, 2 * 3)}: x, y, and whether there is one
     * @return {@code ()}
     */
    NDArray astray(NDArray named) {
        NDArray places = anchors.singletonOrThrow();
        NDArray flat = named.reshape(-1, named.getShape().get(2));
        long looked = places.getShape().get(2) / 2;
        NDArray sum = astray(places, flat, 0);
        for (int i = 1; i < Math.min(looked, SceneQuestions.MOST_NAMED); i++) {
            sum = sum.add(astray(places, flat, i));
        }
        return sum;
    }

    private static NDArray astray(NDArray places, NDArray named, int which) {
        int from = which * SceneQuestions.NAMED;
        NDArray there = named.get(":, {}:{}", from + 2, from + 3);
        NDArray place = places.get(":, 0, {}:{}", 2 * which, 2 * which + 2);
        NDArray off = place.sub(named.get(":, {}:{}", from, from + 2)).mul(there);
        return off.mul(off).sum().div(there.sum().add(1));
    }
}
