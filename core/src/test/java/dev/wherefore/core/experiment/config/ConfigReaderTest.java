package dev.wherefore.core.experiment.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.wherefore.core.UserError;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConfigReaderTest {

    private static final Vocabulary VOCABULARY =
            new Vocabulary(
                    Map.of("task", List.of("sorting"), "dish", List.of("soup", "salad", "stew")));

    enum Heat {
        COLD,
        LUKE_WARM
    }

    record Inner(
            @ConfigDoc("Size.") int bigSize,
            @ConfigDoc(value = "Share.", preset = "0.25") double share,
            @ConfigDoc("File.") Optional<Path> file) {
        Inner {
            if (bigSize < 1) {
                throw new IllegalArgumentException("big-size must be at least 1, found " + bigSize);
            }
            if (share > bigSize) {
                throw new IllegalArgumentException("the share is larger than the size");
            }
        }
    }

    record Outer(
            @ConfigDoc(value = "Task.", names = "task") String task,
            @ConfigDoc("Word.") String word,
            @ConfigDoc(value = "Heat.", preset = "luke-warm") Heat heat,
            @ConfigDoc(value = "Dishes.", preset = "[soup]", names = "dish") List<String> dishes,
            @ConfigDoc(value = "Inner ones.", preset = "[]") List<Inner> inner,
            @ConfigDoc(value = "Truth.", preset = "false") boolean truth,
            @ConfigDoc(value = "Label.", orNumber = true) Optional<String> label,
            @ConfigDoc("Pictures.") Optional<FilePattern> pictures) {}

    record Own(@ConfigDoc("Order.") String order) {}

    @TempDir Path folder;

    private final ConfigReader reader = new ConfigReader(VOCABULARY);

    private Path file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    private Outer read(String text, String... settings) throws IOException {
        return reader.read(file("a.yaml", text), List.of(settings), Outer.class);
    }

    private List<String> problems(String text, String... settings) {
        ConfigErrors errors = catchThrowableOfType(ConfigErrors.class, () -> read(text, settings));
        return errors.lines().stream().map(l -> l.replace(folder + "/", "")).toList();
    }

    private String refusal(String name, String text) {
        UserError error =
                catchThrowableOfType(
                        UserError.class,
                        () -> reader.read(file(name, text), List.of(), Outer.class));
        return String.valueOf(error.getMessage()).replace(folder + "/", "");
    }

    @Test
    void keysThatAreLeftOutHaveTheirDefaults() throws IOException {
        Outer read = read("task: sorting\nword: a");
        assertThat(read)
                .isEqualTo(
                        new Outer(
                                "sorting",
                                "a",
                                Heat.LUKE_WARM,
                                List.of("soup"),
                                List.of(),
                                false,
                                Optional.empty(),
                                Optional.empty()));
    }

    @Test
    void everyKeyIsMappedAndPathsStartFromTheConfigsFolder() throws IOException {
        Outer read =
                read(
                        """
                        task: sorting
                        word: b
                        heat: cold
                        dishes: [stew, salad]
                        inner:
                          - {big-size: 3, share: 1, file: x/y.txt}
                        truth: true
                        label: 007
                        pictures: "*.png"
                        """);
        assertThat(read)
                .isEqualTo(
                        new Outer(
                                "sorting",
                                "b",
                                Heat.COLD,
                                List.of("stew", "salad"),
                                List.of(new Inner(3, 1, Optional.of(folder.resolve("x/y.txt")))),
                                true,
                                Optional.of("007"),
                                Optional.of(new FilePattern("*.png", folder))));
    }

    @Test
    void jsonIsReadLikeYaml() throws IOException {
        String json = "{\"task\": \"sorting\", \"word\": \"b\", \"inner\": {\"big-size\": 2}}";
        Outer read = reader.read(file("a.json", json), List.of(), Outer.class);
        assertThat(read.inner()).containsExactly(new Inner(2, 0.25, Optional.empty()));
    }

    @Test
    void aSingleValueIsAListOfOneAndAKeyWithoutValueCountsAsLeftOut() throws IOException {
        Outer read = read("task: sorting\nword: a\ndishes: stew\nheat:\ninner: {big-size: 1}");
        assertThat(read.dishes()).containsExactly("stew");
        assertThat(read.heat()).isEqualTo(Heat.LUKE_WARM);
        assertThat(read.inner()).hasSize(1);
    }

    @Test
    void allThatIsWrongIsSaidAtOnceWithLineKeyAndNearMatches() {
        assertThat(
                        problems(
                                """
                                task: sortin
                                wrod: a
                                heat: luke-worm
                                dishes: [soup, sallad]
                                inner:
                                  - {big-size: abc, share: true}
                                  - {big-size: 0}
                                  - {big-size: 1, share: 2}
                                  - 7
                                truth: yes please
                                label: [1]
                                """))
                .containsExactlyInAnyOrder(
                        "a.yaml:2: wrod: unknown key; did you mean 'word'?",
                        "a.yaml:1: task: must be one of sorting, found 'sortin'; did you mean"
                                + " 'sorting'?",
                        "a.yaml:1: word: this key is missing: Word.",
                        "a.yaml:3: heat: must be one of cold, luke-warm, found 'luke-worm'; did"
                                + " you mean 'luke-warm'?",
                        "a.yaml:4: dishes.1: must be one of soup, salad, stew, found 'sallad'; did"
                                + " you mean 'salad'?",
                        "a.yaml:6: inner.0.big-size: must be a whole number, found 'abc'",
                        "a.yaml:6: inner.0.share: must be a number, found true",
                        "a.yaml:7: inner.1.big-size: must be at least 1, found 0",
                        "a.yaml:8: inner.2: the share is larger than the size",
                        "a.yaml:9: inner.3: must have keys of its own (big-size, share, file),"
                                + " found 7",
                        "a.yaml:10: truth: must be true or false, found 'yes please'",
                        "a.yaml:11: label: must be text, found a list");
    }

    @Test
    void keysGivenTwiceAndASecondDocumentAreRefused() {
        assertThat(problems("task: sorting\nword: a\nword: b\n---\nword: c"))
                .containsExactly(
                        "a.yaml:3: word: this key is given twice, in line 2 too",
                        "a.yaml:5: there is more than one document; one is wanted");
    }

    @Test
    void numbersThatDoNotFitAreRefused() {
        assertThat(problems("task: sorting\nword: 5\ninner: {big-size: 1.5}"))
                .containsExactly(
                        "a.yaml:2: word: must be text, found 5; if it is meant as text, put it in"
                                + " quotes",
                        "a.yaml:3: inner.big-size: must be a whole number between -2147483648 and"
                                + " 2147483647, found 1.5");
        assertThat(problems("task: sorting\nword: a\ninner: {big-size: 1, share: .nan}"))
                .containsExactly("a.yaml:3: inner.share: must be a number, found .nan");
    }

    @Test
    void settingsComeAfterTheFileAndTheirPathsStartFromTheCurrentFolder() throws IOException {
        Outer read =
                read(
                        "task: sorting\nword: a\ndishes: stew",
                        "word=changed",
                        "inner[0].big-size=4",
                        "inner.0.file=x.txt",
                        "inner.1={big-size: 5}",
                        "dishes.1=salad",
                        "truth=true");
        assertThat(read.word()).isEqualTo("changed");
        assertThat(read.inner())
                .containsExactly(
                        new Inner(4, 0.25, Optional.of(Path.of("x.txt"))),
                        new Inner(5, 0.25, Optional.empty()));
        assertThat(read.dishes()).containsExactly("stew", "salad");
        assertThat(read.truth()).isTrue();
    }

    @Test
    void misspeltSettingsAreRefusedLikeKeys() {
        assertThat(problems("task: sorting\nword: a", "haet=cold"))
                .containsExactly("--set haet=cold: haet: unknown key; did you mean 'heat'?");
        assertThat(problems("task: sorting\nword: a", "word.x=1"))
                .containsExactly("--set word.x=1: word: there are no keys below 'a'");
        assertThat(problems("task: sorting\nword: a\ndishes: stew", "dishes.5=soup"))
                .containsExactly(
                        "--set dishes.5=soup: dishes: the list has 1 item(s); the next one is"
                                + " number 1");
        UserError error =
                catchThrowableOfType(
                        UserError.class, () -> read("task: sorting\nword: a", "novalue"));
        assertThat(error).hasMessageContaining("--set wants key=value");
    }

    @Test
    void filesThatCannotBeReadAreRefusedInOneSentence() throws IOException {
        assertThat(refusal("b.yaml", "a: [1, 2\nb: 3"))
                .startsWith("b.yaml:2:2: this is not YAML: ")
                .doesNotContain("\n");
        assertThat(refusal("b.json", "{\"a\": }")).startsWith("b.json:1:7: this is not JSON: ");
        assertThat(refusal("b.yaml", "")).contains("the file is empty");
        assertThat(refusal("b.yaml", "- 1")).contains("keys with values are wanted, found a list");
        assertThat(refusal("b.yaml", "a: &x 1\nb: *x")).contains("references (*name)");
        assertThat(refusal("b.txt", "a: 1")).contains("must end in .yaml, .yml or .json");
        Path near = folder.resolve("a.yml");
        file("a.yaml", "");
        UserError missing =
                catchThrowableOfType(
                        UserError.class, () -> reader.read(near, List.of(), Outer.class));
        assertThat(missing).hasMessageContaining("did you mean 'a.yaml'");
        Files.createDirectory(folder.resolve("c.yaml"));
        UserError isFolder =
                catchThrowableOfType(
                        UserError.class,
                        () -> reader.read(folder.resolve("c.yaml"), List.of(), Outer.class));
        assertThat(isFolder).hasMessageContaining("is a folder");
        Files.write(folder.resolve("d.yaml"), new byte[] {(byte) 0xff, (byte) 0xfe, 0, 1});
        UserError binary =
                catchThrowableOfType(
                        UserError.class,
                        () -> reader.read(folder.resolve("d.yaml"), List.of(), Outer.class));
        assertThat(binary).hasMessageContaining("not text in UTF-8");
    }

    @Test
    void aTaskDecidesWhichKeysThereAreBesideTheSharedOnes() throws IOException {
        Path file = file("a.yaml", "task: sorting\nword: a\norder: up");
        TaskConfig<Outer> config =
                reader.readTask(file, List.of(), Outer.class, Map.of("sorting", Own.class));
        assertThat(config.shared().word()).isEqualTo("a");
        assertThat(config.own()).isEqualTo(new Own("up"));
        assertThat(config.places().line("order", "no"))
                .isEqualTo(folder.resolve("a.yaml") + ":3: order: no");
    }

    @Test
    void problemsOfSharedAndOwnKeysAreSaidTogether() throws IOException {
        Path file = file("a.yaml", "task: sorting\nordre: up");
        ConfigErrors errors =
                catchThrowableOfType(
                        ConfigErrors.class,
                        () ->
                                reader.readTask(
                                        file,
                                        List.of(),
                                        Outer.class,
                                        Map.of("sorting", Own.class)));
        assertThat(errors.lines()).hasSize(3).anyMatch(l -> l.contains("did you mean 'order'"));
    }

    @Test
    void aComponentWithoutDescriptionIsTheProgrammersMistake() throws IOException {
        record Bare(String a) {}
        Path file = file("a.yaml", "a: b");
        assertThatIllegalStateException()
                .isThrownBy(() -> reader.read(file, List.of(), Bare.class))
                .withMessageContaining("@ConfigDoc");
    }

    @Test
    void aFileThatWasReadOnceTakesOtherValues() throws IOException {
        ConfigFile file =
                ConfigFile.read(
                        file("a.yaml", "task: sorting\nword: a\norder: up\ndishes: [soup]\n"));
        Map<String, Class<? extends Record>> tasks = Map.of("sorting", Own.class);
        ConfigFile other =
                file.with(Map.of("word", "\"b: c\"", "dishes", "[\"stew\"]"), "a letter");
        assertThat(reader.readTask(other, Outer.class, tasks).shared().word()).isEqualTo("b: c");
        assertThat(reader.readTask(other, Outer.class, tasks).shared().dishes())
                .containsExactly("stew");
        assertThat(reader.readTask(file, Outer.class, tasks).shared().word()).isEqualTo("a");
        ConfigErrors errors =
                catchThrowableOfType(
                        ConfigErrors.class,
                        () ->
                                reader.readTask(
                                        file.with(Map.of("dishes", "[\"stwe\"]"), "a letter"),
                                        Outer.class,
                                        tasks));
        assertThat(errors.lines())
                .singleElement()
                .asString()
                .startsWith("a letter: dishes.0: ")
                .contains("did you mean 'stew'");
    }
}
