package dev.wherefore.launcher.serve;

import dev.wherefore.core.UserError;
import java.util.Map;
import java.util.function.Consumer;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** Answers requests: sees who asks, finds what is meant, and says in JSON what is wrong. */
final class WebHandler extends Handler.Abstract {

    private static final int NOT_FOUND = 404;
    private static final int OTHER_METHOD = 405;
    private static final int WRONG = 422;
    private static final int OURS = 500;
    private static final String GET = "GET";
    private static final String HEAD = "HEAD";

    private final Guard guard;
    private final Map<String, Route> routes;
    private final Consumer<Throwable> faults;

    /**
     * Constructs the handler.
     *
     * @param routes what there is, by path
     * @param faults hears of what should not have happened
     */
    WebHandler(Guard guard, Map<String, Route> routes, Consumer<Throwable> faults) {
        this.guard = guard;
        this.routes = routes;
        this.faults = faults;
    }

    /**
     * Something that can be asked for.
     *
     * @param method the HTTP method
     * @param open whether those may ask who do not know the token
     * @param action gives it
     */
    record Route(String method, boolean open, Action action) {}

    /** Gives an answer. */
    @FunctionalInterface
    interface Action {

        /** Answers a request. */
        Answer answer(Request request);
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        Answer answer = answer(request);
        response.setStatus(answer.status());
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, answer.type());
        response.getHeaders().put(HttpHeader.CONTENT_LENGTH, answer.content().remaining());
        answer.headers().forEach((name, value) -> response.getHeaders().put(name, value));
        SafetyHeaders.add(response.getHeaders(), Request.getPathInContext(request));
        if (!request.consumeAvailable()) {
            // what is left of a refused upload is not heard
            response.getHeaders().put(HttpHeader.CONNECTION, "close");
        }
        response.write(true, answer.content().duplicate(), callback);
        return true;
    }

    private Answer answer(Request request) {
        try {
            guard.checkHost(request);
            Route route = route(request);
            if (!route.method().equals(GET)) {
                guard.checkOrigin(request);
            }
            if (!route.open()) {
                guard.checkToken(request);
            }
            return route.action().answer(request);
        } catch (Refusal e) {
            return e.answer();
        } catch (UserError e) {
            return Refusal.of(WRONG, e.getMessage()).answer();
        } catch (RuntimeException | OutOfMemoryError e) {
            faults.accept(e);
            return Refusal.of(
                            OURS,
                            "this should not have happened; what the server printed says more")
                    .answer();
        }
    }

    private Route route(Request request) {
        String path = Request.getPathInContext(request);
        Route route = routes.get(path);
        if (route == null) {
            throw Refusal.of(
                    NOT_FOUND,
                    "there is nothing at this address; what there is, /api/v1/openapi.json says");
        }
        String method = request.getMethod().equals(HEAD) ? GET : request.getMethod();
        if (!route.method().equals(method)) {
            throw Refusal.of(
                            OTHER_METHOD,
                            "this address is asked by %s alone".formatted(route.method()))
                    .with("Allow", route.method());
        }
        return route;
    }
}
