package dev.wherefore.launcher.serve;

import dev.wherefore.core.IoReason;
import dev.wherefore.core.UserError;
import dev.wherefore.core.report.ViewerFiles;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;

/** What a server has at which address: the page and what belongs to it, the API. */
final class Site {

    static final String API = "/api/v1/";

    private static final String SCRIPT = "text/javascript; charset=utf-8";
    private static final String STYLE = "text/css; charset=utf-8";
    private static final String EXAMPLES = "/examples/";

    private final ServedModels models;
    private final Explanations explanations;
    private final Limits limits;
    private final Map<String, WebHandler.Route> routes = new LinkedHashMap<>();
    private final List<String> examples = new ArrayList<>();

    /**
     * Constructs the site.
     *
     * @param examples PNG pictures to try
     */
    Site(ServedModels models, Limits limits, List<Path> examples) {
        this.models = models;
        this.limits = limits;
        this.explanations = new Explanations(models, limits);
        page();
        examples.forEach(this::example);
        get(API + "health", true, () -> Answer.json(Answer.OK, health()));
        get(API + "models", false, () -> Answer.json(Answer.OK, choices()));
        file(API + "openapi.json", Answer.JSON, resource("openapi.json"));
        routes.put(API + "explain", new WebHandler.Route("POST", false, explanations::explain));
    }

    Map<String, WebHandler.Route> routes() {
        return routes;
    }

    private void page() {
        file("/", "text/html; charset=utf-8", resource("page.html"));
        file("/page.js", SCRIPT, resource("page.js"));
        file("/page.css", STYLE, resource("page.css"));
        file("/favicon.svg", "image/svg+xml", resource("favicon.svg"));
        file("/viewer.js", SCRIPT, ViewerFiles.script().getBytes(StandardCharsets.UTF_8));
        file("/viewer.css", STYLE, ViewerFiles.style().getBytes(StandardCharsets.UTF_8));
    }

    private void file(String path, String type, byte[] content) {
        Answer answer = Answer.of(Answer.OK, type, content);
        get(path, true, () -> answer);
    }

    private static byte[] resource(String name) {
        try (InputStream stream =
                Objects.requireNonNull(Site.class.getResourceAsStream(name), name)) {
            return stream.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException("the resource " + name + " cannot be read", e);
        }
    }

    private void example(Path file) {
        String name = String.valueOf(file.getFileName());
        try {
            file(EXAMPLES + name, "image/png", Files.readAllBytes(file));
            examples.add(name);
        } catch (IOException e) {
            throw new UserError(file + " cannot be read: " + IoReason.of(e), e);
        }
    }

    private void get(String path, boolean open, Supplier<Answer> answer) {
        routes.put(path, new WebHandler.Route("GET", open, request -> answer.get()));
    }

    /**
     * How a server is.
     *
     * @param status {@code up}
     * @param models how many models it has
     * @param requests how many requests are at work or waiting
     */
    record Health(String status, int models, int requests) {}

    private Health health() {
        return new Health("up", models.names().size(), explanations.inside());
    }

    /**
     * What can be asked for.
     *
     * @param models the models
     * @param methods the methods
     * @param examples names of pictures to try, at {@code /examples/NAME}
     * @param uploadBytes the most bytes of a picture's file
     * @param pixels the most pixels of a picture
     * @param seconds how long an explanation may take
     */
    record Choices(
            List<ModelView> models,
            List<ServedModels.MethodView> methods,
            List<String> examples,
            long uploadBytes,
            long pixels,
            long seconds) {}

    private Choices choices() {
        return new Choices(
                models.views(),
                models.methods(),
                examples,
                limits.uploadBytes(),
                limits.pixels(),
                limits.time().toSeconds());
    }
}
