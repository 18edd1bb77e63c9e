package dev.wherefore.core.dataset;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** How many records were left out, for each reason. */
public final class FaultCounts {

    private final Map<RecordFault, Integer> counts = new LinkedHashMap<>();

    /** Constructs counts of nothing. */
    public FaultCounts() {}

    /**
     * Counts a record.
     *
     * @param fault why it was left out
     */
    public void add(RecordFault fault) {
        add(fault, 1);
    }

    /**
     * Counts records.
     *
     * @param fault why they were left out
     * @param many how many, at least 1
     */
    public void add(RecordFault fault, int many) {
        counts.merge(fault, many, Integer::sum);
    }

    /**
     * Returns the numbers.
     *
     * @return a number, at least 1, for each reason that there was; a view
     */
    public Map<RecordFault, Integer> counts() {
        return Collections.unmodifiableMap(counts);
    }

    /**
     * Returns the numbers in words.
     *
     * @return how many by what was left out, in the order of the first of each
     */
    public Map<String, Integer> byWords() {
        Map<String, Integer> words = new LinkedHashMap<>();
        counts.forEach((fault, many) -> words.merge(fault.what(), many, Integer::sum));
        return words;
    }

    /**
     * Returns the numbers in sentences.
     *
     * @return "left out: a picture that …, 3", a line for each reason
     */
    public List<String> facts() {
        List<String> facts = new ArrayList<>();
        byWords().forEach((what, many) -> facts.add("left out: " + what + ", " + many));
        return facts;
    }
}
