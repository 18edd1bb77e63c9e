package dev.wherefore.core.weights;

import java.util.Map;
import java.util.Optional;

/** The names of Python's that may be in a pickle, and what they stand for. None is ever run. */
enum TorchGlobal {
    /** A class of dictionaries. */
    DICT,
    /** Makes a tensor out of a storage. */
    TENSOR,
    /** Makes a parameter out of a tensor. */
    PARAMETER,
    /** Makes a tensor or parameter that has attributes. */
    WITH_ATTRIBUTES,
    /** Makes a tuple out of a tuple. */
    TUPLE,
    /** The class of a storage. */
    STORAGE,
    /** What says nothing about weights. */
    PLAIN;

    private static final Map<String, ElementType> STORAGES =
            Map.of(
                    "FloatStorage", ElementType.F32,
                    "HalfStorage", ElementType.F16,
                    "BFloat16Storage", ElementType.BF16,
                    "DoubleStorage", ElementType.F64,
                    "LongStorage", ElementType.I64,
                    "IntStorage", ElementType.I32,
                    "ShortStorage", ElementType.I16,
                    "CharStorage", ElementType.I8,
                    "ByteStorage", ElementType.U8,
                    "BoolStorage", ElementType.BOOL);

    /** Returns what a name stands for, empty if it may not be there. */
    static Optional<PickleValue.Global> find(String module, String name) {
        ElementType type = STORAGES.get(name);
        if (type != null && (module.equals("torch") || module.equals("torch.cuda"))) {
            return Optional.of(new PickleValue.Global(STORAGE, Optional.of(type)));
        }
        // Python 2's name of the same module
        String today = module.equals("__builtin__") ? "builtins" : module;
        return role(today + "." + name).map(r -> new PickleValue.Global(r, Optional.empty()));
    }

    private static Optional<TorchGlobal> role(String name) {
        return switch (name) {
            case "collections.OrderedDict",
                    "collections.defaultdict",
                    "collections.Counter",
                    "builtins.dict" ->
                    Optional.of(DICT);
            case "torch._utils._rebuild_tensor_v2", "torch._utils._rebuild_tensor" ->
                    Optional.of(TENSOR);
            case "torch._utils._rebuild_parameter", "torch._utils._rebuild_parameter_with_state" ->
                    Optional.of(PARAMETER);
            case "torch._tensor._rebuild_from_type_v2" -> Optional.of(WITH_ATTRIBUTES);
            case "torch.Size" -> Optional.of(TUPLE);
            default -> isPlain(name) ? Optional.of(PLAIN) : Optional.empty();
        };
    }

    private static boolean isPlain(String name) {
        return switch (name) {
            case "torch.device",
                    "torch.Tensor",
                    "torch.nn.parameter.Parameter",
                    "torch.float64",
                    "torch.float32",
                    "torch.float16",
                    "torch.bfloat16",
                    "torch.int64",
                    "torch.int32",
                    "torch.int16",
                    "torch.int8",
                    "torch.uint8",
                    "torch.bool",
                    "numpy.core.multiarray.scalar",
                    "numpy._core.multiarray.scalar",
                    "numpy.dtype",
                    "_codecs.encode",
                    "builtins.set",
                    "builtins.frozenset",
                    "builtins.bytearray",
                    "builtins.list",
                    "builtins.int",
                    "builtins.float" ->
                    true;
            default -> false;
        };
    }
}
