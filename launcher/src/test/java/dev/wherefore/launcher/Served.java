package dev.wherefore.launcher;

import ai.djl.Device;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.google.inject.Guice;
import dev.wherefore.core.support.Reference;
import dev.wherefore.launcher.serve.Limits;
import dev.wherefore.launcher.serve.ServeSettings;
import dev.wherefore.launcher.serve.ServedModels;
import dev.wherefore.launcher.serve.WebServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;

/** A server in this process, and one who asks it. */
final class Served implements AutoCloseable {

    static final Path SCENE = Reference.root().resolve("test-data/scenes/images/scene-000001.png");
    static final String BOUNDARY = "a-boundary";

    private static final ObjectMapper JSON = new ObjectMapper();

    /** What should not have happened, did. */
    final List<Throwable> faults = new CopyOnWriteArrayList<>();

    private final HttpClient client = HttpClient.newHttpClient();
    private final WebServer server;
    private final String address;

    private Served(ServeSettings settings, ServedModels models) {
        server = new WebServer(settings, models, List.of(SCENE), faults::add);
        server.start();
        address = server.address();
    }

    /** The models of some of the bundled configs. */
    static ServedModels models(String... names) {
        List<Path> configs =
                Stream.of(names)
                        .map(n -> Reference.root().resolve("configs/" + n + ".yaml"))
                        .toList();
        return Guice.createInjector(new LauncherModule())
                .getInstance(ServedModels.Opener.class)
                .open(configs, Device.cpu());
    }

    /** A server for this machine alone. */
    static Served at(ServedModels models, Limits limits) {
        return new Served(
                new ServeSettings("127.0.0.1", 0, List.of(), Optional.empty(), limits), models);
    }

    /** A server that others may ask too. */
    static Served with(ServedModels models, String token, String... names) {
        return new Served(
                new ServeSettings("127.0.0.1", 0, List.of(names), Optional.of(token), limits()),
                models);
    }

    static Limits limits() {
        return Limits.of(2, 1, 2, 32, 30);
    }

    String address() {
        return address;
    }

    HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(address).resolve(path));
    }

    HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return client.send(
                request.build(), HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
    }

    HttpResponse<String> get(String path) throws Exception {
        return send(request(path));
    }

    /** Sends a picture and what is wanted of it as a form. */
    HttpResponse<String> explain(byte[] picture, String wanted) throws Exception {
        return send(form(picture, wanted));
    }

    HttpResponse<String> explain(String wanted) throws Exception {
        return explain(Files.readAllBytes(SCENE), wanted);
    }

    HttpRequest.Builder form(byte[] picture, String wanted) throws IOException {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        part(body, "name=\"picture\"; filename=\"../../a/scene.png\"", picture);
        part(body, "name=\"request\"", wanted.getBytes(StandardCharsets.UTF_8));
        body.writeBytes(("--" + BOUNDARY + "--\r\n").getBytes(StandardCharsets.US_ASCII));
        return request("/api/v1/explain")
                .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
                .POST(HttpRequest.BodyPublishers.ofByteArray(body.toByteArray()));
    }

    private static void part(ByteArrayOutputStream body, String name, byte[] content) {
        String head =
                "--%s\r\nContent-Disposition: form-data; %s\r\n\r\n".formatted(BOUNDARY, name);
        body.writeBytes(head.getBytes(StandardCharsets.US_ASCII));
        body.writeBytes(content);
        body.writeBytes("\r\n".getBytes(StandardCharsets.US_ASCII));
    }

    /** Sends JSON. */
    HttpRequest.Builder json(String body) {
        return request("/api/v1/explain")
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body));
    }

    static JsonNode tree(HttpResponse<String> response) throws IOException {
        return JSON.readTree(response.body());
    }

    @Override
    public void close() {
        server.close();
    }
}
