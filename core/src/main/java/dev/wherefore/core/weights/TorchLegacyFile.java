package dev.wherefore.core.weights;

import dev.wherefore.core.UserError;
import dev.wherefore.core.weights.PickleValue.Dict;
import dev.wherefore.core.weights.PickleValue.Items;
import dev.wherefore.core.weights.PickleValue.Storage;
import dev.wherefore.core.weights.PickleValue.Text;
import dev.wherefore.core.weights.PickleValue.Truth;
import dev.wherefore.core.weights.PickleValue.Whole;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A file of {@code torch.save} before PyTorch 1.6: five pickles (a magic number, the protocol's
 * version, facts on the system, the object, the keys of the storages), then each storage as a count
 * of eight bytes and its numbers.
 */
final class TorchLegacyFile {

    private static final BigInteger MAGIC = new BigInteger("1950a86a20f9469cfc6c", 16);
    private static final BigInteger VERSION = BigInteger.valueOf(1001);

    private final FileBytes bytes;
    private final FileCursor cursor;

    private TorchLegacyFile(FileBytes bytes) {
        this.bytes = bytes;
        this.cursor = new FileCursor(bytes, 0, bytes.size());
    }

    static StateDict read(FileBytes bytes) {
        return new TorchLegacyFile(bytes).read();
    }

    private StateDict read() {
        if (!(Unpickler.read(cursor) instanceof Whole magic) || !magic.number().equals(MAGIC)) {
            throw new UserError(
                    "'"
                            + bytes.file()
                            + "' is a pickle that torch.save did not write"
                            + ForeignFile.READ);
        }
        if (!(Unpickler.read(cursor) instanceof Whole version)
                || !version.number().equals(VERSION)) {
            throw TorchTensors.broken(bytes.file(), "its version is not " + VERSION);
        }
        requireLittleEndian(Unpickler.read(cursor));
        Map<String, Storage> seen = new HashMap<>();
        PickleValue root = Unpickler.read(cursor, seen);
        Map<String, Long> starts = starts(keys(Unpickler.read(cursor)), seen);
        return new TorchTensors(bytes, storage -> start(storage, starts)).stateDict(root);
    }

    private void requireLittleEndian(PickleValue facts) {
        boolean big =
                facts instanceof Dict dict
                        && dict.entries().get("little_endian") instanceof Truth little
                        && !little.truth();
        if (big) {
            throw TorchTensors.bigEndian(bytes.file());
        }
    }

    private List<String> keys(PickleValue value) {
        List<String> keys = new ArrayList<>();
        if (value instanceof Items items) {
            for (PickleValue item : items.items()) {
                if (item instanceof Text key) {
                    keys.add(key.text());
                }
            }
            if (keys.size() == items.items().size()) {
                return keys;
            }
        }
        throw TorchTensors.broken(bytes.file(), "it has no list of its storages");
    }

    /** All storages follow one another, so the sizes of those that nobody wants matter too. */
    private Map<String, Long> starts(List<String> keys, Map<String, Storage> seen) {
        Map<String, Long> starts = new HashMap<>();
        for (String key : keys) {
            Storage storage = seen.get(key);
            if (storage == null) {
                throw TorchTensors.broken(
                        bytes.file(),
                        "it has a storage " + Quoted.name(key) + " that nothing refers to");
            }
            long count = cursor.i64();
            if (count != storage.count()) {
                throw TorchTensors.broken(
                        bytes.file(),
                        "storage "
                                + Quoted.name(key)
                                + " has "
                                + count
                                + " numbers and should have "
                                + storage.count());
            }
            starts.put(key, cursor.position());
            cursor.skipNumbers(count, storage.type().bytes());
        }
        return starts;
    }

    private long start(Storage storage, Map<String, Long> starts) {
        Long start = starts.get(storage.key());
        if (start == null) {
            throw TorchTensors.broken(
                    bytes.file(),
                    "the numbers of storage " + Quoted.name(storage.key()) + " are missing");
        }
        return start;
    }
}
