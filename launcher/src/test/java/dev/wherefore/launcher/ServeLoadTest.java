package dev.wherefore.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.wherefore.core.support.Reference;
import dev.wherefore.launcher.serve.Limits;
import dev.wherefore.launcher.serve.ServedModels;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Sixteen clients at once lose nothing, hear nothing of each other, and leave nothing behind. */
class ServeLoadTest {

    private static final int CLIENTS = 16;
    private static final long MEGABYTE = 1 << 20;

    /** What is asked, each of a picture of its own; the last of each kind is refused. */
    private static final List<String> WANTED =
            List.of(
                    "{\"model\":\"classification\",\"targets\":{\"top\":2}}",
                    "{\"model\":\"captioning\"}",
                    "{\"model\":\"vqa\",\"questions\":\"what is the purple thing?\"}",
                    "{\"model\":\"classification\",\"targets\":{\"class\":\"dog\"},"
                            + "\"layers\":\"layer2\",\"methods\":[\"layer-cam\",\"gradient\"]}",
                    "{\"model\":\"vqa\",\"questions\":[\"how many dogs are there?\"],"
                            + "\"maps\":\"signed\"}",
                    "{\"model\":\"vqa\",\"questions\":[\"gibberish\"]}");

    private static ServedModels models;

    @BeforeAll
    static void open() {
        models = Served.models("classification", "captioning", "vqa");
    }

    @AfterAll
    static void close() {
        models.close();
    }

    /** One question, and the answer to it when nobody else asks. */
    private record Known(ByteBuffer picture, String wanted, int status, JsonNode answer) {}

    private static List<Known> alone(Served served) throws Exception {
        List<Known> known = new ArrayList<>();
        for (int i = 0; i < 2 * WANTED.size(); i++) {
            Path scene =
                    Reference.root()
                            .resolve("test-data/scenes/images/scene-%06d.png".formatted(i + 1));
            byte[] picture = Files.readAllBytes(scene);
            String wanted = WANTED.get(i % WANTED.size());
            HttpResponse<String> response = served.explain(picture, wanted);
            known.add(
                    new Known(
                            ByteBuffer.wrap(picture),
                            wanted,
                            response.statusCode(),
                            timeless(response)));
        }
        assertThat(known.stream().map(Known::status)).containsOnly(200, 422);
        assertThat(known.stream().map(Known::answer).distinct())
                .as("answers that differ: all, but those that are refused")
                .hasSize(known.size() - 1);
        return known;
    }

    /** An answer without the seconds that it took. */
    private static JsonNode timeless(HttpResponse<String> response) throws IOException {
        JsonNode answer = Served.tree(response);
        answer.findParents("seconds").forEach(node -> ((ObjectNode) node).remove("seconds"));
        return answer;
    }

    @Test
    void sixteenClientsLoseNothing() throws Exception {
        load(Duration.ofSeconds(2), Duration.ofSeconds(4));
    }

    @Test
    @Tag("long")
    void sixteenClientsForAMinuteLoseNothingAndMemoryIsFlat() throws Exception {
        Measured measured = load(Duration.ofSeconds(30), Duration.ofMinutes(1));
        assertThat(measured.after() - measured.before())
                .as("bytes of the whole process, native ones included")
                .isLessThan(40 * MEGABYTE);
    }

    /**
     * What was measured.
     *
     * @param before resident bytes before the load, when all is warm
     * @param after the same after it
     */
    private record Measured(long before, long after) {}

    private Measured load(Duration warm, Duration time) throws Exception {
        try (Served served = Served.at(models, Limits.of(2, 1, 2, CLIENTS, 60))) {
            List<Known> known = alone(served);
            ask(served, known, warm);
            long heapBefore = heap();
            long before = resident();
            List<Long> nanoseconds = ask(served, known, time);
            long heapAfter = heap();
            long after = resident();
            System.err.println(
                    String.format(
                            Locale.ROOT,
                            "%d requests of %d clients in %d s: median %.0f ms, 95 %% within %.0f"
                                    + " ms; heap %.1f to %.1f MB, whole process %.0f to %.0f MB",
                            nanoseconds.size(),
                            CLIENTS,
                            time.toSeconds(),
                            quantile(nanoseconds, 0.5),
                            quantile(nanoseconds, 0.95),
                            heapBefore / (double) MEGABYTE,
                            heapAfter / (double) MEGABYTE,
                            before / (double) MEGABYTE,
                            after / (double) MEGABYTE));
            assertThat(nanoseconds).hasSizeGreaterThan(CLIENTS);
            assertThat(served.faults).isEmpty();
            assertThat(heapAfter - heapBefore).as("bytes of heap").isLessThan(8 * MEGABYTE);
            JsonNode health = Served.tree(served.get("/api/v1/health"));
            assertThat(health.path("requests").asInt()).isZero();
            return new Measured(before, after);
        }
    }

    /** All clients ask, one question after the other, and see that each answer is the right one. */
    private static List<Long> ask(Served served, List<Known> known, Duration time)
            throws Exception {
        long end = System.nanoTime() + time.toNanos();
        ExecutorService clients = Executors.newFixedThreadPool(CLIENTS);
        try {
            List<Callable<List<Long>>> all = new ArrayList<>();
            for (int client = 0; client < CLIENTS; client++) {
                int first = client;
                all.add(() -> ask(served, known, first, end));
            }
            List<Long> nanoseconds = new ArrayList<>();
            for (Future<List<Long>> one : clients.invokeAll(all)) {
                nanoseconds.addAll(one.get());
            }
            return nanoseconds;
        } finally {
            clients.shutdownNow();
        }
    }

    private static List<Long> ask(Served served, List<Known> known, int first, long end)
            throws Exception {
        List<Long> nanoseconds = new ArrayList<>();
        for (int i = first; System.nanoTime() - end < 0; i++) {
            Known one = known.get(i % known.size());
            long start = System.nanoTime();
            HttpResponse<String> response = served.explain(one.picture().array(), one.wanted());
            nanoseconds.add(System.nanoTime() - start);
            assertThat(response.statusCode()).as(one.wanted()).isEqualTo(one.status());
            assertThat(timeless(response).equals(one.answer())).as(one.wanted()).isTrue();
        }
        return nanoseconds;
    }

    private static double quantile(List<Long> nanoseconds, double share) {
        List<Long> sorted = new ArrayList<>(nanoseconds);
        Collections.sort(sorted);
        return sorted.get((int) (share * (sorted.size() - 1))) / 1e6;
    }

    private static long heap() throws InterruptedException {
        for (int i = 0; i < 3; i++) {
            System.gc();
            Thread.sleep(100);
        }
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }

    /** The bytes of this process in memory, native ones included; 0 where Linux is not. */
    private static long resident() throws IOException {
        Path status = Path.of("/proc/self/status");
        if (!Files.exists(status)) {
            return 0;
        }
        return Files.readAllLines(status).stream()
                .filter(line -> line.startsWith("VmRSS:"))
                .mapToLong(line -> 1024 * Long.parseLong(line.replaceAll("\\D", "")))
                .findFirst()
                .orElse(0);
    }
}
