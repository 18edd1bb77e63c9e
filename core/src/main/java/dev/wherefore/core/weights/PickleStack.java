package dev.wherefore.core.weights;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The stack and the memo of a pickle, which give out and take no more than the work they were
 * allowed: a small file could ask for very much otherwise, by copying a long list again and again.
 */
final class PickleStack {

    private static final long MOST_WORK = 20_000_000;

    private final FileCursor cursor;
    private final List<PickleValue> values = new ArrayList<>();
    private final Deque<Integer> marks = new ArrayDeque<>();
    private final Map<Long, PickleValue> memo = new HashMap<>();
    private long work;

    PickleStack(FileCursor cursor) {
        this.cursor = cursor;
    }

    void spend(long steps) {
        work += steps;
        if (work > MOST_WORK) {
            throw cursor.broken("its pickle has more than " + MOST_WORK + " entries");
        }
    }

    void push(PickleValue value) {
        values.add(value);
    }

    PickleValue pop() {
        requireOne();
        return values.remove(values.size() - 1);
    }

    PickleValue top() {
        requireOne();
        return values.get(values.size() - 1);
    }

    private void requireOne() {
        int bottom = Optional.ofNullable(marks.peek()).orElse(0);
        if (values.size() <= bottom) {
            throw cursor.broken("its pickle takes more than it has");
        }
    }

    void mark() {
        marks.push(values.size());
    }

    /** Takes what was pushed since the last mark. */
    List<PickleValue> popToMark() {
        if (marks.isEmpty()) {
            throw cursor.broken("its pickle lacks a mark");
        }
        List<PickleValue> above = values.subList(marks.pop(), values.size());
        List<PickleValue> taken = List.copyOf(above);
        above.clear();
        return taken;
    }

    void remember(long key) {
        memo.put(key, top());
    }

    void rememberNext() {
        remember(memo.size());
    }

    PickleValue remembered(long key) {
        return Optional.ofNullable(memo.get(key))
                .orElseThrow(() -> cursor.broken("its pickle goes back to what it lacks"));
    }
}
