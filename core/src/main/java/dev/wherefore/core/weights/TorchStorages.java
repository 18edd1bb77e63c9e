package dev.wherefore.core.weights;

import dev.wherefore.core.weights.PickleValue.Storage;

/** Where the numbers lie that a pickle of PyTorch's refers to. */
@FunctionalInterface
interface TorchStorages {

    /**
     * Returns where a storage begins, in bytes from the file's beginning; all of its numbers lie in
     * the file.
     */
    long start(Storage storage);
}
