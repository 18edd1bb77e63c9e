package dev.wherefore.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wherefore.core.support.Reference;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** Ctrl-C on the real script ends a server when what is at work is finished. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the script is for POSIX shells")
class ServeInterruptIT {

    private static final Path ROOT = Reference.root();
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private static String get(URI address) throws IOException, InterruptedException {
        return CLIENT.send(
                        HttpRequest.newBuilder(address).build(),
                        HttpResponse.BodyHandlers.ofString())
                .body();
    }

    @Test
    void whatIsAtWorkIsFinishedAfterCtrlC() throws Exception {
        ProcessBuilder builder =
                new ProcessBuilder(
                        ROOT.resolve("wherefore").toString(),
                        "serve",
                        ROOT.resolve("configs/classification.yaml").toString(),
                        "--port=0");
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        Process server = builder.redirectError(ProcessBuilder.Redirect.DISCARD).start();
        try (BufferedReader out = server.inputReader()) {
            String line = String.valueOf(out.readLine());
            assertThat(line).startsWith("serving classification at http://127.0.0.1:");
            URI address = URI.create(line.replaceFirst("^.* at ", "").replaceFirst(";.*$", ""));
            String picture = Base64.getEncoder().encodeToString(Files.readAllBytes(Served.SCENE));
            HttpRequest request =
                    HttpRequest.newBuilder(address.resolve("api/v1/explain"))
                            .header("Content-Type", "application/json")
                            .POST(
                                    HttpRequest.BodyPublishers.ofString(
                                            "{\"model\":\"classification\",\"methods\":"
                                                    + "\"occlusion\",\"picture\":\""
                                                    + picture
                                                    + "\"}"))
                            .build();
            CompletableFuture<HttpResponse<String>> work =
                    CLIENT.sendAsync(request, HttpResponse.BodyHandlers.ofString());
            while (get(address.resolve("api/v1/health")).contains("\"requests\":0")) {
                assertThat(work).isNotDone();
                Thread.sleep(5);
            }
            new ProcessBuilder("kill", "-INT", String.valueOf(server.pid())).start().waitFor();
            assertThat(work.get(1, TimeUnit.MINUTES).statusCode()).isEqualTo(200);
            assertThat(server.waitFor(1, TimeUnit.MINUTES)).isTrue();
            assertThat(server.exitValue()).isEqualTo(130);
            assertThat(out.readLine()).isNull();
        } finally {
            server.destroyForcibly();
        }
    }
}
