package dev.wherefore.core.weights;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a pickle of tensors and containers can hold. */
sealed interface PickleValue {

    /** What is passed over: None, fractions, bytes, sets, devices, numbers of NumPy. */
    enum Plain implements PickleValue {
        PLAIN
    }

    record Text(String text) implements PickleValue {}

    record Truth(boolean truth) implements PickleValue {}

    record Whole(BigInteger number) implements PickleValue {
        static Whole of(long number) {
            return new Whole(BigInteger.valueOf(number));
        }
    }

    record Tuple(List<PickleValue> items) implements PickleValue {}

    /** A list, which grows while it is read. */
    record Items(List<PickleValue> items) implements PickleValue {
        static Items empty() {
            return new Items(new ArrayList<>());
        }
    }

    /**
     * A dictionary, which grows while it is read. Entries whose key is no text are left out: they
     * cannot be named tensors, and so no key is ever hashed that a file could make deep or cyclic.
     */
    record Dict(Map<String, PickleValue> entries) implements PickleValue {
        static Dict empty() {
            return new Dict(new LinkedHashMap<>());
        }

        void put(PickleValue key, PickleValue value) {
            if (key instanceof Text text) {
                entries.put(text.text(), value);
            }
        }
    }

    /** A name of Python's that is on the list of what may be there. */
    record Global(TorchGlobal role, Optional<ElementType> type) implements PickleValue {}

    /**
     * Numbers that lie outside the pickle.
     *
     * @param key under which name
     * @param type their type
     * @param count how many there are
     * @param from where a view into them begins, in numbers
     */
    record Storage(String key, ElementType type, long count, long from) implements PickleValue {}

    /**
     * A tensor.
     *
     * @param storage where its numbers are
     * @param offset its first number
     * @param shape its dimensions
     * @param strides how far the next number along each dimension is
     */
    record Tensor(Storage storage, long offset, List<Long> shape, List<Long> strides)
            implements PickleValue {}
}
