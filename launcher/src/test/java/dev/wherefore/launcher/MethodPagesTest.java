package dev.wherefore.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.inject.Guice;
import dev.wherefore.core.method.Method;
import dev.wherefore.core.method.MethodCard;
import dev.wherefore.core.method.MethodModule;
import dev.wherefore.core.method.Methods;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The pages about methods say what the methods themselves say, and leave none out. */
class MethodPagesTest {

    private static final Path ROOT = Path.of("..");

    private final List<MethodCard> cards =
            Guice.createInjector(new MethodModule()).getInstance(Methods.class).all().stream()
                    .map(Method::card)
                    .toList();

    @Test
    void everyMethodHasItsCard() throws IOException {
        String pages = Files.readString(ROOT.resolve("docs/methods.md")).replace("\r\n", "\n");
        for (MethodCard card : cards) {
            assertThat(pages)
                    .contains(
                            """
                            #### %s

                            `%s`: %s

                            | | |
                            |---|---|
                            | needs | %s |
                            | cost | %s |
                            | good for | %s |
                            | mind | %s |
                            | source | %s |
                            """
                                    .formatted(
                                            card.title(),
                                            card.name(),
                                            card.formula(),
                                            card.needs(),
                                            card.cost(),
                                            card.goodFor(),
                                            card.caution(),
                                            card.source()));
        }
        assertThat(pages.lines().filter(line -> line.startsWith("#### "))).hasSize(cards.size());
    }

    /** LeGrad's layers are attention, which no bundled network has; CAM needs an average pool. */
    @Test
    void everyMethodIsInTheSheets() throws IOException {
        for (String config : List.of("scene", "word", "answer")) {
            List<String> lines =
                    Files.readAllLines(ROOT.resolve("configs/methods/" + config + ".yaml"));
            for (MethodCard card : cards) {
                boolean leftOut =
                        card.name().equals("le-grad")
                                || (card.name().equals("cam") && !config.equals("scene"));
                assertThat(lines.contains("    - " + card.name()))
                        .as(card.name() + " in " + config)
                        .isEqualTo(!leftOut);
            }
        }
    }
}
