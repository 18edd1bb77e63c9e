package dev.wherefore.vqa;

import ai.djl.Device;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import dev.wherefore.core.explain.Explanation;
import dev.wherefore.core.network.Inputs;
import dev.wherefore.core.network.LayerRun;
import dev.wherefore.core.network.torchscript.TorchScriptNetwork;
import dev.wherefore.core.support.Reference;
import dev.wherefore.vqa.network.GivenInputs;
import dev.wherefore.vqa.network.JoinedVqa;
import dev.wherefore.vqa.network.LogitForm;
import dev.wherefore.vqa.network.VqaNetwork;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** A small network that answers questions, and the numbers that autograd gives for it. */
abstract class TinyVqaCase {

    static final List<String> LAYERS = List.of("cnn.layer3", "cnn.layer2");
    static final List<Integer> ANSWERS = List.of(1, 4);
    static final Optional<LayerRun> WORDS = Optional.of(LayerRun.parse("embed"));
    static final double TOLERANCE = 1e-4;

    /** Questions of one length, the reference's own first. */
    final long[][] questions = {
        {}, {3, 1, 4, 1, 5}, {2, 7, 1, 8, 2}, {6, 6, 2, 6, 0},
    };

    final Reference reference = Reference.of("tiny-vqa");

    TinyVqaCase() {
        questions[0] = reference.array("question_ids").toLongs();
    }

    VqaNetwork open(String form) {
        TorchScriptNetwork network =
                TorchScriptNetwork.load(reference.path(form + ".pt"), Device.cpu());
        return new JoinedVqa(
                network,
                GivenInputs.of(network.inputs(), List.of(), false, 0),
                "",
                "",
                WORDS,
                new LogitForm());
    }

    /** The reference's picture with some questions. */
    Inputs inputs(NDManager scope, long[]... asked) {
        long[] ids = Arrays.stream(asked).flatMapToLong(Arrays::stream).toArray();
        Shape shape = new Shape(1, asked.length, asked[0].length);
        return VqaNetwork.inputs(reference.input(scope), scope.create(ids, shape));
    }

    static float[] raw(Explanation explanation) {
        return explanation.raw().get(0).toArray();
    }
}
