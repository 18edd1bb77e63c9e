package dev.wherefore.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.wherefore.core.UserError;
import dev.wherefore.launcher.serve.Limits;
import dev.wherefore.launcher.serve.ServeSettings;
import dev.wherefore.launcher.serve.ServedModels;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Only those may ask who shall, and only for as much as the server takes on. */
class ServeAccessTest {

    private static final String TOKEN = "a-long-enough-token";
    private static final String WANTED = "{\"model\":\"classification\",\"methods\":\"edges\"}";
    private static final String SLOW = "{\"model\":\"classification\",\"methods\":\"rise\"}";

    private static ServedModels models;

    @BeforeAll
    static void open() {
        models = Served.models("classification");
    }

    @AfterAll
    static void close() {
        models.close();
    }

    /** What a server answers to bytes. */
    private static String raw(Served served, String request) throws IOException {
        URI address = URI.create(served.address());
        try (Socket socket = new Socket(address.getHost(), address.getPort())) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static String get(String host) {
        return "GET /api/v1/models HTTP/1.1\r\nHost: %s\r\nConnection: close\r\n\r\n"
                .formatted(host);
    }

    @Test
    void whoDoesNotKnowTheTokenGetsThePageAlone() throws Exception {
        try (Served served = Served.with(models, TOKEN)) {
            assertThat(served.get("/").statusCode()).isEqualTo(200);
            assertThat(served.get("/api/v1/health").statusCode()).isEqualTo(200);
            HttpResponse<String> none = served.get("/api/v1/models");
            assertThat(none.statusCode()).isEqualTo(401);
            assertThat(none.headers().firstValue("WWW-Authenticate")).contains("Bearer");
            assertThat(Served.tree(none).path("error").asText()).contains("a token is wanted");
            for (String wrong :
                    List.of("Bearer a-long-enough-tokem", "Bearer ", "Basic " + TOKEN, TOKEN)) {
                HttpRequest.Builder request = served.form(new byte[1], WANTED);
                assertThat(served.send(request.header("Authorization", wrong)).statusCode())
                        .as(wrong)
                        .isEqualTo(401);
            }
            assertThat(served.get("/api/v1/models?token=" + TOKEN).statusCode()).isEqualTo(401);
            HttpRequest.Builder right = served.request("/api/v1/models");
            assertThat(served.send(right.header("Authorization", "Bearer " + TOKEN)).statusCode())
                    .isEqualTo(200);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "127.0.0.1, 200",
        "localhost:8787, 200",
        "LOCALHOST, 200",
        "[::1]:80, 200",
        "evil.example, 403",
        "evil.example:8787, 403",
        "127.0.0.1.evil.example, 403",
        "localhost.evil.example, 403"
    })
    void aNameThatLeadsHereFromElsewhereIsRefused(String host, int status) throws Exception {
        try (Served served = Served.at(models, Served.limits())) {
            assertThat(raw(served, get(host))).startsWith("HTTP/1.1 " + status + " ");
        }
    }

    @Test
    void theNameOfAProxyIsTakenWhereItWasNamed() throws Exception {
        try (Served served = Served.with(models, TOKEN, "maps.example")) {
            assertThat(raw(served, get("maps.example"))).startsWith("HTTP/1.1 401 ");
            assertThat(raw(served, get("other.example"))).startsWith("HTTP/1.1 403 ");
        }
    }

    @Test
    void noRequestWithoutANameIsAnswered() throws Exception {
        try (Served served = Served.at(models, Served.limits())) {
            for (String request :
                    List.of(
                            "GET / HTTP/1.1\r\nConnection: close\r\n\r\n",
                            "GET / HTTP/1.1\r\nHo st: a\r\n\r\n",
                            "GET /%2e%2e/ HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n",
                            "GET / HTTP/1.0\r\n\r\n")) {
                String answer = raw(served, request);
                assertThat(answer).as(request).contains("\r\n\r\n{\"error\":\"");
                assertThat(answer).doesNotContain("Jetty", "<html", "Exception");
                assertThat(answer).matches("(?s)HTTP/1.1 (400|403) .*");
            }
        }
    }

    @Test
    void anUploadThatIsCutOffOrHardlyComesIsGivenUp() throws Exception {
        try (Served served = Served.at(models, Served.limits())) {
            URI address = URI.create(served.address());
            String head =
                    "POST /api/v1/explain HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
                            + "Content-Type: application/json\r\nContent-Length: 5000\r\n\r\n{";
            try (Socket slow = new Socket(address.getHost(), address.getPort());
                    Socket cutOff = new Socket(address.getHost(), address.getPort())) {
                cutOff.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
                cutOff.shutdownOutput();
                slow.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
                Thread.sleep(1500);
                slow.getOutputStream().write(' ');
                for (Socket socket : List.of(cutOff, slow)) {
                    socket.setSoTimeout(10_000);
                    assertThat(
                                    new String(
                                            socket.getInputStream().readAllBytes(),
                                            StandardCharsets.UTF_8))
                            .contains("400 Bad Request", "was cut off, or came too slowly");
                }
            }
            assertThat(served.faults).isEmpty();
            assertThat(Served.tree(served.get("/api/v1/health")).path("requests").asInt()).isZero();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "Origin, http://evil.example, 403",
        "Origin, null, 403",
        "Origin, https://127.0.0.1, 403",
        "Origin, OWN, 200",
        "Sec-Fetch-Site, cross-site, 403",
        "Sec-Fetch-Site, same-site, 403",
        "Sec-Fetch-Site, same-origin, 200"
    })
    void pagesOfOtherSitesMaySendNothing(String header, String value, int status) throws Exception {
        try (Served served = Served.at(models, Served.limits())) {
            String own = served.address().replaceFirst("/$", "");
            HttpRequest.Builder request =
                    served.form(java.nio.file.Files.readAllBytes(Served.SCENE), WANTED)
                            .header(header, value.equals("OWN") ? own : value);
            HttpResponse<String> response = served.send(request);
            assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
            assertThat(response.headers().firstValue("Access-Control-Allow-Origin")).isEmpty();
        }
    }

    @Test
    void aMethodOfManyPassesIsStoppedWhenItsTimeIsOver() throws Exception {
        try (Served served = Served.at(models, Limits.of(2, 1, 1, 0, 1))) {
            long start = System.nanoTime();
            HttpResponse<String> response = served.explain(SLOW);
            assertThat(response.statusCode()).as(response.body()).isEqualTo(504);
            assertThat(Served.tree(response).path("error").asText())
                    .matches("rise had made \\d+ of \\d+ passes when its 1 s were over; .*");
            assertThat((System.nanoTime() - start) / 1e9).isLessThan(8);
            assertThat(served.explain(WANTED).statusCode()).isEqualTo(200);
        }
    }

    @Test
    void whoFindsNoPlaceIsToldToComeAgain() throws Exception {
        try (Served served = Served.at(models, Limits.of(2, 1, 1, 1, 3))) {
            List<CompletableFuture<HttpResponse<String>>> others =
                    java.util.stream.Stream.of(SLOW, SLOW)
                            .map(
                                    wanted ->
                                            CompletableFuture.supplyAsync(
                                                    () -> explained(served, wanted)))
                            .toList();
            JsonNode health = Served.tree(served.get("/api/v1/health"));
            for (int i = 0; i < 200 && health.path("requests").asInt() < 2; i++) {
                Thread.sleep(10);
                health = Served.tree(served.get("/api/v1/health"));
            }
            HttpResponse<String> refused = served.explain(WANTED);
            assertThat(refused.statusCode()).as(refused.body()).isEqualTo(503);
            assertThat(refused.headers().firstValue("Retry-After")).contains("5");
            assertThat(Served.tree(refused).path("error").asText())
                    .contains("2 requests are at work or waiting already");
            // the second waited as long as it may, or came to its turn
            assertThat(others.get(0).get().statusCode()).isIn(503, 504);
            assertThat(others.get(1).get().statusCode()).isIn(503, 504);
            assertThat(served.explain(WANTED).statusCode()).isEqualTo(200);
            assertThat(served.faults).isEmpty();
        }
    }

    private static HttpResponse<String> explained(Served served, String wanted) {
        try {
            return served.explain(wanted);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void whatIsAtWorkIsFinishedWhenTheServerEnds() throws Exception {
        Served served = Served.at(models, Limits.of(2, 1, 1, 1, 60));
        String wanted = SLOW.replace("\"rise\"", "[\"occlusion\"]");
        CompletableFuture<HttpResponse<String>> work =
                CompletableFuture.supplyAsync(() -> explained(served, wanted));
        while (Served.tree(served.get("/api/v1/health")).path("requests").asInt() < 1) {
            Thread.sleep(5);
        }
        served.close();
        assertThat(work).isCompleted();
        assertThat(work.get().statusCode()).as(work.get().body()).isEqualTo(200);
        assertThatThrownBy(() -> served.get("/api/v1/health")).isInstanceOf(IOException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"short", "a token with spaces in it", "ein-schlüssel-mit-ü"})
    void aTokenThatIsNoneIsRefused(String token) {
        assertThatThrownBy(
                        () ->
                                new ServeSettings(
                                        "0.0.0.0",
                                        0,
                                        List.of(),
                                        Optional.of(token),
                                        Served.limits()))
                .isInstanceOf(UserError.class)
                .hasMessageStartingWith("the token must");
    }

    @Test
    void othersThanThisMachineMustKnowAToken() {
        assertThat(ServeSettings.needsToken("127.0.0.1", List.of())).isFalse();
        assertThat(ServeSettings.needsToken("::1", List.of())).isFalse();
        assertThat(ServeSettings.needsToken("0.0.0.0", List.of())).isTrue();
        assertThat(ServeSettings.needsToken("127.0.0.1", List.of("maps.example"))).isTrue();
        assertThatThrownBy(
                        () ->
                                new ServeSettings(
                                        "0.0.0.0", 0, List.of(), Optional.empty(), Served.limits()))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
