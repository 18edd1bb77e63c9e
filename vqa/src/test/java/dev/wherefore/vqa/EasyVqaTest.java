package dev.wherefore.vqa;

import static dev.wherefore.core.support.Closeness.assertClose;
import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.wherefore.core.experiment.ExplainedPicture;
import dev.wherefore.core.experiment.NpyFile;
import dev.wherefore.core.experiment.PictureExplainer;
import dev.wherefore.core.experiment.RunConfig;
import dev.wherefore.core.experiment.config.TaskConfig;
import dev.wherefore.core.explain.PictureBatch;
import dev.wherefore.core.image.Picture;
import dev.wherefore.core.image.PictureReader;
import dev.wherefore.core.image.Plane;
import dev.wherefore.core.image.PreparedPicture;
import dev.wherefore.core.support.Reference;
import dev.wherefore.core.text.UnknownWords;
import dev.wherefore.vqa.QuestionPass.Explained;
import dev.wherefore.vqa.QuestionPass.Slot;
import dev.wherefore.vqa.answer.AnswerTargets;
import dev.wherefore.vqa.answer.AnsweredQuestion;
import dev.wherefore.vqa.asking.Answerer;
import dev.wherefore.vqa.asking.Answers;
import dev.wherefore.vqa.asking.Asked;
import dev.wherefore.vqa.config.VqaConfig;
import dev.wherefore.vqa.data.AskedQuestion;
import dev.wherefore.vqa.support.VqaTrial;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A network that nobody here made answers and shows what was recorded of it elsewhere. */
class EasyVqaTest {

    private static final int CELL = 4;
    private static final int BATCH = 20;

    @TempDir Path folder;
    private final Path easy = Reference.real("easyvqa");
    private final ObjectMapper json = new ObjectMapper();

    /** A question of the test set and what was found of it. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Found(float[] logits, int answer, Plane map) {}

    private TaskConfig<RunConfig> config(String form, String... more) throws IOException {
        Path file = folder.resolve("easy.yaml");
        Files.writeString(
                file,
                """
                task: vqa
                images: [%1$s/images]
                model:
                  joined: %1$s/easyvqa_%2$s.pt
                  tokenizer: %1$s/tokenizer.json
                  answers: %1$s/answers.txt
                preprocess: {preset: none, mean: [0.5, 0.5, 0.5], std: [1, 1, 1]}
                questions: [{ask: "what is the red shape?"}]
                explain: {layers: relu4}
                prior: {picture: false, question: false, words: false}
                """
                        .formatted(easy, form));
        return new VqaTrial(folder).read(file, more);
    }

    private JsonNode read(String name) throws IOException {
        return json.readTree(easy.resolve(name).toFile());
    }

    private Map<String, List<Integer>> byImage(JsonNode questions) {
        Map<String, List<Integer>> places = new LinkedHashMap<>();
        for (int q = 0; q < questions.size(); q++) {
            places.computeIfAbsent(questions.path(q).path("image").asText(), i -> new ArrayList<>())
                    .add(q);
        }
        return places;
    }

    private static Asked ask(TriedVqa tried, JsonNode question) {
        return tried.model()
                .tokens()
                .ask(
                        new AskedQuestion(
                                OptionalLong.empty(),
                                question.path("question").asText(),
                                Optional.of(question.path("answer").asText()),
                                List.of(),
                                Optional.empty()),
                        UnknownWords.REFUSE);
    }

    /**
     * The answer and its map of questions, by their place. Where nothing is asked the right answer
     * is explained: asking takes this network a pass of the whole for each question.
     */
    private Map<Integer, Found> explain(String form, List<Integer> wanted, boolean asking)
            throws IOException {
        JsonNode questions = read("questions.json");
        TaskConfig<RunConfig> config = config(form);
        VqaConfig own = (VqaConfig) config.own();
        Map<Integer, Found> found = new LinkedHashMap<>();
        Picture any = new PictureReader().read(easy.resolve("images/0.png"));
        TriedVqa tried = new VqaTrial(folder).tried(config, any, 2, 3, 4, 20, 6, 7);
        try (VqaModel model = tried.model();
                QuestionPass pass = tried.pass()) {
            assertThat(model.fillsUp()).isTrue();
            AnswerTargets targets = tried.targets(own.targets());
            Answerer answerer = new Answerer(model, own.prior());
            List<Map.Entry<String, List<Integer>>> images =
                    List.copyOf(byImage(questions).entrySet());
            for (int from = 0; from < images.size(); from += BATCH) {
                List<PreparedPicture> prepared = new ArrayList<>();
                List<List<Integer>> places = new ArrayList<>();
                for (Map.Entry<String, List<Integer>> image :
                        images.subList(from, Math.min(from + BATCH, images.size()))) {
                    List<Integer> some =
                            image.getValue().stream().filter(wanted::contains).toList();
                    if (!some.isEmpty()) {
                        Picture picture = new PictureReader().read(easy.resolve(image.getKey()));
                        prepared.add(tried.preprocessing().apply(picture));
                        places.add(some);
                    }
                }
                if (prepared.isEmpty()) {
                    continue;
                }
                List<List<Asked>> asked =
                        places.stream()
                                .map(
                                        all ->
                                                all.stream()
                                                        .map(q -> ask(tried, questions.path(q)))
                                                        .toList())
                                .toList();
                try (NDManager scope = model.network().newScope()) {
                    NDArray batch = PictureBatch.array(scope, prepared);
                    List<List<float[]>> logits =
                            asking
                                    ? answerer.answers(scope, batch, asked).stream()
                                            .map(all -> all.stream().map(Answers::scores).toList())
                                            .toList()
                                    : asked.stream().map(all -> right(model, all)).toList();
                    List<List<Slot>> slots = new ArrayList<>();
                    for (int i = 0; i < asked.size(); i++) {
                        slots.add(slots(targets, asked.get(i), logits.get(i)));
                    }
                    List<List<Explained>> explained = pass.explain(scope, batch, slots);
                    for (int i = 0; i < places.size(); i++) {
                        for (int q = 0; q < places.get(i).size(); q++) {
                            Explained one = explained.get(i).get(q);
                            found.put(
                                    places.get(i).get(q),
                                    new Found(
                                            logits.get(i).get(q),
                                            one.slot().target().answer(),
                                            one.explanations().get(0).raw().get(0)));
                        }
                    }
                }
            }
        }
        return found;
    }

    /** As if the right answers had been given. */
    private static List<float[]> right(VqaModel model, List<Asked> asked) {
        List<float[]> all = new ArrayList<>();
        for (Asked one : asked) {
            float[] logits = new float[model.answers().count()];
            logits[model.answers().find(one.question().accepted().get(0))] = 1;
            all.add(logits);
        }
        return all;
    }

    private static List<Slot> slots(
            AnswerTargets targets, List<Asked> asked, List<float[]> logits) {
        return IntStream.range(0, asked.size())
                .mapToObj(q -> new Slot(asked.get(q), targets.of(logits.get(q)).get(0)))
                .toList();
    }

    @ParameterizedTest
    @ValueSource(strings = {"traced", "scripted"})
    void logitsAndMapsAreThoseRecorded(String form) throws IOException {
        JsonNode recorded = read("reference.json");
        JsonNode questions = read("questions.json");
        List<Integer> wanted = new ArrayList<>();
        for (JsonNode one : recorded) {
            int number = Integer.parseInt(one.path("logits").asText().replaceAll("\\D+", ""));
            assertThat(questions.path(number).path("question")).isEqualTo(one.path("question"));
            assertThat(questions.path(number).path("image")).isEqualTo(one.path("image"));
            wanted.add(number);
        }
        Map<Integer, Found> found = explain(form, wanted, true);
        assertThat(found).hasSize(40);
        for (int i = 0; i < wanted.size(); i++) {
            JsonNode one = recorded.path(i);
            Found own = Objects.requireNonNull(found.get(wanted.get(i)));
            assertClose(own.logits(), numbers(one, "logits"), 1e-4, "logits " + i);
            assertThat(own.answer()).isEqualTo(one.path("class").asInt());
            float[] positive = own.map().map(v -> Math.max(v, 0)).toArray();
            assertClose(positive, numbers(one, "gradcam"), 1e-3, "map " + i);
        }
    }

    private float[] numbers(JsonNode one, String key) {
        return NpyFile.read(easy.resolve(one.path(key).asText())).toFloats();
    }

    @Test
    void mapsOfAnswersPointAtTheObjectAsOftenAsRecorded() throws IOException {
        JsonNode questions = read("questions.json");
        JsonNode boxes = read("boxes.json");
        Map<Integer, Found> found =
                explain("scripted", IntStream.range(0, questions.size()).boxed().toList(), false);
        Map<Boolean, int[]> counts = Map.of(true, new int[2], false, new int[2]);
        found.forEach(
                (place, own) -> {
                    JsonNode question = questions.path(place);
                    String answer = question.path("answer").asText();
                    int[] count =
                            Objects.requireNonNull(
                                    counts.get(Set.of("yes", "no").contains(answer)));
                    count[0]++;
                    JsonNode box = boxes.path(question.path("image").asText());
                    count[1] += peaksIn(own.map(), box) ? 1 : 0;
                });
        // 1,427 questions of yes and no, of which 3 point elsewhere
        assertThat(counts.get(true)).containsExactly(1427, 1424);
        assertThat(counts.get(false)).containsExactly(530, 530);
    }

    /** Whether the middle of the map's hottest cell is in a box widened by a cell. */
    private static boolean peaksIn(Plane map, JsonNode box) {
        for (int y = 0; y < map.height(); y++) {
            for (int x = 0; x < map.width(); x++) {
                if (map.at(y, x) == map.max()) {
                    double middleX = (x + 0.5) * CELL;
                    double middleY = (y + 0.5) * CELL;
                    return middleX >= box.path(0).asInt() - CELL
                            && middleX < box.path(2).asInt() + CELL
                            && middleY >= box.path(1).asInt() - CELL
                            && middleY < box.path(3).asInt() + CELL;
                }
            }
        }
        return false;
    }

    @Test
    void theTaskItselfAnswersAndTellsWhichWordsDidIt() throws IOException {
        TaskConfig<RunConfig> config =
                config("traced", "prior={}", "questions=[{ask: 'what color is the shape?'}]");
        try (PictureExplainer explainer = new VqaTrial(folder).task().open(config, Device.cpu())) {
            assertThat(explainer.facts())
                    .contains("words of the question by the layer embed")
                    .noneMatch(fact -> fact.contains("do not share a pass"));
            ExplainedPicture picture =
                    explainer
                            .explain(
                                    List.of(new PictureReader().read(easy.resolve("images/0.png"))))
                            .get(0);
            AnsweredQuestion told =
                    (AnsweredQuestion)
                            ((List<?>) Objects.requireNonNull(picture.details().get("questions")))
                                    .get(0);
            assertThat(told.answer()).isEqualTo("red");
            assertThat(told.sentence()).contains("with the picture and");
            assertThat(told.words())
                    .extracting(AnsweredQuestion.QuestionWord::word)
                    .containsExactly("what", "color", "is", "the", "shape", "?");
            assertThat(told.words())
                    .allMatch(w -> w.contribution().isPresent() && w.withoutIt().isPresent());
        }
    }
}
