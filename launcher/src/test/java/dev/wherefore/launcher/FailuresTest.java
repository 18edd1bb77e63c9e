package dev.wherefore.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wherefore.core.UserError;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.Command;

class FailuresTest {

    @Command(name = "failing")
    private static final class Failing implements Callable<Integer> {
        private final Exception failure;

        Failing(Exception failure) {
            this.failure = failure;
        }

        @Override
        public Integer call() throws Exception {
            throw failure;
        }
    }

    private final StringWriter err = new StringWriter();

    private int fail(Exception failure, boolean debug) {
        return new CommandLine(new Failing(failure))
                .setErr(new PrintWriter(err))
                .setExecutionExceptionHandler(new Failures(debug))
                .execute();
    }

    @Test
    void aMistakeOfTheUsersIsItsSentencesAloneAndStatusTwo() {
        assertThat(fail(new UserError("a is wrong\nb is wrong"), false)).isEqualTo(2);
        assertThat(err.toString().lines())
                .containsExactly("wherefore: a is wrong", "wherefore: b is wrong");
    }

    @Test
    void aFaultOfOursIsOneSentenceAndStatusOne() {
        assertThat(fail(new IllegalStateException("oops\nmore"), false)).isEqualTo(1);
        assertThat(err.toString().lines())
                .containsExactly(
                        "wherefore: this should not have happened: oops",
                        "wherefore: run again with --debug to see where");
    }

    @Test
    void aFaultWithoutMessageIsNamed() {
        fail(new NullPointerException(), false);
        assertThat(err.toString()).contains("java.lang.NullPointerException");
    }

    @Test
    void debugShowsWhere() {
        assertThat(fail(new UserError("a is wrong"), true)).isEqualTo(2);
        assertThat(err.toString()).contains("\tat " + FailuresTest.class.getName());
    }
}
