package dev.wherefore.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the documents say is there, and what they say can be run, runs. */
class DocsTest {

    private static final Path ROOT =
            Path.of(System.getProperty("wherefore.root")).toAbsolutePath().normalize();
    private static final Pattern LINK = Pattern.compile("\\]\\(([^)\\s]+)\\)");
    private static final Pattern CODE = Pattern.compile("`([^`\n]+)`");
    private static final Pattern PLACE =
            Pattern.compile(
                    "(?:core|classification|captioning|vqa|launcher|configs|docs|assets|test-data|\\.ci)/[\\w./-]+");
    private static final Pattern FENCED =
            Pattern.compile("^( *)```(\\w*)\\n(.*?)^ *```$", Pattern.MULTILINE | Pattern.DOTALL);
    private static final Pattern COMMAND =
            Pattern.compile("^(?:[A-Z_]+=\\S+ )?\\./wherefore (.*)$");
    private static final Pattern WORD = Pattern.compile("'([^']*)'|\"([^\"]*)\"|(\\S+)");
    private static final Pattern HEADING = Pattern.compile("^#+ (.+)$", Pattern.MULTILINE);

    /** Commands that are spoken of rather than given. */
    private static final Set<String> NAMES =
            Set.of("run", "layers", "train", "evaluate", "scenes", "serve");

    /** What makes a command that writes into a folder a quick one. */
    private static final Map<String, List<String>> SMALL_FORMS =
            Map.of(
                    "run", List.of(),
                    "scenes", List.of("--count", "2"),
                    "evaluate", List.of("--set", "scenes.count=4", "--set", "failures=2"),
                    "diagnose", List.of("--set", "scenes.count=4"),
                    "train",
                            List.of(
                                    "--set=epochs=1",
                                    "--set=examples=16",
                                    "--set=batch=8",
                                    "--set=validation=8"));

    @TempDir Path temp;

    private static List<Path> documents() throws IOException {
        List<Path> found = new ArrayList<>();
        for (String folder :
                List.of(
                        "",
                        "docs",
                        "docs/experiments",
                        "docs/keys",
                        "assets",
                        "assets/street-scenes",
                        "assets/street-captions",
                        "test-data")) {
            try (Stream<Path> files = Files.list(ROOT.resolve(folder))) {
                files.filter(f -> f.toString().endsWith(".md")).sorted().forEach(found::add);
            }
        }
        assertThat(found).hasSizeGreaterThan(9);
        return found;
    }

    private static String text(Path file) throws IOException {
        return Files.readString(file).replace("\r\n", "\n");
    }

    @Test
    void everyRelativeLinkLeadsSomewhere() throws IOException {
        int links = 0;
        for (Path document : documents()) {
            for (String link : all(LINK, text(document))) {
                if (link.startsWith("https://")) {
                    continue;
                }
                String[] parts = link.split("#", 2);
                Path target =
                        parts[0].isEmpty()
                                ? document
                                : document.resolveSibling(parts[0]).normalize();
                assertThat(target).as("%s in %s", link, document).exists();
                if (parts.length == 2) {
                    assertThat(anchors(text(target)))
                            .as("%s in %s", link, document)
                            .contains(parts[1]);
                }
                links++;
            }
        }
        assertThat(links).isGreaterThan(20);
    }

    private static Set<String> anchors(String document) {
        return all(HEADING, document).stream()
                .map(h -> h.toLowerCase(Locale.ROOT).replaceAll("[^\\w -]", "").replace(' ', '-'))
                .collect(Collectors.toSet());
    }

    @Test
    void everyFileThatIsNamedIsThere() throws IOException {
        int places = 0;
        for (Path document : documents()) {
            for (String code : all(CODE, text(document))) {
                if (PLACE.matcher(code).matches()) {
                    assertThat(ROOT.resolve(code)).as("in %s", document).exists();
                    places++;
                }
            }
        }
        assertThat(places).isGreaterThan(5);
    }

    @Test
    void everyClassOfTheInternalsIsThere() throws IOException {
        Set<String> classes = new LinkedHashSet<>();
        try (Stream<Path> files = Files.walk(ROOT)) {
            files.map(f -> String.valueOf(f.getFileName()))
                    .filter(name -> name.endsWith(".java"))
                    .forEach(name -> classes.add(name.replace(".java", "")));
        }
        String internals = text(ROOT.resolve("docs/internals.md"));
        String ours =
                section(internals, "Following one picture")
                        + section(internals, "Invariants, and the tests that hold them")
                        + text(ROOT.resolve("docs/bibliography.md"));
        List<String> named =
                all(CODE, ours).stream().filter(c -> c.matches("[A-Z][A-Za-z0-9]+")).toList();
        assertThat(named).hasSizeGreaterThan(40);
        assertThat(named)
                .filteredOn(name -> !name.equals("GradCAMElementWise"))
                .allSatisfy(name -> assertThat(classes).contains(name));
    }

    private static String section(String document, String heading) {
        int from = document.indexOf("## " + heading + "\n");
        assertThat(from).as(heading).isNotNegative();
        int to = document.indexOf("\n## ", from);
        return document.substring(from, to < 0 ? document.length() : to);
    }

    /**
     * Those about files of the reader's own are refused for the want of these, and nothing else.
     */
    @Test
    void everyCommandRuns() throws Exception {
        Set<String> commands = new LinkedHashSet<>();
        for (Path document : documents()) {
            for (MatchResult block : FENCED.matcher(text(document)).results().toList()) {
                block.group(3).lines().forEach(line -> addCommand(line.strip(), commands));
            }
            all(CODE, text(document)).forEach(code -> addCommand(code, commands));
        }
        int ran = 0;
        for (String command : commands) {
            List<String> words = words(command);
            if (words.isEmpty() || command.contains("gpu")) {
                continue;
            }
            boolean own = words.stream().anyMatch(w -> w.matches("(my\\.yaml|model\\.pt)"));
            Result result =
                    words.get(0).equals("serve") && !words.contains("--help") && !own
                            ? served(words)
                            : run(words, "run" + ran);
            if (own) {
                assertThat(result.status).as("%s%n%s", command, result.err).isEqualTo(2);
                assertThat(result.err).as(command).contains("there is no ");
            } else {
                assertThat(result.status).as("%s%n%s", command, result.err).isZero();
                ran++;
            }
        }
        assertThat(ran).as("commands that ran").isGreaterThanOrEqualTo(7);
    }

    private static void addCommand(String line, Set<String> commands) {
        Matcher matcher = COMMAND.matcher(line);
        if (matcher.matches()) {
            commands.add(matcher.group(1).replaceFirst(" +# .*$", "").replaceFirst(" > .*$", ""));
        }
    }

    /** The words of a command, files of the clone with their whole paths; none for a mere name. */
    private static List<String> words(String command) {
        List<String> words = new ArrayList<>();
        for (MatchResult match : WORD.matcher(command).results().toList()) {
            String word =
                    Stream.of(1, 2, 3)
                            .map(match::group)
                            .filter(g -> g != null)
                            .findFirst()
                            .orElseThrow();
            boolean file = word.contains("/") && Files.exists(ROOT.resolve(word));
            words.add(file ? ROOT.resolve(word).toString() : word);
        }
        boolean nothing = words.contains("CONFIG") || NAMES.contains(String.join(" ", words));
        return nothing ? List.of() : words;
    }

    private record Result(int status, String out, String err) {}

    private Result run(List<String> written, String name) {
        List<String> words = new ArrayList<>(written);
        if (SMALL_FORMS.containsKey(words.get(0))) {
            for (String replaced : List.of("--out", "--count")) {
                int option = words.indexOf(replaced);
                if (option > 0) {
                    words.subList(option, option + 2).clear();
                }
            }
            words.addAll(SMALL_FORMS.getOrDefault(words.get(0), List.of()));
            if (words.stream().anyMatch(word -> word.startsWith("configs/methods/"))) {
                // every method takes its time
                words.addAll(List.of("--set", "explain.methods=[grad-cam, edges]"));
            }
            if (words.stream().anyMatch(word -> word.endsWith("dataset-bias.yaml"))) {
                words.addAll(List.of("--set", "training.scenes=16", "--set", "training.epochs=1"));
                words.addAll(List.of("--set", "training.batch=8"));
            }
            words.addAll(List.of("--out", temp.resolve(name).toString()));
        }
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int status =
                Cli.run(
                        words.toArray(String[]::new),
                        new PrintWriter(out, true),
                        new PrintWriter(err, true));
        return new Result(status, out.toString(), err.toString());
    }

    /** Starts a server at a free port, sees that it answers, and ends it. */
    private static Result served(List<String> written) throws Exception {
        List<String> words = new ArrayList<>(written);
        int port = words.indexOf("--port");
        if (port > 0) {
            words.subList(port, port + 2).clear();
        }
        words.addAll(List.of("--port", "0"));
        try (ServingCommand command = new ServingCommand(words)) {
            String health = command.get("api/v1/health");
            assertThat(health).as(String.join(" ", words)).contains("\"status\":\"up\"");
            return new Result(command.end(), command.out(), command.err());
        }
    }

    /**
     * Every YAML in the documents is a config or part of one; only the reader's files are missing.
     */
    @Test
    void everyPieceOfAConfigIsRight() throws IOException {
        int pieces = 0;
        for (Path document : documents()) {
            for (MatchResult block : FENCED.matcher(text(document)).results().toList()) {
                if (!block.group(2).equals("yaml")) {
                    continue;
                }
                String piece = block.group(3);
                Path config = temp.resolve("piece" + pieces + ".yaml");
                Files.writeString(config, completed(piece));
                String command = isOfEvaluation(piece) ? "evaluate" : "run";
                Result result = run(List.of(command, config.toString()), "none");
                assertThat(result.status).as(piece).isEqualTo(2);
                assertThat(result.err.lines().toList())
                        .as(piece)
                        .isNotEmpty()
                        .allMatch(line -> line.contains("there is no file"));
                pieces++;
            }
        }
        assertThat(pieces).isGreaterThan(8);
    }

    private static boolean isOfEvaluation(String piece) {
        return piece.lines().anyMatch(line -> line.startsWith("scenes:"));
    }

    private static String completed(String piece) {
        String whole = piece;
        String model = "model: {path: a.pt}";
        if (piece.contains("task: captioning")) {
            model = "model: {joined: a.pt, tokenizer: a.json}";
        } else if (piece.contains("task: vqa")) {
            model = "model: {joined: a.pt, tokenizer: a.json, answers: a.txt}";
        }
        for (String key : List.of("task: classification", "images: a.png", model)) {
            String name = key.substring(0, key.indexOf(':') + 1);
            boolean notIts = name.equals("images:") && isOfEvaluation(piece);
            boolean there = piece.lines().anyMatch(l -> l.startsWith(name));
            whole += there || notIts ? "" : key + "\n";
        }
        return whole;
    }

    @Test
    void theReadmesTableHasTheMethodsThereAre() throws IOException {
        Result methods = run(List.of("methods"), "none");
        List<String> rows =
                methods.out
                        .lines()
                        .filter(line -> !line.isBlank())
                        .map(line -> line.strip().split(" {2,}"))
                        .map(c -> "| `%s` | %s | %s |".formatted(c[0], c[1], c[2]))
                        .toList();
        assertThat(rows).hasSizeGreaterThan(10);
        String table = section(text(ROOT.resolve("README.md")), "Methods");
        assertThat(table.lines().filter(line -> line.startsWith("| `")).toList()).isEqualTo(rows);
    }

    @Test
    void everyErrorThatIsExplainedIsSaid() throws IOException {
        StringBuilder sources = new StringBuilder();
        try (Stream<Path> files = Files.walk(ROOT)) {
            for (Path file : files.filter(DocsTest::isSaidIn).toList()) {
                sources.append(text(file).replaceAll("\"\\s*\\+\\s*\"", ""));
            }
        }
        String said = sources.toString();
        List<String> errors =
                text(ROOT.resolve("docs/troubleshooting.md"))
                        .lines()
                        .filter(line -> line.startsWith("### "))
                        .map(line -> line.substring(4))
                        .toList();
        assertThat(errors).hasSizeGreaterThan(30);
        for (String error : errors) {
            for (String part : error.split("…")) {
                assertThat(said.contains(part.strip())).as("%s in %s", part, error).isTrue();
            }
        }
    }

    private static boolean isSaidIn(Path file) {
        String name = ROOT.relativize(file).toString().replace('\\', '/');
        return name.equals("wherefore")
                || (name.contains("/src/main/java/") && name.endsWith(".java"));
    }

    private static List<String> all(Pattern pattern, String text) {
        return pattern.matcher(text).results().map(found -> found.group(1)).toList();
    }
}
