package dev.wherefore.launcher.serve;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;

/**
 * Lets in who may ask. Pages of other sites may not, wherever they are: neither by their own name
 * nor by one that they let lead to this machine (DNS rebinding).
 */
final class Guard {

    private static final int UNAUTHORISED = 401;
    private static final int FORBIDDEN = 403;
    private static final String BEARER = "bearer ";
    private static final List<String> OWN_PAGES = List.of("same-origin", "none");

    private final boolean loopback;
    private final List<String> names;
    private final Optional<String> token;

    Guard(ServeSettings settings) {
        this.loopback = ServeSettings.isLoopback(settings.host());
        this.names = settings.names().stream().map(n -> n.toLowerCase(Locale.ROOT)).toList();
        this.token = settings.token();
    }

    /**
     * Sees whom a request is for: where this machine alone may ask, nobody asks by another name.
     *
     * @throws Refusal if it is not for this server
     */
    void checkHost(Request request) {
        String name = nameOf(header(request, HttpHeader.HOST).orElse(""));
        if (loopback && !ServeSettings.isLoopback(name) && !names.contains(name)) {
            throw Refusal.of(
                    FORBIDDEN,
                    "this server is not called '%s'; if a proxy before it is, start it with --allow-host %s"
                            .formatted(name, name));
        }
    }

    /**
     * Sees that a request that sends something comes from no page of another site.
     *
     * @throws Refusal if it does
     */
    void checkOrigin(Request request) {
        String host = header(request, HttpHeader.HOST).orElse("");
        boolean other =
                header(request, HttpHeader.ORIGIN)
                                .filter(o -> !o.replaceFirst("^https?://", "").equals(host))
                                .isPresent()
                        || Optional.ofNullable(request.getHeaders().get("Sec-Fetch-Site"))
                                .filter(site -> !OWN_PAGES.contains(site))
                                .isPresent();
        if (other) {
            throw Refusal.of(FORBIDDEN, "pages of other sites may not send anything here");
        }
    }

    /**
     * Sees that who asks knows the token, if there is one.
     *
     * @throws Refusal if not
     */
    void checkToken(Request request) {
        if (token.isEmpty()) {
            return;
        }
        String given =
                header(request, HttpHeader.AUTHORIZATION)
                        .filter(h -> h.toLowerCase(Locale.ROOT).startsWith(BEARER))
                        .map(h -> h.substring(BEARER.length()).strip())
                        .orElse("");
        // takes as long for a wrong one as for the right one
        if (!MessageDigest.isEqual(bytes(given), bytes(token.get()))) {
            throw Refusal.of(
                            UNAUTHORISED,
                            given.isEmpty()
                                    ? "a token is wanted, as in the header 'Authorization: Bearer"
                                            + " TOKEN'; it was printed when the server started"
                                    : "the token is not that of this server; it was printed when"
                                            + " the server started")
                    .with("WWW-Authenticate", "Bearer");
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static Optional<String> header(Request request, HttpHeader header) {
        return Optional.ofNullable(request.getHeaders().get(header));
    }

    /** The name of {@code name:port}. */
    private static String nameOf(String host) {
        return host.replaceFirst(":\\d*$", "").toLowerCase(Locale.ROOT);
    }
}
