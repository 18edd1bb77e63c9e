package dev.wherefore.vqa.network;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import dev.wherefore.core.UserError;
import java.util.function.Function;

/** A network that gives a number for each answer: {@code (R, K)}. */
public final class LogitForm implements AnswerForm {

    @Override
    public NDArray given(NDManager scope, int[] about) {
        return scope.create(0L);
    }

    @Override
    public NDArray scores(NDManager scope, NDArray output, int[] about) {
        Shape shape = output.getShape();
        if (shape.dimension() != 2 || shape.get(0) != about.length) {
            throw new UserError(
                    "a network that answers questions must give (questions, answers), for %d questions it gives %s"
                            .formatted(about.length, shape));
        }
        return output.toType(DataType.FLOAT32, false);
    }

    @Override
    public NDArray all(int rows, Function<int[], NDArray> pass) {
        return pass.apply(new int[rows]);
    }
}
