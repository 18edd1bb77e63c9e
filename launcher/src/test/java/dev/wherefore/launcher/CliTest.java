package dev.wherefore.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CliTest {

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int run(String... args) {
        return Cli.run(args, new PrintWriter(out), new PrintWriter(err));
    }

    @Test
    void helpListsTheCommandsTheExitStatusAndTheEnvironment() {
        assertThat(run("--help")).isZero();
        assertThat(out.toString())
                .contains("doctor", "schema", "scenes", "completion", "Exit status", "JAVA_OPTS");
    }

    @Test
    void withoutACommandTheUsageIsShownAndTheStatusIsTwo() {
        assertThat(run()).isEqualTo(2);
        assertThat(err.toString()).contains("Usage: wherefore");
        assertThat(out.toString()).isEmpty();
    }

    @Test
    void versionNamesWhereforeDjlPyTorchAndJava() {
        assertThat(run("--version")).isZero();
        assertThat(out.toString().lines().toList())
                .hasSize(4)
                .allMatch(line -> line.matches("(Wherefore|DJL|PyTorch|Java) \\d+\\.\\d+.*"));
    }

    @Test
    void aMisspeltCommandIsTheUsersMistakeAndGetsANearMatch() {
        assertThat(run("docter")).isEqualTo(2);
        assertThat(err.toString())
                .startsWith(
                        "wherefore: there is no command or option 'docter'; did you mean 'doctor'?")
                .doesNotContain("\tat ");
    }

    @Test
    void aMisspeltOptionIsTheUsersMistakeAndGetsANearMatch() {
        assertThat(run("schema", "--debgu")).isEqualTo(2);
        assertThat(err.toString()).contains("--debgu").contains("did you mean '--debug'?");
    }

    @Test
    void doctorSpeaksInSentences() {
        assertThat(run("doctor")).isZero();
        assertThat(out.toString().lines().toList())
                .hasSizeGreaterThan(4)
                .allMatch(line -> line.matches("(ok    |advice)  [A-Zg].*\\."));
        assertThat(out.toString()).contains("PyTorch 2.7.1 is loaded, through DJL 0.35.1.");
    }

    @Test
    void completionIsABashScriptForAllCommands() {
        assertThat(run("completion")).isZero();
        assertThat(out.toString()).startsWith("#!/usr/bin/env bash").contains("doctor", "schema");
    }

    @ParameterizedTest
    @CsvSource({
        "run, wherefore.schema.json",
        "train, train/train.schema.json",
        "evaluate, evaluate/evaluate.schema.json",
        "diagnose, experiments/diagnose.schema.json"
    })
    void theCommittedSchemasAreWhatTheRecordsGive(String command, String file) throws Exception {
        Path committed = Path.of(System.getProperty("wherefore.root"), "configs").resolve(file);
        assertThat(run("schema", command)).isZero();
        assertThat(out.toString())
                .as("run: ./wherefore schema %s > configs/%s", command, file)
                .isEqualTo(Files.readString(committed).replace("\r\n", "\n"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"run", "train", "evaluate", "diagnose"})
    void theCommittedTablesOfKeysAreWhatTheRecordsGive(String command) throws Exception {
        Path committed =
                Path.of(System.getProperty("wherefore.root"), "docs", "keys", command + ".md");
        assertThat(run("schema", command, "--tables")).isZero();
        assertThat(out.toString())
                .as("run: ./wherefore schema %s --tables > docs/keys/%s.md", command, command)
                .isEqualTo(Files.readString(committed).replace("\r\n", "\n"));
    }
}
