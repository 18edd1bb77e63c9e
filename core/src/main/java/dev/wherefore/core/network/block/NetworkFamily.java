package dev.wherefore.core.network.block;

import java.util.Set;

/**
 * A family of networks that a config describes. A new one is a class and a line in {@link
 * NetworkModule}.
 */
public interface NetworkFamily {

    /**
     * Returns the name in configs.
     *
     * @return lower case, with dashes
     */
    String name();

    /**
     * Returns the keys that it takes besides {@code family}, {@code classes} and {@code channels}.
     *
     * @return names of keys
     */
    Set<String> keys();

    /**
     * Returns a network without values in its parameters.
     *
     * @param config what it shall be like; holds no key but those of {@link #keys()}
     * @return the network
     * @throws dev.wherefore.core.UserError if keys are missing or do not go together
     */
    NetworkBlock create(NetworkConfig config);
}
