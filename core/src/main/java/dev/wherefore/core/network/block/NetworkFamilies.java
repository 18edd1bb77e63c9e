package dev.wherefore.core.network.block;

import dev.wherefore.core.NearMatches;
import dev.wherefore.core.UserError;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;

/** The families of networks there are, by name. */
public final class NetworkFamilies {

    private final Map<String, NetworkFamily> byName;

    /**
     * Constructs the collection.
     *
     * @param byName every family by its name
     */
    @Inject
    public NetworkFamilies(Map<String, NetworkFamily> byName) {
        this.byName = byName;
    }

    /**
     * Returns the names for the vocabulary {@link NetworkConfig#FAMILIES}.
     *
     * @return the names in the order they were bound
     */
    public List<String> names() {
        return List.copyOf(byName.keySet());
    }

    /**
     * Returns a network without values in its parameters: {@link NetworkBlock#initialise} or {@link
     * NetworkBlock#load} gives them.
     *
     * @param config which network
     * @return the network
     * @throws UserError if there is no such family, or it does not take these keys
     */
    public NetworkBlock create(NetworkConfig config) {
        NetworkFamily family = byName.get(config.family());
        if (family == null) {
            throw new UserError(
                    "there is no family of networks '%s', there are %s%s"
                            .formatted(
                                    config.family(),
                                    String.join(", ", byName.keySet()),
                                    NearMatches.hint(config.family(), byName.keySet())));
        }
        for (String key : config.given()) {
            if (!family.keys().contains(key)) {
                throw new UserError(
                        "%s has no key '%s', it has %s"
                                .formatted(
                                        family.name(),
                                        key,
                                        String.join(
                                                ", ", family.keys().stream().sorted().toList())));
            }
        }
        return family.create(config);
    }
}
