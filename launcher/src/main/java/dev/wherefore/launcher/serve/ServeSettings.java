package dev.wherefore.launcher.serve;

import dev.wherefore.core.UserError;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Where a server listens, who may ask it, and for how much.
 *
 * @param host the address to listen at
 * @param port the port; 0 for any that is free
 * @param names names that the server is called by beside its own, by those who come through a proxy
 * @param token what everyone who asks must know; none if the server is asked from this machine
 *     alone
 * @param limits how much it takes on
 */
public record ServeSettings(
        String host, int port, List<String> names, Optional<String> token, Limits limits) {

    private static final int SHORTEST_TOKEN = 16;
    private static final int LAST_PORT = 65_535;
    private static final List<String> LOOPBACK = List.of("localhost", "127.0.0.1", "::1", "[::1]");

    /** Checks the port, and that others than this machine must know a token. */
    public ServeSettings {
        names = List.copyOf(names);
        if (port < 0 || port > LAST_PORT) {
            throw new UserError("--port must be from 0 to " + LAST_PORT + ", found " + port);
        }
        if (token.isPresent() && token.get().length() < SHORTEST_TOKEN) {
            throw new UserError(
                    "the token must have %d characters at least, since who guesses it may ask; leave it out, and a random one is made"
                            .formatted(SHORTEST_TOKEN));
        }
        if (token.isPresent() && !token.get().matches("[\\x21-\\x7e]+")) {
            throw new UserError("the token must be of letters, digits and signs, without spaces");
        }
        if (token.isEmpty() && needsToken(host, names)) {
            throw new IllegalArgumentException("others than this machine must know a token");
        }
    }

    /**
     * Returns whether others than this machine can ask.
     *
     * @param host the address to listen at
     * @param names names that the server is called by beside its own
     * @return whether a token is needed
     */
    public static boolean needsToken(String host, List<String> names) {
        return !isLoopback(host) || !names.isEmpty();
    }

    /** Whether a name is that of this machine for itself. */
    static boolean isLoopback(String name) {
        return LOOPBACK.contains(name.toLowerCase(Locale.ROOT));
    }
}
