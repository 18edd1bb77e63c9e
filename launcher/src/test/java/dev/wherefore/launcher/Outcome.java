package dev.wherefore.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;

/** What a command printed, and its exit status. */
record Outcome(int status, String out, String err) {

    /** Runs a command in this process. */
    static Outcome of(String... args) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int status = Cli.run(args, new PrintWriter(out), new PrintWriter(err));
        return new Outcome(status, out.toString(), err.toString());
    }

    /** Asserts that the user's mistake was said in sentences that name it, and nothing else. */
    Outcome assertRefused(String name) {
        assertThat(err).isNotBlank().doesNotContain("\tat ", "should not have happened");
        assertThat(status).as(err).isEqualTo(2);
        assertThat(err.lines().filter(line -> !line.startsWith("wherefore: "))).isEmpty();
        assertThat(err.lines().distinct()).as("said once").hasSize((int) err.lines().count());
        assertThat(err).contains(name);
        return this;
    }
}
