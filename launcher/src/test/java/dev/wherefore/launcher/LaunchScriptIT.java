package dev.wherefore.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Starts the real script; where something has to be built first, it builds. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the script is for POSIX shells")
class LaunchScriptIT {

    private static final Path SCRIPT =
            Path.of(System.getProperty("wherefore.root")).resolve("wherefore");

    @TempDir Path folder;

    private record Result(int status, String text) {}

    private Result start(List<String> command, String javaHome)
            throws IOException, InterruptedException {
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true);
        builder.environment().put("JAVA_HOME", javaHome);
        Process process = builder.start();
        try (InputStream output = process.getInputStream()) {
            String text = new String(output.readAllBytes(), StandardCharsets.UTF_8);
            assertThat(process.waitFor(5, TimeUnit.MINUTES)).isTrue();
            return new Result(process.exitValue(), text);
        }
    }

    private Result start(String... command) throws IOException, InterruptedException {
        return start(List.of(command), System.getProperty("java.home"));
    }

    @Test
    void itWorksFromAnyFolderThroughALinkAndBuildsOnce() throws Exception {
        Path link = Files.createSymbolicLink(folder.resolve("a link"), SCRIPT);
        start(link.toString(), "--version");
        Result second = start(link.toString(), "--version");
        assertThat(second.status()).isZero();
        assertThat(second.text()).startsWith("Wherefore ").hasLineCount(4);
    }

    @Test
    void doctorPrintsNothingOfTheEnginesChatter() throws Exception {
        start(SCRIPT.toString(), "--version");
        Result result = start(SCRIPT.toString(), "doctor");
        assertThat(result.status()).isZero();
        assertThat(result.text().lines()).allMatch(line -> line.matches("(ok    |advice)  .*"));
    }

    @Test
    void argumentsAreHandedOnAsTheyAre() throws Exception {
        start(SCRIPT.toString(), "--version");
        Result result = start(SCRIPT.toString(), "a  b * $HOME");
        assertThat(result.status()).isEqualTo(2);
        assertThat(result.text()).contains("'a  b * $HOME'");
    }

    @Test
    void aJavaThatIsNotThereIsSaidInOneSentence() throws Exception {
        Result result = start(List.of(SCRIPT.toString()), folder.resolve("no java").toString());
        assertThat(result.status()).isEqualTo(2);
        assertThat(result.text()).hasLineCount(1).contains("JAVA_HOME", "Java 17 or later");
    }

    @Test
    void anOldJavaIsSaidInOneSentence() throws Exception {
        Path home = folder.resolve("old java");
        Path java = Files.createDirectories(home.resolve("bin")).resolve("java");
        Files.writeString(java, "#!/bin/sh\necho '    java.specification.version = 1.8' >&2\n");
        assertThat(java.toFile().setExecutable(true)).isTrue();
        Result result = start(List.of(SCRIPT.toString()), home.toString());
        assertThat(result.status()).isEqualTo(2);
        assertThat(result.text()).hasLineCount(1).contains("found 1.8");
    }
}
