package dev.wherefore.core.diagnose;

import jakarta.inject.Inject;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The diagnoses there are, by name. */
public final class Diagnoses {

    private final Map<String, Diagnosis> byName;

    /**
     * Constructs the collection.
     *
     * @param byName every diagnosis by its name
     */
    @Inject
    public Diagnoses(Map<String, Diagnosis> byName) {
        this.byName = new TreeMap<>(byName);
    }

    /**
     * Returns the names.
     *
     * @return all names in their order
     */
    public List<String> names() {
        return List.copyOf(byName.keySet());
    }

    /**
     * Returns the record of each diagnosis's own keys.
     *
     * @return the records by the diagnoses' names, in the order of the names
     */
    public Map<String, Class<? extends Record>> keys() {
        Map<String, Class<? extends Record>> keys = new TreeMap<>();
        byName.forEach((name, diagnosis) -> keys.put(name, diagnosis.keys()));
        return Collections.unmodifiableMap(keys);
    }

    /**
     * Returns a diagnosis.
     *
     * @param name one of {@link #names()}
     * @return the diagnosis
     * @throws IllegalArgumentException if there is none of this name
     */
    public Diagnosis get(String name) {
        return Optional.ofNullable(byName.get(name))
                .orElseThrow(() -> new IllegalArgumentException("no diagnosis is called " + name));
    }
}
