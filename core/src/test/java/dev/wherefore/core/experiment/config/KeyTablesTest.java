package dev.wherefore.core.experiment.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class KeyTablesTest {

    private enum Shape {
        ROUND,
        FLAT_OUT
    }

    private record InnerConfig(
            @ConfigDoc(value = "A | in the text.", preset = "0.5") double share) {}

    private record Outer(
            @ConfigDoc(value = "The choice.", names = ConfigReader.TASK) String task,
            @ConfigDoc("Needed.") int count,
            @ConfigDoc(value = "What form.", preset = "flat-out") Shape shape,
            @ConfigDoc(value = "Either.", preset = "[1, 2]") List<Integer> sizes,
            @ConfigDoc("Left out.") Optional<String> name,
            @ConfigDoc(value = "More keys.", preset = "{}") InnerConfig inner,
            @ConfigDoc(value = "Switch.", preset = "true") boolean on) {}

    private record Nothing() {}

    private static String tables() {
        Vocabulary vocabulary = new Vocabulary(Map.of(ConfigReader.TASK, List.of("painting")));
        return new KeyTables(
                        new ConfigSchema(vocabulary)
                                .of(Outer.class, Map.of("painting", Nothing.class)))
                .markdown();
    }

    @Test
    void eachKeyHasARowWithItsValuesAndWhatHoldsWithoutIt() {
        assertThat(tables().lines())
                .contains(
                        "## painting",
                        "| `count` | Needed. | a whole number | must be given |",
                        "| `shape` | What form. | `round`, `flat-out` | `flat-out` |",
                        "| `sizes` | Either. | a whole number, or a list of these | `[1, 2]` |",
                        "| `name` | Left out. | text |  |",
                        "| `on` | Switch. | `true`, `false` | `true` |");
    }

    @Test
    void keysOfKeysHaveATableOfTheirOwnThatIsLinked() {
        assertThat(tables().lines())
                .contains(
                        "| `inner` | More keys. | keys of [inner](#inner) | `{}` |",
                        "## inner",
                        "| `share` | A \\| in the text. | a number | `0.5` |");
    }

    @Test
    void ofManyNamesTheFirstAreTold() {
        List<String> names = IntStream.range(0, 20).mapToObj(i -> "n" + i).toList();
        String text =
                new KeyTables(
                                new ConfigSchema(new Vocabulary(Map.of(ConfigReader.TASK, names)))
                                        .of(Outer.class, Map.of("n0", Nothing.class)))
                        .markdown();
        assertThat(text).contains("| `n0`, `n1`, `n2` and 17 more |");
    }

    @Test
    void whatIsNoSchemaIsRefused() {
        assertThatThrownBy(() -> new KeyTables("{")).isInstanceOf(IllegalArgumentException.class);
    }
}
