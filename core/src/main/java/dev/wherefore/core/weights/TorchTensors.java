package dev.wherefore.core.weights;

import ai.djl.ndarray.types.Shape;
import dev.wherefore.core.UserError;
import dev.wherefore.core.weights.PickleValue.Storage;
import dev.wherefore.core.weights.PickleValue.Tensor;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Turns the tensors that a pickle describes into tensors of the file, each checked. */
record TorchTensors(FileBytes bytes, TorchStorages storages) {

    StateDict stateDict(PickleValue root) {
        Map<String, WeightTensor> tensors = new LinkedHashMap<>();
        new Checkpoint(bytes.file())
                .tensors(root)
                .forEach((name, tensor) -> tensors.put(name, tensor(name, tensor)));
        return new StateDict(bytes.file().toString(), tensors, Map.of());
    }

    private WeightTensor tensor(String name, Tensor tensor) {
        Storage storage = tensor.storage();
        try {
            requireInside(name, tensor);
        } catch (ArithmeticException e) {
            String text =
                    "tensor " + Quoted.name(name) + " of shape " + tensor.shape() + " is too large";
            throw new UserError(broken(bytes.file(), text).getMessage(), e);
        }
        long start = storages.start(storage) + tensor.offset() * storage.type().bytes();
        Shape shape = new Shape(longs(tensor.shape()));
        return new FileTensor(bytes, start, storage.type(), shape, longs(tensor.strides()));
    }

    private void requireInside(String name, Tensor tensor) {
        long count = 1;
        long last = tensor.offset();
        for (int d = 0; d < tensor.shape().size(); d++) {
            long dimension = tensor.shape().get(d);
            count = Math.multiplyExact(count, dimension);
            long reach = Math.multiplyExact(Math.max(0, dimension - 1), tensor.strides().get(d));
            last = Math.addExact(last, reach);
        }
        long held = tensor.storage().count();
        if (count > held) {
            throw broken(
                    bytes.file(),
                    "tensor "
                            + Quoted.name(name)
                            + " has "
                            + count
                            + " values, and its storage "
                            + held
                            + "; save tensor.contiguous() if it is an expanded view");
        }
        if (count == 0 ? tensor.offset() > held : last >= held) {
            throw broken(
                    bytes.file(),
                    "tensor "
                            + Quoted.name(name)
                            + " reaches value "
                            + last
                            + " of a storage that has "
                            + held);
        }
    }

    private static long[] longs(List<Long> numbers) {
        return numbers.stream().mapToLong(Long::longValue).toArray();
    }

    static UserError bigEndian(Path file) {
        return new UserError(
                "'"
                        + file
                        + "' was written in big-endian byte order; only little-endian files are"
                        + " read");
    }

    static UserError broken(Path file, String why) {
        return new UserError("'" + file + "' is not a sound PyTorch file: " + why);
    }
}
