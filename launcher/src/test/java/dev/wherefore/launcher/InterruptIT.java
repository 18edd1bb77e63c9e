package dev.wherefore.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.wherefore.core.experiment.NpyFile;
import dev.wherefore.core.support.Reference;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Ctrl-C on the real script leaves whole files, and {@code --resume} makes the rest. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the script is for POSIX shells")
class InterruptIT {

    private static final Path ROOT = Reference.root();
    private static final int PICTURES = 60;

    @TempDir Path folder;

    private Process start(String... more) throws IOException {
        List<String> run =
                List.of(
                        ROOT.resolve("wherefore").toString(),
                        "run",
                        ROOT.resolve("configs/classification.yaml").toString(),
                        "--set",
                        "images=" + folder.resolve("pictures"),
                        "--set",
                        "targets={top: 1}",
                        "--out",
                        folder.resolve("out").toString());
        ProcessBuilder builder =
                new ProcessBuilder(Stream.concat(run.stream(), Stream.of(more)).toList());
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        return builder.redirectErrorStream(true)
                .redirectOutput(folder.resolve("log.txt").toFile())
                .start();
    }

    /** Counts finished pictures without listing folders in which files come and go. */
    private int finished() {
        return (int)
                IntStream.range(0, PICTURES)
                        .filter(
                                i ->
                                        Files.exists(
                                                folder.resolve("out/scene-" + i + "/result.json")))
                        .count();
    }

    private List<Path> files(String ending) throws IOException {
        try (Stream<Path> files = Files.walk(folder.resolve("out"))) {
            return files.filter(file -> file.toString().endsWith(ending)).toList();
        }
    }

    @Test
    void whatIsThereAfterCtrlCIsWholeAndTheRestCanBeMade() throws Exception {
        Path pictures = Files.createDirectory(folder.resolve("pictures"));
        for (int i = 0; i < PICTURES; i++) {
            Files.copy(
                    ROOT.resolve("test-data/scenes/images/scene-000001.png"),
                    pictures.resolve("scene-" + i + ".png"));
        }
        Process run = start();
        long deadline = System.nanoTime() + TimeUnit.MINUTES.toNanos(5);
        while (finished() < 3 && run.isAlive()) {
            assertThat(System.nanoTime()).as("time").isLessThan(deadline);
            Thread.sleep(20);
        }
        new ProcessBuilder("kill", "-INT", String.valueOf(run.pid())).start().waitFor();
        assertThat(run.waitFor(1, TimeUnit.MINUTES)).isTrue();
        assertThat(run.exitValue()).as(Files.readString(folder.resolve("log.txt"))).isEqualTo(130);
        assertThat(folder.resolve("out/result.json")).doesNotExist();
        int done = finished();
        assertThat(done).isBetween(3, PICTURES - 1);
        assertAllWhole();

        Process resumed = start("--resume");
        assertThat(resumed.waitFor(5, TimeUnit.MINUTES)).isTrue();
        String log = Files.readString(folder.resolve("log.txt"));
        assertThat(resumed.exitValue()).as(log).isZero();
        assertThat(log).contains(done + " of " + PICTURES + " pictures were done before");
        assertThat(log).contains(PICTURES + " pictures explained: ");
        assertThat(files("result.json")).hasSize(PICTURES + 1);
        assertAllWhole();
    }

    private void assertAllWhole() throws IOException {
        assertThat(files(".part")).isEmpty();
        for (Path png : files(".png")) {
            assertThat(ImageIO.read(png.toFile())).as(png.toString()).isNotNull();
        }
        for (Path npy : files(".npy")) {
            assertThat(NpyFile.read(npy).size()).as(npy.toString()).isPositive();
        }
        for (Path json : files(".json")) {
            assertThat(new ObjectMapper().readTree(json.toFile()).isObject()).isTrue();
        }
    }
}
