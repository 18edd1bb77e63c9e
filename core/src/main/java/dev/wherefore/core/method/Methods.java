package dev.wherefore.core.method;

import dev.wherefore.core.NearMatches;
import dev.wherefore.core.UserError;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.Map;

/** The methods there are, by name. */
public final class Methods {

    private final Map<String, Method> byName;

    /**
     * Constructs the collection.
     *
     * @param byName every method by its name
     */
    @Inject
    public Methods(Map<String, Method> byName) {
        this.byName = byName;
    }

    /**
     * Returns all methods in the order they were bound.
     *
     * @return the methods
     */
    public Collection<Method> all() {
        return byName.values();
    }

    /**
     * Returns a method.
     *
     * @param name its name
     * @return the method
     * @throws UserError if there is none of this name, with near matches
     */
    public Method get(String name) {
        Method method = byName.get(name);
        if (method == null) {
            throw new UserError(
                    "there is no method '%s'%s; there are %s"
                            .formatted(
                                    name,
                                    NearMatches.hint(name, byName.keySet()).replace("?", ""),
                                    String.join(", ", byName.keySet())));
        }
        return method;
    }
}
