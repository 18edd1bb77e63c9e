package dev.wherefore.core.browser;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiConsumer;

/**
 * Speaks Chromium's DevTools protocol over Java's own WebSocket, so that tests need no driver
 * beside the browser.
 *
 * @see <a href="https://chromedevtools.github.io/devtools-protocol/">the protocol</a>
 */
final class DevTools implements AutoCloseable {

    private static final int PATIENCE = 60;

    private final ObjectMapper json = new ObjectMapper();
    private final Map<Integer, CompletableFuture<JsonNode>> answers = new ConcurrentHashMap<>();
    private final AtomicInteger next = new AtomicInteger();
    private final BiConsumer<String, JsonNode> events;
    private final WebSocket socket;

    DevTools(URI address, BiConsumer<String, JsonNode> events) {
        this.events = events;
        this.socket =
                HttpClient.newHttpClient()
                        .newWebSocketBuilder()
                        .buildAsync(address, new Ear())
                        .orTimeout(PATIENCE, TimeUnit.SECONDS)
                        .join();
    }

    private final class Ear implements WebSocket.Listener {

        private final StringBuilder message = new StringBuilder();

        @Override
        public CompletionStage<?> onText(WebSocket from, CharSequence part, boolean last) {
            message.append(part);
            if (last) {
                hear(message.toString());
                message.setLength(0);
            }
            from.request(1);
            return CompletableFuture.completedFuture(null);
        }
    }

    private void hear(String message) {
        try {
            JsonNode heard = json.readTree(message);
            if (heard.has("id")) {
                CompletableFuture<JsonNode> answer =
                        Optional.ofNullable(answers.remove(heard.get("id").asInt())).orElseThrow();
                if (heard.has("error")) {
                    answer.completeExceptionally(
                            new IllegalStateException(heard.get("error").toString()));
                } else {
                    answer.complete(heard.get("result"));
                }
            } else {
                events.accept(heard.get("method").asText(), heard.get("params"));
            }
        } catch (Exception e) {
            answers.values().forEach(answer -> answer.completeExceptionally(e));
        }
    }

    /** Sends a command, and returns what it gave. */
    JsonNode send(String method, Map<String, ?> params) {
        int id = next.incrementAndGet();
        CompletableFuture<JsonNode> answer = new CompletableFuture<>();
        answers.put(id, answer);
        try {
            String text =
                    json.writeValueAsString(Map.of("id", id, "method", method, "params", params));
            socket.sendText(text, true).join();
            return answer.orTimeout(PATIENCE, TimeUnit.SECONDS).join();
        } catch (CompletionException | JsonProcessingException e) {
            throw new AssertionError(method + " failed: " + e.getMessage(), e);
        }
    }

    @Override
    public void close() {
        socket.abort();
    }
}
