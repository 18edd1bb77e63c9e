package dev.wherefore.core.check;

import dev.wherefore.core.NearMatches;
import dev.wherefore.core.UserError;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;

/** The checks there are, by name. */
public final class Checks {

    private final Map<String, Check> byName;

    /**
     * Constructs the collection.
     *
     * @param byName every check by its name
     */
    @Inject
    public Checks(Map<String, Check> byName) {
        this.byName = byName;
    }

    /**
     * Returns the names of all checks in the order they were bound.
     *
     * @return the names
     */
    public List<String> names() {
        return List.copyOf(byName.keySet());
    }

    /**
     * Returns a check.
     *
     * @param name its name
     * @return the check
     * @throws UserError if there is none of this name, with near matches
     */
    public Check get(String name) {
        Check check = byName.get(name);
        if (check == null) {
            throw new UserError(
                    "there is no check '%s'; there are %s%s"
                            .formatted(
                                    name,
                                    String.join(", ", names()),
                                    NearMatches.hint(name, names())));
        }
        return check;
    }
}
