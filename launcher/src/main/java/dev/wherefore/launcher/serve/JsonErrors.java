package dev.wherefore.launcher.serve;

import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;

/** Says in JSON what is wrong with requests that are no HTTP, or come too late. */
final class JsonErrors extends ErrorHandler {

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        Answer answer = answer(response.getStatus());
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, answer.type());
        SafetyHeaders.add(response.getHeaders(), Site.API);
        response.write(true, answer.content(), callback);
        return true;
    }

    private static Answer answer(int status) {
        String what =
                status == HttpStatus.SERVICE_UNAVAILABLE_503
                        ? "the server is ending"
                        : "the request cannot be taken: " + HttpStatus.getMessage(status);
        return Refusal.of(status, what).answer();
    }
}
