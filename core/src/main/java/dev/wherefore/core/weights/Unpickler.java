package dev.wherefore.core.weights;

import static dev.wherefore.core.weights.PickleValue.Plain.PLAIN;

import dev.wherefore.core.weights.PickleValue.Dict;
import dev.wherefore.core.weights.PickleValue.Items;
import dev.wherefore.core.weights.PickleValue.Storage;
import dev.wherefore.core.weights.PickleValue.Text;
import dev.wherefore.core.weights.PickleValue.Truth;
import dev.wherefore.core.weights.PickleValue.Tuple;
import dev.wherefore.core.weights.PickleValue.Whole;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads one pickle, of protocols 2 to 5, as data: names of classes and functions are compared with
 * {@link TorchGlobal}'s list, and nothing is looked up or run.
 *
 * <p>The libraries for this in Java cannot be held to that: they keep their constructors in a
 * static table, set states by reflection, allocate what a length claims before the bytes are there,
 * and lose the order of dictionaries.
 *
 * @see <a href="https://docs.python.org/3/library/pickletools.html">Python's list of the
 *     opcodes</a>
 */
final class Unpickler {

    private static final int LONGEST_NAME = 1000;

    private final FileCursor cursor;
    private final PickleStack stack;
    private final TorchObjects objects;

    private Unpickler(FileCursor cursor, Map<String, Storage> storages) {
        this.cursor = cursor;
        this.stack = new PickleStack(cursor);
        this.objects = new TorchObjects(cursor, stack, storages);
    }

    /** Reads a pickle; the cursor stands behind it afterwards. */
    static PickleValue read(FileCursor cursor) {
        return read(cursor, new HashMap<>());
    }

    /** Reads a pickle and enters the storages that it refers to into a map, by their keys. */
    static PickleValue read(FileCursor cursor, Map<String, Storage> storages) {
        Unpickler unpickler = new Unpickler(cursor, storages);
        for (int opcode = cursor.u8(); opcode != '.'; opcode = cursor.u8()) {
            unpickler.stack.spend(1);
            boolean known =
                    unpickler.value(opcode)
                            || unpickler.text(opcode)
                            || unpickler.container(opcode)
                            || unpickler.fill(opcode)
                            || unpickler.memo(opcode)
                            || unpickler.object(opcode);
            if (!known) {
                throw cursor.broken(
                        "byte "
                                + (cursor.position() - 1)
                                + " is the pickle opcode 0x"
                                + Integer.toHexString(opcode)
                                + ", which torch.save does not write");
            }
        }
        return unpickler.stack.pop();
    }

    private boolean value(int opcode) {
        switch (opcode) {
            case 'N' -> stack.push(PLAIN);
            case 0x88 -> stack.push(new Truth(true));
            case 0x89 -> stack.push(new Truth(false));
            case 'J' -> stack.push(Whole.of(cursor.i32()));
            case 'K' -> stack.push(Whole.of(cursor.u8()));
            case 'M' -> stack.push(Whole.of(cursor.u16()));
            case 0x8a -> stack.push(new Whole(number(cursor.bytes(cursor.u8()))));
            case 'G' -> skip(Double.BYTES);
            case 'B' -> skip(cursor.u32());
            case 'C' -> skip(cursor.u8());
            case 0x8e, 0x96 -> skip(cursor.i64());
            default -> {
                return false;
            }
        }
        return true;
    }

    private void skip(long bytes) {
        cursor.skip(bytes);
        stack.push(PLAIN);
    }

    private static BigInteger number(byte[] littleEndian) {
        byte[] bytes = new byte[littleEndian.length];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = littleEndian[bytes.length - 1 - i];
        }
        return bytes.length == 0 ? BigInteger.ZERO : new BigInteger(bytes);
    }

    private boolean text(int opcode) {
        switch (opcode) {
            case 'X' -> stack.push(utf8(cursor.u32()));
            case 0x8c -> stack.push(utf8(cursor.u8()));
            case 0x8d -> stack.push(utf8(cursor.i64()));
            // Python 2's strings, which may hold bytes too
            case 'U' -> stack.push(textOrBytes(cursor.u8()));
            case 'T' -> stack.push(textOrBytes(cursor.u32()));
            default -> {
                return false;
            }
        }
        return true;
    }

    private PickleValue utf8(long length) {
        return decoded(length).orElseThrow(() -> cursor.broken("a text in it is not UTF-8"));
    }

    private PickleValue textOrBytes(long length) {
        return decoded(length).orElse(PLAIN);
    }

    private Optional<PickleValue> decoded(long length) {
        ByteBuffer bytes = ByteBuffer.wrap(cursor.bytes(length));
        try {
            return Optional.of(
                    new Text(StandardCharsets.UTF_8.newDecoder().decode(bytes).toString()));
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }

    private boolean container(int opcode) {
        switch (opcode) {
            case '(' -> stack.mark();
            case '}' -> stack.push(Dict.empty());
            case ']', 0x8f -> stack.push(Items.empty());
            case ')' -> stack.push(new Tuple(List.of()));
            case 't' -> stack.push(new Tuple(stack.popToMark()));
            case 0x91 -> {
                stack.popToMark();
                stack.push(PLAIN);
            }
            case 0x85 -> stack.push(new Tuple(List.of(stack.pop())));
            case 0x86 -> {
                PickleValue second = stack.pop();
                stack.push(new Tuple(List.of(stack.pop(), second)));
            }
            case 0x87 -> {
                PickleValue third = stack.pop();
                PickleValue second = stack.pop();
                stack.push(new Tuple(List.of(stack.pop(), second, third)));
            }
            default -> {
                return false;
            }
        }
        return true;
    }

    private boolean fill(int opcode) {
        switch (opcode) {
            case 'a' -> append(List.of(stack.pop()));
            case 'e', 0x90 -> append(stack.popToMark());
            case 's' -> {
                PickleValue value = stack.pop();
                put(List.of(stack.pop(), value));
            }
            case 'u' -> put(stack.popToMark());
            // attributes of a dictionary or a parameter say nothing about weights
            case 'b' -> stack.pop();
            case '0' -> stack.pop();
            case '1' -> stack.popToMark();
            case '2' -> stack.push(stack.top());
            default -> {
                return false;
            }
        }
        return true;
    }

    private void append(List<PickleValue> more) {
        if (stack.top() instanceof Items list) {
            list.items().addAll(more);
        } else if (stack.top() != PLAIN) {
            throw cursor.broken("its pickle appends to what is no list");
        }
    }

    private void put(List<PickleValue> pairs) {
        if (!(stack.top() instanceof Dict dict) || pairs.size() % 2 != 0) {
            throw cursor.broken("its pickle puts entries into what is no dict");
        }
        for (int i = 0; i < pairs.size(); i += 2) {
            dict.put(pairs.get(i), pairs.get(i + 1));
        }
    }

    private boolean memo(int opcode) {
        switch (opcode) {
            case 'q' -> stack.remember(cursor.u8());
            case 'r' -> stack.remember(cursor.u32());
            case 0x94 -> stack.rememberNext();
            case 'h' -> stack.push(stack.remembered(cursor.u8()));
            case 'j' -> stack.push(stack.remembered(cursor.u32()));
            default -> {
                return false;
            }
        }
        return true;
    }

    private boolean object(int opcode) {
        switch (opcode) {
            case 0x80 -> requireProtocol(cursor.u8());
            case 0x95 -> cursor.skip(Long.BYTES);
            case 'c' -> {
                String module = cursor.line(LONGEST_NAME);
                stack.push(objects.global(module, cursor.line(LONGEST_NAME)));
            }
            case 0x93 -> {
                PickleValue name = stack.pop();
                stack.push(objects.global(stack.pop(), name));
            }
            case 'R', 0x81 -> {
                PickleValue arguments = stack.pop();
                stack.push(objects.call(stack.pop(), arguments));
            }
            case 'Q' -> stack.push(objects.storage(stack.pop()));
            default -> {
                return false;
            }
        }
        return true;
    }

    private void requireProtocol(int protocol) {
        if (protocol < 2 || protocol > 5) {
            throw cursor.broken("its pickle has protocol " + protocol + "; 2 to 5 can be read");
        }
    }
}
