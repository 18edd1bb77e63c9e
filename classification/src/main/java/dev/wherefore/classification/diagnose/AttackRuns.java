package dev.wherefore.classification.diagnose;

import dev.wherefore.core.attack.AttackPlan;
import dev.wherefore.core.attack.Attacker;
import dev.wherefore.core.evaluate.Resamples;
import dev.wherefore.core.experiment.Csv;
import dev.wherefore.core.explain.Explanation;
import dev.wherefore.core.explain.PictureBatch;
import dev.wherefore.core.image.PreparedPicture;
import dev.wherefore.core.scene.Kind;
import dev.wherefore.core.scene.Scene;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/** Attacks scenes in every way, and counts what comes of it. */
final class AttackRuns {

    /** How many scenes are kept for pictures. */
    private static final int DRAWN = 3;

    private static final double LEVELS = 255;

    private final SceneNetwork network;
    private final Attacker attacker;
    private final List<Run> runs;
    private int scenes;

    AttackRuns(
            SceneNetwork network,
            Attacker attacker,
            List<AttackGoal> goals,
            List<AttackPlan> plans,
            int methods) {
        this.network = network;
        this.attacker = attacker;
        this.runs =
                goals.stream()
                        .flatMap(goal -> plans.stream().map(plan -> Run.of(goal, plan, methods)))
                        .toList();
    }

    /**
     * One attack on all scenes.
     *
     * @param goal what it is to achieve
     * @param plan how
     * @param tally what came of it
     * @param examples the first scenes that the network was right about
     */
    record Run(AttackGoal goal, AttackPlan plan, AttackTally tally, List<Example> examples) {

        private static Run of(AttackGoal goal, AttackPlan plan, int methods) {
            return new Run(goal, plan, new AttackTally(methods), new ArrayList<>());
        }

        /** A heading. */
        String words() {
            return "%s, by %s at %s levels".formatted(goal.heading(), method(), levels());
        }

        /** The attack's name in configs. */
        String method() {
            return plan.method().name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        /** Epsilon in levels of 255. */
        String levels() {
            return shortened(LEVELS * plan.epsilon());
        }

        /** By how much noise is drawn stronger: epsilon goes from grey to white. */
        String times() {
            return plan.epsilon() > 0 ? shortened(0.5 / plan.epsilon()) : "1";
        }

        private static String shortened(double number) {
            String text = Csv.number(number, 1);
            return text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
        }
    }

    /**
     * A scene to be drawn.
     *
     * @param before as it is
     * @param after attacked
     * @param kind which of the kinds that it shows, from 0, the network was surest of
     * @param index that kind's class
     * @param target the map of the class that was to be seen, after the attack
     */
    record Example(
            AttackedScene before,
            AttackedScene after,
            int kind,
            int index,
            Optional<Explanation> target) {}

    /** All attacks, goal by goal. */
    List<Run> runs() {
        return runs;
    }

    /** Attacks scenes; those that show nothing that the network knows are left out. */
    void add(List<Scene> more) {
        List<Scene> known = new ArrayList<>();
        List<Integer> places = new ArrayList<>();
        for (Scene scene : more) {
            if (!network.truths(scene).isEmpty()) {
                known.add(scene);
                places.add(scenes);
            }
            scenes++;
        }
        if (known.isEmpty()) {
            return;
        }
        List<AttackedScene> before = asked(known, places, network.prepared(known));
        for (Run run : runs) {
            attack(run, before.stream().filter(scene -> fits(run.goal(), scene)).toList());
        }
    }

    /** Whether the class that shall be seen is not there to be seen. */
    private static boolean fits(AttackGoal goal, AttackedScene scene) {
        return goal.kind()
                .filter(kind -> scene.scene().objects().stream().anyMatch(o -> o.kind() == kind))
                .isEmpty();
    }

    private List<AttackedScene> asked(
            List<Scene> known, List<Integer> places, List<PreparedPicture> pictures) {
        List<float[]> probabilities = network.probabilities(pictures);
        List<ShownKind> shown = network.shown(known, pictures, UnaryOperator.identity());
        List<AttackedScene> all = new ArrayList<>();
        int at = 0;
        for (int i = 0; i < known.size(); i++) {
            int kinds = network.truths(known.get(i)).size();
            all.add(
                    new AttackedScene(
                            known.get(i),
                            places.get(i),
                            pictures.get(i),
                            probabilities.get(i),
                            List.copyOf(shown.subList(at, at + kinds))));
            at += kinds;
        }
        return all;
    }

    private void attack(Run run, List<AttackedScene> before) {
        if (before.isEmpty()) {
            return;
        }
        List<AttackedScene> after =
                asked(
                        before.stream().map(AttackedScene::scene).toList(),
                        before.stream().map(AttackedScene::place).toList(),
                        changed(run, before));
        for (int i = 0; i < before.size(); i++) {
            count(run, before.get(i), after.get(i));
            keep(run, before.get(i), after.get(i));
        }
    }

    private List<PreparedPicture> changed(Run run, List<AttackedScene> before) {
        Map<Kind, Integer> classes = network.classes();
        List<Set<Integer>> shown =
                before.stream().map(scene -> Set.copyOf(classesOf(scene, classes))).toList();
        List<PreparedPicture> changed = new ArrayList<>();
        List<PreparedPicture> clean = before.stream().map(AttackedScene::picture).toList();
        for (PictureBatch batch : PictureBatch.of(clean)) {
            List<AttackedScene> own = before.subList(batch.from(), batch.to());
            changed.addAll(
                    attacker.attack(
                            batch,
                            run.goal()
                                    .raised(
                                            shown.subList(batch.from(), batch.to()),
                                            network.tried().scores()),
                            run.plan(),
                            own.stream().map(AttackedScene::place).toList()));
        }
        return changed;
    }

    private static List<Integer> classesOf(AttackedScene scene, Map<Kind, Integer> classes) {
        return scene.shown().stream()
                .flatMap(shown -> Optional.ofNullable(classes.get(shown.kind())).stream())
                .toList();
    }

    private void count(Run run, AttackedScene before, AttackedScene after) {
        byte[] weights = Resamples.weights(before.place());
        AttackTally tally = run.tally();
        tally.moved(levels(before.picture(), after.picture()), weights);
        run.goal()
                .target()
                .ifPresent(
                        index ->
                                tally.target(
                                        before.probabilities()[index],
                                        after.probabilities()[index],
                                        weights));
        List<Integer> classes = classesOf(before, network.classes());
        for (int k = 0; k < classes.size(); k++) {
            tally.kind(
                    before.probabilities()[classes.get(k)],
                    after.probabilities()[classes.get(k)],
                    before.shown().get(k),
                    after.shown().get(k),
                    weights);
        }
    }

    /** How far pixels were moved in the mean over all channels, in levels of 255. */
    private double levels(PreparedPicture before, PreparedPicture after) {
        double sum = 0;
        AttackPicture pixels = new AttackPicture(network.tried().preprocessing());
        for (float difference : pixels.moved(before, after)) {
            sum += Math.abs(difference);
        }
        return LEVELS * sum / (before.channels() * before.height() * before.width());
    }

    private void keep(Run run, AttackedScene before, AttackedScene after) {
        List<Integer> classes = classesOf(before, network.classes());
        int surest = 0;
        for (int k = 1; k < classes.size(); k++) {
            surest =
                    before.probabilities()[classes.get(k)]
                                    > before.probabilities()[classes.get(surest)]
                            ? k
                            : surest;
        }
        if (run.examples().size() < DRAWN
                && before.probabilities()[classes.get(surest)] >= AttackTally.SEEN) {
            Optional<Explanation> target =
                    run.goal().target().map(index -> targetMap(after.picture(), index));
            run.examples().add(new Example(before, after, surest, classes.get(surest), target));
        }
    }

    private Explanation targetMap(PreparedPicture picture, int index) {
        return network.explain(List.of(picture), List.of(List.of(index)), UnaryOperator.identity())
                .get(0)
                .get(0);
    }
}
