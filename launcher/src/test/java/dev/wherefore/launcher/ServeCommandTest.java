package dev.wherefore.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wherefore.core.support.Reference;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code wherefore serve} says in one line where it is, and what it cannot do. */
class ServeCommandTest {

    private static final String CONFIG =
            Reference.root().resolve("configs/classification.yaml").toString();

    @Test
    void itServesUntilItIsToldToEnd() throws Exception {
        List<String> words = List.of("serve", CONFIG, "--port=0", "--allow-host=maps.example");
        try (ServingCommand command = new ServingCommand(words)) {
            assertThat(command.out())
                    .as(command.err())
                    .matches(
                            "serving classification at"
                                + " http://127\\.0\\.0\\.1:\\d+/#token=[0-9a-f]{32}; Ctrl-C ends"
                                + " it\\R");
            assertThat(command.get("api/v1/models", "Authorization", "Bearer " + command.token()))
                    .contains("\"umbrella\"");
            assertThat(command.end()).isZero();
            assertThat(command.err()).isEmpty();
        }
    }

    @Test
    void aTokenThatWasChosenIsNotShown() throws Exception {
        String token = "chosen-by-the-user";
        List<String> words = List.of("serve", CONFIG, "--port=0", "--token", token);
        try (ServingCommand command = new ServingCommand(words)) {
            assertThat(command.out()).contains("(which asks for the token)").doesNotContain(token);
            assertThat(command.get("api/v1/models", "Authorization", "Bearer " + token))
                    .contains("layer3");
        }
    }

    @Test
    void aPortThatIsTakenIsSaidSo() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Outcome.of("serve", CONFIG, "--port=" + taken.getLocalPort())
                    .assertRefused(
                            "port %d is taken by another program; end it, or give another port"
                                    .formatted(taken.getLocalPort()));
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "--port=70000; --port must be from 0 to 65535",
                "--host=no-such-name.invalid; there is no address called 'no-such-name.invalid'",
                "--host=203.0.113.7; 203.0.113.7:8787 is not an address of this machine",
                "--token=short; the token must have 16 characters at least",
                "--max-upload=0; --max-upload must be from 1 to 256, found 0",
                "--max-pixels=501; --max-pixels must be from 1 to 500",
                "--at-once=0; --at-once must be from 1 to 64",
                "--waiting=-1; --waiting must be from 0 to 1000",
                "--time-limit=0; --time-limit must be from 1 to 3600"
            })
    void whatCannotBeIsSaidInASentence(String option, String sentence) {
        Outcome.of("serve", CONFIG, option).assertRefused(sentence);
    }

    @Test
    void aConfigThatIsWrongIsRefusedAsARunRefusesIt() {
        Outcome.of("serve", CONFIG, CONFIG, "--port=0").assertRefused("two configs are called");
        Outcome.of("serve", "nothing.yaml", "--port=0").assertRefused("nothing.yaml");
        Outcome.of("serve", Reference.root().resolve("configs/train/street-scenes.yaml").toString())
                .assertRefused("is a config for 'wherefore train'");
    }
}
