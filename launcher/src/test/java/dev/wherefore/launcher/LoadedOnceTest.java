package dev.wherefore.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.djl.Device;
import com.google.inject.Guice;
import com.google.inject.Injector;
import dev.wherefore.core.experiment.ExplainedPicture;
import dev.wherefore.core.experiment.LoadedTask;
import dev.wherefore.core.experiment.PictureExplainer;
import dev.wherefore.core.experiment.RunConfig;
import dev.wherefore.core.experiment.Task;
import dev.wherefore.core.experiment.config.ConfigErrors;
import dev.wherefore.core.experiment.config.ConfigReader;
import dev.wherefore.core.experiment.config.TaskConfig;
import dev.wherefore.core.experiment.config.Vocabulary;
import dev.wherefore.core.image.Picture;
import dev.wherefore.core.image.PictureReader;
import dev.wherefore.core.support.Reference;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A network that is loaded once explains by many configs as if it were loaded for each. */
class LoadedOnceTest {

    private final Injector injector = Guice.createInjector(new LauncherModule());
    private final Tasks tasks = injector.getInstance(Tasks.class);
    private final Picture picture =
            new PictureReader()
                    .read(Reference.root().resolve("test-data/scenes/images/scene-000024.png"));

    private TaskConfig<RunConfig> config(String name, String... settings) {
        Path file = Reference.root().resolve("configs").resolve(name);
        List<String> all =
                Stream.concat(
                                Stream.of(settings),
                                Stream.of(
                                        "images="
                                                + Reference.root()
                                                        .resolve("test-data/scenes/images")))
                        .toList();
        return new ConfigReader(injector.getInstance(Vocabulary.class))
                .readTask(file, all, RunConfig.class, tasks.keys());
    }

    private LoadedTask load(TaskConfig<RunConfig> config) {
        return tasks.get(config.shared().task()).load(config, Device.cpu());
    }

    private List<String> explain(LoadedTask loaded, TaskConfig<RunConfig> config) {
        try (PictureExplainer explainer = loaded.explainer(config, picture)) {
            return found(explainer);
        }
    }

    private List<String> found(PictureExplainer explainer) {
        ExplainedPicture explained = explainer.explain(List.of(picture)).get(0);
        return explained.findings().stream()
                .map(
                        finding ->
                                "%s %s %s %s %s"
                                        .formatted(
                                                finding.title(),
                                                finding.explanation().method(),
                                                finding.explanation().layers(),
                                                finding.explanation().score(),
                                                finding.explanation().heat()))
                .toList();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "classification.yaml; targets=[{class: bus}, {top: 2}]",
                "captioning.yaml; targets={at: 2}",
                "vqa.yaml; questions=[{ask: what is the dog}]"
            })
    void itExplainsByOneConfigAfterAnother(String name, String other) throws Exception {
        TaskConfig<RunConfig> first = config(name);
        TaskConfig<RunConfig> second = config(name, other, "explain.methods=[grad-cam, edges]");
        Task task = tasks.get(first.shared().task());
        List<String> wanted;
        try (PictureExplainer own = task.open(second, Device.cpu())) {
            wanted = found(own);
        }
        assertThat(wanted).hasSizeGreaterThan(1);
        try (LoadedTask loaded = load(first)) {
            assertThat(explain(loaded, first)).isNotEmpty().isNotEqualTo(wanted);
            assertThat(explain(loaded, second)).isEqualTo(wanted);
            assertThat(together(() -> explain(loaded, second))).containsOnly(wanted);
        }
    }

    private static List<List<String>> together(Callable<List<String>> action) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(3);
        try {
            List<List<String>> results = new ArrayList<>();
            for (Future<List<String>> one :
                    threads.invokeAll(List.of(action, action, action, action))) {
                results.add(one.get());
            }
            return results;
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void aConfigThatIsRefusedLeavesTheNetworkAsItWas() {
        TaskConfig<RunConfig> right = config("classification.yaml");
        TaskConfig<RunConfig> wrong = config("classification.yaml", "targets=[{class: buss}]");
        try (LoadedTask loaded = load(right)) {
            assertThatThrownBy(() -> explain(loaded, wrong))
                    .isInstanceOf(ConfigErrors.class)
                    .hasMessageContaining("targets.0.class: there is no")
                    .hasMessageContaining("did you mean 'bus'");
            assertThat(explain(loaded, right)).isNotEmpty();
        }
    }

    @Test
    void aConfigAboutAnotherNetworkIsNotTakenForThisOne() {
        TaskConfig<RunConfig> right = config("classification.yaml");
        TaskConfig<RunConfig> other = config("classification.yaml", "model.scores=softmax");
        try (LoadedTask loaded = load(right)) {
            assertThatThrownBy(() -> explain(loaded, other))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("the network is loaded by");
        }
    }

    @Test
    void itKnowsTheNamesThatTargetsMayHave() {
        try (LoadedTask classifier = load(config("classification.yaml"));
                LoadedTask captioner = load(config("captioning.yaml"));
                LoadedTask answerer = load(config("vqa.yaml"))) {
            assertThat(classifier.names()).contains("bus", "cat", "umbrella");
            assertThat(captioner.names()).isEmpty();
            assertThat(answerer.names()).contains("purple", "yes");
        }
    }
}
