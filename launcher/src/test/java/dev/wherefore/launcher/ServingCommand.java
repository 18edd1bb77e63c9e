package dev.wherefore.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A command that serves, in this process, from when it says where until it is told to end. */
final class ServingCommand implements AutoCloseable {

    private static final Pattern ADDRESS = Pattern.compile("http://[^ #;]+");
    private static final Pattern TOKEN = Pattern.compile("#token=([0-9a-f]+)");

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private final AtomicInteger status = new AtomicInteger(-1);
    private final Thread thread;

    ServingCommand(List<String> words) throws InterruptedException {
        thread =
                new Thread(
                        () ->
                                status.set(
                                        Cli.run(
                                                words.toArray(String[]::new),
                                                new PrintWriter(out),
                                                new PrintWriter(err))));
        thread.start();
        while (thread.isAlive() && !out().contains("\n")) {
            Thread.sleep(20);
        }
    }

    String out() {
        return out.toString();
    }

    String err() {
        return err.toString();
    }

    /** Where it says that it is. */
    URI address() {
        return URI.create(found(ADDRESS, 0));
    }

    /** The token that it says. */
    String token() {
        return found(TOKEN, 1);
    }

    private String found(Pattern pattern, int group) {
        Matcher matcher = pattern.matcher(out());
        assertThat(matcher.find()).as(out() + err()).isTrue();
        return matcher.group(group);
    }

    /** What it gives at a path. */
    String get(String path, String... headers) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(address().resolve(path));
        HttpResponse<String> response =
                HttpClient.newHttpClient()
                        .send(
                                (headers.length == 0 ? request : request.headers(headers)).build(),
                                HttpResponse.BodyHandlers.ofString());
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        return response.body();
    }

    /** Tells it to end, and returns its exit status. */
    int end() throws InterruptedException {
        thread.interrupt();
        thread.join(TimeUnit.MINUTES.toMillis(1));
        assertThat(thread.isAlive()).isFalse();
        return status.get();
    }

    @Override
    public void close() throws InterruptedException {
        end();
    }
}
