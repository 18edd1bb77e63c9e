package dev.wherefore.core.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.djl.Device;
import com.google.inject.Guice;
import com.google.inject.Injector;
import dev.wherefore.core.UserError;
import dev.wherefore.core.check.CheckModule;
import dev.wherefore.core.check.Checks;
import dev.wherefore.core.dataset.DataFault;
import dev.wherefore.core.dataset.UnusableRecord;
import dev.wherefore.core.evaluate.ScenesByHand.Thing;
import dev.wherefore.core.metric.Baselines;
import dev.wherefore.core.metric.MetricModule;
import dev.wherefore.core.metric.Metrics;
import dev.wherefore.core.scene.Kind;
import java.awt.Color;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Evaluations that take long: several threads at work, stopped and gone on with. */
class LongEvaluationTest {

    private static final Thing DOG = new Thing(Kind.DOG, Color.ORANGE, 30, 10, 60, 40);
    private static final Thing CAT = new Thing(Kind.CAT, Color.BLACK, 4, 4, 14, 12);

    private static final ScenesByHand SCENES =
            new ScenesByHand()
                    .with(DOG, CAT)
                    .with(CAT)
                    .with(DOG)
                    .with(new Thing(Kind.CAT, Color.BLACK, 60, 30, 90, 60), DOG)
                    .with(CAT, DOG)
                    .with(DOG)
                    .with(CAT);

    private static final List<String> TABLES =
            List.of("methods.csv", "methods.md", "kinds.csv", "items.csv", "bars.svg");

    private static final Injector INJECTOR =
            Guice.createInjector(new MetricModule(), new CheckModule());

    @TempDir Path folder;

    private final KnownTask task = new KnownTask();
    private int done;

    /** Evaluates; the listener stops the evaluation once so many scenes are finished. */
    private EvaluationResult run(
            SceneSource scenes, String out, boolean resume, int stop, String... settings)
            throws IOException {
        EvaluationListener listener =
                new EvaluationListener() {

                    private int finished;

                    @Override
                    public void begins(int count, int before, List<String> facts) {
                        done = before;
                    }

                    @Override
                    public void finished(int more) {
                        finished += more;
                        if (finished >= stop) {
                            throw new IllegalStateException("stopped");
                        }
                    }
                };
        return new Evaluation(
                        task,
                        EvaluationTest.config(folder, settings),
                        scenes,
                        new EvaluationOptions(folder.resolve(out), Device.cpu(), resume, false),
                        INJECTOR.getInstance(Metrics.class),
                        INJECTOR.getInstance(Baselines.class),
                        INJECTOR.getInstance(Checks.class),
                        listener,
                        Map.of("wherefore", "test"))
                .run();
    }

    private EvaluationResult run(String out, String... settings) throws IOException {
        return run(SCENES, out, false, Integer.MAX_VALUE, settings);
    }

    private void stop(String out, int after, String... settings) {
        stop(SCENES, out, after, settings);
    }

    private void stop(SceneSource scenes, String out, int after, String... settings) {
        assertThatThrownBy(() -> run(scenes, out, false, after, settings)).hasMessage("stopped");
    }

    private EvaluationResult goOn(String out, String... settings) throws IOException {
        return run(SCENES, out, true, Integer.MAX_VALUE, settings);
    }

    private void assertSameTables(String one, String other) {
        for (String table : TABLES) {
            assertThat(folder.resolve(one).resolve(table))
                    .as(table)
                    .hasSameBinaryContentAs(folder.resolve(other).resolve(table));
        }
        assertThat(folder.resolve(one).resolve("failures.png"))
                .hasSameBinaryContentAs(folder.resolve(other).resolve("failures.png"));
    }

    @Test
    void severalThreadsGiveTheTablesOfOne() throws IOException {
        run("one", "workers=1", "batch=1");
        run("two", "workers=2", "batch=1");
        run("five", "workers=5", "batch=1");
        assertSameTables("one", "two");
        assertSameTables("one", "five");
        assertThatThrownBy(() -> run("none", "workers=0")).hasMessageContaining("at least 1");
    }

    @Test
    void whatAnotherThreadCannotReadIsSaidAsIfThereWereOne() {
        for (String workers : List.of("workers=1", "workers=3")) {
            assertThatThrownBy(
                            () ->
                                    run(
                                            new Holes(
                                                    SCENES,
                                                    Set.of(3),
                                                    new UserError("scene 3 cannot be read")),
                                            workers,
                                            false,
                                            Integer.MAX_VALUE,
                                            workers,
                                            "batch=1"))
                    .isInstanceOf(UserError.class)
                    .hasMessage("scene 3 cannot be read");
        }
        assertThat(task.closed).isEqualTo(2);
    }

    @Test
    void anEvaluationThatWasStoppedGoesOnToTheSameResults() throws IOException {
        EvaluationResult whole = run("whole");
        int batches = task.batches.size();
        stop("stopped", 4);
        try (Stream<Path> files = Files.list(folder.resolve("stopped"))) {
            assertThat(files).containsExactly(folder.resolve("stopped/unfinished.jsonl"));
        }
        task.batches.clear();
        assertThat(goOn("stopped")).isEqualTo(whole);
        assertThat(done).isEqualTo(4);
        // the last two batches, and the first two again for maps that are drawn
        assertThat(task.batches).containsExactly(2, 1, 2, 2);
        assertThat(batches).isEqualTo(4);
        assertSameTables("stopped", "whole");
        assertThat(folder.resolve("stopped/evaluation.json"))
                .hasSameBinaryContentAs(folder.resolve("whole/evaluation.json"));
        assertThat(folder.resolve("stopped/unfinished.jsonl")).doesNotExist();
    }

    @Test
    void cutsAndWhatWasLeftOutAreGoneOnWithToo() throws IOException {
        UnusableRecord torn = new UnusableRecord(DataFault.PICTURE, "it is torn");
        SceneSource holes = new Holes(SCENES, Set.of(1, 5), torn);
        String seeds = "segmentation.seeds=true";
        EvaluationResult whole = run(holes, "whole", false, Integer.MAX_VALUE, seeds);
        stop(holes, "stopped", 4, seeds);
        // one of the two broken scenes is before the stop and one behind it
        assertThat(run(holes, "stopped", true, Integer.MAX_VALUE, seeds)).isEqualTo(whole);
        assertThat(done).isEqualTo(4);
        assertThat(whole.scenes()).isEqualTo(5);
        assertThat(whole.leftOut()).isEqualTo(Map.of(DataFault.PICTURE.what(), 2));
        assertThat(whole.methods().get(0).metric("segmentation").orElseThrow().mean()).isEqualTo(1);
        assertSameTables("stopped", "whole");
        List<Path> cuts = files("whole/seeds");
        assertThat(cuts).hasSizeGreaterThan(5);
        for (Path cut : cuts) {
            assertThat(folder.resolve("stopped/seeds").resolve(cut))
                    .hasSameBinaryContentAs(folder.resolve("whole/seeds").resolve(cut));
        }
        assertThat(files("stopped/seeds")).isEqualTo(cuts);
    }

    private List<Path> files(String name) throws IOException {
        Path root = folder.resolve(name);
        try (Stream<Path> all = Files.walk(root)) {
            return all.filter(Files::isRegularFile).map(root::relativize).sorted().toList();
        }
    }

    @Test
    void aSceneThatTheProgramWasKilledInIsMadeAgain() throws IOException {
        run("whole", "workers=1");
        stop("killed", 4, "workers=1");
        Path file = folder.resolve("killed/unfinished.jsonl");
        List<String> lines = Files.readAllLines(file);
        assertThat(lines).hasSize(1 + 4);
        // the third scene is whole, but not its batch; the fourth is cut off
        Files.write(file, lines.subList(0, 4));
        Files.writeString(file, lines.get(4).substring(0, 40), StandardOpenOption.APPEND);
        goOn("killed", "workers=1");
        assertThat(done).isEqualTo(2);
        assertSameTables("killed", "whole");
    }

    @Test
    void whatCannotBeGoneOnWithIsRefused() throws IOException {
        stop("out", 2, "workers=1");
        assertThatThrownBy(() -> run("out", "workers=1"))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("was stopped; go on with it by --resume");
        assertThatThrownBy(() -> goOn("out", "workers=1", "metrics=box-iou"))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("by another config, version or device");
        // how many threads work changes nothing
        goOn("out", "workers=3");
        assertThatThrownBy(() -> goOn("out", "workers=1"))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("is finished, so there is nothing to go on with");
        assertThat(goOn("new", "workers=1").scenes()).isEqualTo(7);
    }
}
