package dev.wherefore.core.weights;

import dev.wherefore.core.UserError;
import dev.wherefore.core.weights.PickleValue.Dict;
import dev.wherefore.core.weights.PickleValue.Global;
import dev.wherefore.core.weights.PickleValue.Items;
import dev.wherefore.core.weights.PickleValue.Storage;
import dev.wherefore.core.weights.PickleValue.Tensor;
import dev.wherefore.core.weights.PickleValue.Text;
import dev.wherefore.core.weights.PickleValue.Tuple;
import dev.wherefore.core.weights.PickleValue.Whole;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Makes tensors and dictionaries of what a pickle asks to call, and refuses all else. */
final class TorchObjects {

    private static final int MOST_DIMENSIONS = 64;

    private final FileCursor cursor;
    private final PickleStack stack;
    private final Map<String, Storage> storages;

    /**
     * @param storages where each storage that is referred to is entered, by its key
     */
    TorchObjects(FileCursor cursor, PickleStack stack, Map<String, Storage> storages) {
        this.cursor = cursor;
        this.stack = stack;
        this.storages = storages;
    }

    Global global(PickleValue module, PickleValue name) {
        if (module instanceof Text m && name instanceof Text n) {
            return global(m.text(), n.text());
        }
        throw cursor.broken("its pickle names a class by what is no text");
    }

    Global global(String module, String name) {
        return TorchGlobal.find(module, name)
                .orElseThrow(
                        () ->
                                new UserError(
                                        "'"
                                                + cursor.file()
                                                + "' holds a "
                                                + Quoted.name(module + "." + name)
                                                + " object; only tensors and containers are read,"
                                                + " and nothing is executed; save"
                                                + " model.state_dict() instead"));
    }

    PickleValue call(PickleValue callee, PickleValue arguments) {
        if (!(callee instanceof Global global) || !(arguments instanceof Tuple tuple)) {
            throw cursor.broken("its pickle calls what is no function");
        }
        List<PickleValue> items = tuple.items();
        return switch (global.role()) {
            case DICT -> dict(items);
            case TENSOR -> tensor(items);
            case PARAMETER -> parameter(items);
            case WITH_ATTRIBUTES -> withAttributes(items);
            case TUPLE -> new Tuple(sequence(argument(items, 0)));
            case PLAIN -> PickleValue.Plain.PLAIN;
            case STORAGE -> throw cursor.broken("its pickle makes a storage by itself");
        };
    }

    private Dict dict(List<PickleValue> arguments) {
        Dict dict = Dict.empty();
        if (arguments.size() == 1 && arguments.get(0) instanceof Items pairs) {
            stack.spend(pairs.items().size());
            for (PickleValue item : pairs.items()) {
                List<PickleValue> pair = sequence(item);
                dict.put(argument(pair, 0), argument(pair, 1));
            }
        }
        return dict;
    }

    private PickleValue withAttributes(List<PickleValue> arguments) {
        boolean known =
                argument(arguments, 0) instanceof Global global
                        && (global.role() == TorchGlobal.TENSOR
                                || global.role() == TorchGlobal.PARAMETER);
        if (!known) {
            throw cursor.broken("its pickle has a tensor of an unknown class");
        }
        return call(argument(arguments, 0), argument(arguments, 2));
    }

    private Tensor parameter(List<PickleValue> arguments) {
        if (argument(arguments, 0) instanceof Tensor tensor) {
            return tensor;
        }
        throw cursor.broken("its pickle has a parameter that is no tensor");
    }

    private Tensor tensor(List<PickleValue> arguments) {
        if (!(argument(arguments, 0) instanceof Storage storage)) {
            throw cursor.broken("its pickle has a tensor without a storage");
        }
        List<Long> shape = numbers(argument(arguments, 2));
        List<Long> strides = numbers(argument(arguments, 3));
        long offset = number(argument(arguments, 1));
        if (shape.size() != strides.size() || shape.size() > MOST_DIMENSIONS) {
            throw cursor.broken(
                    "a tensor in it has "
                            + shape.size()
                            + " dimensions and "
                            + strides.size()
                            + " strides");
        }
        if (offset > Long.MAX_VALUE - storage.from()) {
            throw cursor.broken("a tensor in it begins beyond its storage");
        }
        return new Tensor(storage, offset + storage.from(), shape, strides);
    }

    /** Returns the storage that a persistent id names. */
    Storage storage(PickleValue id) {
        List<PickleValue> parts = sequence(id);
        boolean sound =
                argument(parts, 0) instanceof Text word
                        && word.text().equals("storage")
                        && argument(parts, 1) instanceof Global global
                        && global.type().isPresent()
                        && argument(parts, 2) instanceof Text;
        if (!sound) {
            throw cursor.broken("its pickle refers to what is no storage");
        }
        ElementType type = ((Global) parts.get(1)).type().orElseThrow();
        String key = ((Text) parts.get(2)).text();
        long from = parts.size() > 5 ? viewOffset(parts.get(5)) : 0;
        Storage storage = new Storage(key, type, number(argument(parts, 4)), from);
        Storage first = storages.putIfAbsent(key, storage);
        if (first != null && (first.type() != type || first.count() != storage.count())) {
            throw cursor.broken(
                    "its pickle gives storage " + Quoted.name(key) + " two types or sizes");
        }
        return storage;
    }

    /** A view in old files: its key, its offset and its size; it is None mostly. */
    private long viewOffset(PickleValue view) {
        return view instanceof Tuple tuple ? number(argument(tuple.items(), 1)) : 0;
    }

    private List<Long> numbers(PickleValue value) {
        List<PickleValue> items = sequence(value);
        stack.spend(items.size());
        List<Long> numbers = new ArrayList<>();
        for (PickleValue item : items) {
            numbers.add(number(item));
        }
        return List.copyOf(numbers);
    }

    private long number(PickleValue value) {
        if (value instanceof Whole whole
                && whole.number().signum() >= 0
                && whole.number().bitLength() < Long.SIZE) {
            return whole.number().longValueExact();
        }
        throw cursor.broken("its pickle has a size or an offset that is no whole number from 0 on");
    }

    private List<PickleValue> sequence(PickleValue value) {
        if (value instanceof Tuple tuple) {
            return tuple.items();
        }
        if (value instanceof Items list) {
            stack.spend(list.items().size());
            return List.copyOf(list.items());
        }
        throw cursor.broken("its pickle has something else where a tuple should be");
    }

    private PickleValue argument(List<PickleValue> arguments, int index) {
        if (index >= arguments.size()) {
            throw cursor.broken("its pickle has too few arguments for a call");
        }
        return arguments.get(index);
    }
}
