package dev.wherefore.launcher.serve;

import dev.wherefore.core.IoReason;
import dev.wherefore.core.UserError;
import java.io.IOException;
import java.net.BindException;
import java.net.UnknownHostException;
import java.nio.channels.UnresolvedAddressException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.handler.GracefulHandler;
import org.eclipse.jetty.server.handler.MinimumDataRateHandler;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/** Serves a page and an API at one address. */
public final class WebServer implements AutoCloseable {

    private static final Duration IDLE = Duration.ofSeconds(30);
    private static final Duration AFTER = Duration.ofSeconds(5);
    private static final int OTHER_THREADS = 32;
    private static final int BYTES_A_SECOND = 1000;

    private final ServeSettings settings;
    private final Server server;
    private final ServerConnector connector;

    /**
     * Constructs a server, which does not listen yet.
     *
     * @param settings where it listens, and to whom
     * @param models what it explains by; closed by the caller, later than this
     * @param examples PNG pictures that its page offers to try
     * @param faults hears of what should not have happened
     */
    public WebServer(
            ServeSettings settings,
            ServedModels models,
            List<Path> examples,
            Consumer<Throwable> faults) {
        this.settings = settings;
        Limits limits = settings.limits();
        QueuedThreadPool threads =
                new QueuedThreadPool(limits.atOnce() + limits.waiting() + OTHER_THREADS);
        threads.setName("serve");
        server = new Server(threads);
        connector = new ServerConnector(server, 1, 1, new HttpConnectionFactory(http()));
        connector.setHost(settings.host());
        connector.setPort(settings.port());
        connector.setIdleTimeout(IDLE.toMillis());
        server.addConnector(connector);
        Site site = new Site(models, limits, examples);
        WebHandler handler = new WebHandler(new Guard(settings), site.routes(), faults);
        server.setHandler(
                new GracefulHandler(new MinimumDataRateHandler(handler, BYTES_A_SECOND, 0)));
        server.setErrorHandler(new JsonErrors());
        server.setStopTimeout(limits.time().plus(AFTER).toMillis());
    }

    private static HttpConfiguration http() {
        HttpConfiguration http = new HttpConfiguration();
        http.setSendServerVersion(false);
        http.setSendDateHeader(false);
        return http;
    }

    /**
     * Begins to listen.
     *
     * @throws UserError if it cannot listen there
     */
    public void start() {
        try {
            server.start();
        } catch (Exception e) {
            close();
            throw refused(e);
        }
    }

    private RuntimeException refused(Exception e) {
        String where = settings.host() + ":" + settings.port();
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof BindException bind) {
                return new UserError(
                        String.valueOf(bind.getMessage()).contains("in use")
                                ? "port %d is taken by another program; end it, or give another port, as in --port %d (0 for any that is free)"
                                        .formatted(settings.port(), settings.port() + 1)
                                : "%s is not an address of this machine that may be listened at: %s"
                                        .formatted(where, bind.getMessage()),
                        e);
            }
            if (cause instanceof UnresolvedAddressException
                    || cause instanceof UnknownHostException) {
                return new UserError(
                        "there is no address called '%s'; --host must be one of this machine's, as in --host 0.0.0.0 for all"
                                .formatted(settings.host()),
                        e);
            }
            if (cause instanceof IOException io && cause.getCause() == null) {
                return new UserError(where + " cannot be listened at: " + IoReason.of(io), e);
            }
        }
        return new IllegalStateException("the server could not be started", e);
    }

    /**
     * Returns where the page is.
     *
     * @return its address, {@code http://127.0.0.1:8787/}
     */
    public String address() {
        String host = settings.host();
        String name = host.contains(":") && !host.startsWith("[") ? "[" + host + "]" : host;
        return "http://" + name + ":" + connector.getLocalPort() + "/";
    }

    /** Ends: lets no other request in, and waits for those that are at work. */
    @Override
    public void close() {
        try {
            server.stop();
        } catch (Exception e) {
            throw new IllegalStateException("the server could not be ended", e);
        }
    }
}
