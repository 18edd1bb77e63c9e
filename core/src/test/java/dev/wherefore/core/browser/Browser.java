package dev.wherefore.core.browser;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/**
 * A headless Chromium with one page, as a user has it: clicks and keys go through its own input,
 * and all that it asks of the network is written down.
 */
public final class Browser implements AutoCloseable {

    private static final List<String> NAMES =
            List.of("chromium", "chromium-browser", "google-chrome", "google-chrome-stable");
    private static final long PATIENCE = TimeUnit.SECONDS.toNanos(60);

    private final Path profile;
    private final Process process;
    private final DevTools tools;
    private final List<String> requests = Collections.synchronizedList(new ArrayList<>());
    private final List<String> errors = Collections.synchronizedList(new ArrayList<>());

    private Browser(Path program) throws IOException, InterruptedException {
        profile = Files.createTempDirectory("wherefore-browser");
        process =
                new ProcessBuilder(
                                program.toString(),
                                "--headless",
                                "--no-sandbox",
                                "--disable-gpu",
                                "--disable-dev-shm-usage",
                                "--no-first-run",
                                "--disable-background-networking",
                                "--remote-debugging-port=0",
                                "--user-data-dir=" + profile,
                                "about:blank")
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .start();
        tools = new DevTools(page(), this::hear);
        Stream.of("Page", "Runtime", "Network", "Log")
                .forEach(domain -> tools.send(domain + ".enable", Map.of()));
    }

    /**
     * Returns a browser; skips the test, with a sentence, where there is none.
     *
     * @return a new browser, to be closed
     */
    public static Browser open() {
        Optional<Path> program = program();
        Assumptions.assumeTrue(
                program.isPresent(),
                "there is no Chromium here to look at pages with: install one, or name it by"
                        + " CHROME_BIN");
        try {
            return new Browser(program.orElseThrow());
        } catch (IOException e) {
            throw new AssertionError("the browser did not start", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("the browser did not start", e);
        }
    }

    private static Optional<Path> program() {
        Optional<Path> named =
                Optional.ofNullable(System.getenv("CHROME_BIN"))
                        .map(Path::of)
                        .filter(Files::isExecutable);
        String path = Optional.ofNullable(System.getenv("PATH")).orElse("");
        return named.or(
                () ->
                        NAMES.stream()
                                .flatMap(
                                        name ->
                                                Stream.of(path.split(File.pathSeparator))
                                                        .map(folder -> Path.of(folder, name)))
                                .filter(Files::isExecutable)
                                .findFirst());
    }

    /** The address of the page, which the browser tells by a file and by HTTP. */
    private URI page() throws IOException, InterruptedException {
        Path port = profile.resolve("DevToolsActivePort");
        long end = System.nanoTime() + PATIENCE;
        while (!Files.exists(port) || Files.readAllLines(port).size() < 2) {
            if (!process.isAlive() || System.nanoTime() > end) {
                throw new IOException("the browser opened no port");
            }
            Thread.sleep(50);
        }
        URI list = URI.create("http://127.0.0.1:" + Files.readAllLines(port).get(0) + "/json/list");
        while (System.nanoTime() < end) {
            String pages =
                    HttpClient.newHttpClient()
                            .send(
                                    HttpRequest.newBuilder(list).build(),
                                    HttpResponse.BodyHandlers.ofString())
                            .body();
            for (JsonNode page : new ObjectMapper().readTree(pages)) {
                if (page.get("type").asText().equals("page")) {
                    return URI.create(page.get("webSocketDebuggerUrl").asText());
                }
            }
            Thread.sleep(50);
        }
        throw new IOException("the browser opened no page");
    }

    private void hear(String event, JsonNode params) {
        switch (event) {
            case "Network.requestWillBeSent" -> requests.add(params.at("/request/url").asText());
            case "Runtime.exceptionThrown" -> errors.add(params.get("exceptionDetails").toString());
            case "Log.entryAdded" -> errors.add(params.at("/entry/text").asText());
            default -> {}
        }
    }

    /**
     * Opens a page, and waits until it and its scripts were loaded.
     *
     * @param address where it is
     */
    public void open(URI address) {
        tools.send("Page.navigate", Map.of("url", address.toString()));
        await(
                "document.readyState === 'complete' && location.href.startsWith("
                        + quoted(address.toString())
                        + ")");
    }

    /**
     * Makes the window another one.
     *
     * @param width in pixels of the page
     * @param height in pixels of the page
     * @param phone whether it is a phone's
     */
    public void resize(int width, int height, boolean phone) {
        tools.send(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", phone));
    }

    /**
     * Returns what an expression of JavaScript gives; a promise is waited for.
     *
     * @param expression the expression
     * @return its value
     */
    public JsonNode value(String expression) {
        JsonNode found =
                tools.send(
                        "Runtime.evaluate",
                        Map.of(
                                "expression",
                                expression,
                                "returnByValue",
                                true,
                                "awaitPromise",
                                true));
        if (found.has("exceptionDetails")) {
            throw new AssertionError(expression + ": " + found.get("exceptionDetails"));
        }
        return found.get("result").path("value");
    }

    /**
     * Waits until an expression of JavaScript is true.
     *
     * @param expression the expression
     */
    public void await(String expression) {
        long end = System.nanoTime() + PATIENCE;
        while (!value(expression).asBoolean()) {
            if (System.nanoTime() > end) {
                throw new AssertionError("never came true: " + expression + "; errors: " + errors);
            }
            try {
                Thread.sleep(20);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new AssertionError("interrupted", e);
            }
        }
    }

    /**
     * Moves the pointer to the middle of an element, which is brought into sight.
     *
     * @param selector names the element as style sheets do
     * @return where it is
     */
    public JsonNode point(String selector) {
        JsonNode at =
                value(
                        "(() => { const e = document.querySelector("
                                + quoted(selector)
                                + "); e.scrollIntoView({block: 'center'});"
                                + " const r = e.getBoundingClientRect();"
                                + " return {x: r.x + r.width / 2, y: r.y + r.height / 2}; })()");
        mouse("mouseMoved", at);
        return at;
    }

    /**
     * Clicks on the middle of an element.
     *
     * @param selector names the element as style sheets do
     */
    public void click(String selector) {
        JsonNode at = point(selector);
        mouse("mousePressed", at);
        mouse("mouseReleased", at);
    }

    private void mouse(String type, JsonNode at) {
        tools.send(
                "Input.dispatchMouseEvent",
                Map.of(
                        "type",
                        type,
                        "x",
                        at.get("x").asDouble(),
                        "y",
                        at.get("y").asDouble(),
                        "button",
                        type.equals("mouseMoved") ? "none" : "left",
                        "clickCount",
                        type.equals("mouseMoved") ? 0 : 1));
    }

    /**
     * Presses a key and lets it go.
     *
     * @param key its name, such as {@code ArrowRight}
     * @param code its number
     */
    public void press(String key, int code) {
        Map<String, Object> typed =
                key.equals("Enter") ? Map.of("text", "\r") : Map.<String, Object>of();
        for (String type : List.of("keyDown", "keyUp")) {
            Map<String, Object> event = new LinkedHashMap<>(typed);
            event.putAll(
                    Map.of("type", type, "key", key, "code", key, "windowsVirtualKeyCode", code));
            tools.send("Input.dispatchKeyEvent", event);
        }
    }

    /**
     * Returns what the browser asked for.
     *
     * @return the addresses, but for those that hold what they stand for
     */
    public List<String> requests() {
        return requests.stream().filter(address -> !address.startsWith("data:")).toList();
    }

    /**
     * Returns what went wrong in the page.
     *
     * @return messages of scripts, and of what was forbidden or not found
     */
    public List<String> errors() {
        return List.copyOf(errors);
    }

    /**
     * Returns a text as JavaScript writes it.
     *
     * @param text the text
     * @return it in quotes
     */
    public static String quoted(String text) {
        try {
            return new ObjectMapper().writeValueAsString(text);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @Override
    public void close() {
        tools.close();
        process.descendants().forEach(ProcessHandle::destroy);
        process.destroy();
        try {
            if (!process.waitFor(10, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
            forget();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Deletes the browser's own files, some of which it may be writing still. */
    private void forget() throws InterruptedException {
        for (int tries = 0; tries < 20 && Files.exists(profile); tries++) {
            try (Stream<Path> files = Files.walk(profile)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.deleteIfExists(file);
                }
            } catch (IOException | UncheckedIOException e) {
                Thread.sleep(100);
            }
        }
    }
}
