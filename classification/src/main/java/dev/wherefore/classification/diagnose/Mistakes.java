package dev.wherefore.classification.diagnose;

import dev.wherefore.core.explain.ExplainRequest;
import dev.wherefore.core.explain.Explanation;
import dev.wherefore.core.image.PreparedPicture;
import dev.wherefore.core.scene.Kind;
import dev.wherefore.core.scene.Scene;
import dev.wherefore.core.scene.SceneObject;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** Finds what a network gets wrong in scenes, and explains it by its first method. */
final class Mistakes {

    private static final double SURE = 0.5;

    private final SceneNetwork network;

    Mistakes(SceneNetwork network) {
        this.network = network;
    }

    /**
     * What it says of a kind.
     *
     * @param probability how sure it is that the kind is there
     */
    private record Said(Kind kind, int index, double probability, boolean shown) {

        boolean wrong() {
            return probability >= SURE != shown;
        }

        double confidence() {
            return shown ? 1 - probability : probability;
        }
    }

    /**
     * The mistakes in some scenes.
     *
     * @param from the first scene's place among all
     * @param scenes at least one scene
     */
    List<Mistake> in(int from, List<Scene> scenes) {
        List<PreparedPicture> prepared = network.prepared(scenes);
        List<float[]> probabilities = network.probabilities(prepared);
        List<Mistake> mistakes = new ArrayList<>();
        for (int i = 0; i < scenes.size(); i++) {
            List<Said> said = said(scenes.get(i), probabilities.get(i));
            for (Said wrong : said.stream().filter(Said::wrong).toList()) {
                mistakes.add(mistake(from + i, scenes.get(i), prepared.get(i), wrong, said));
            }
        }
        return mistakes;
    }

    /** What it says of each kind that is either there for anybody to see, or not there at all. */
    private List<Said> said(Scene scene, float[] probabilities) {
        Set<Kind> there =
                scene.objects().stream().map(SceneObject::kind).collect(Collectors.toSet());
        Set<Kind> shown = network.truths(scene).keySet();
        List<Said> said = new ArrayList<>();
        for (Map.Entry<Kind, Integer> entry : network.classes().entrySet()) {
            Kind kind = entry.getKey();
            if (shown.contains(kind) || !there.contains(kind)) {
                int index = entry.getValue();
                said.add(new Said(kind, index, probabilities[index], shown.contains(kind)));
            }
        }
        return said;
    }

    private Mistake mistake(
            int place, Scene scene, PreparedPicture prepared, Said wrong, List<Said> said) {
        Explanation map = map(prepared, wrong.index());
        Optional<Kind> other =
                wrong.shown()
                        ? surest(said)
                        : Mistake.holder(scene, map.onPicture(prepared.geometry()))
                                .map(SceneObject::kind);
        Optional<Explanation> otherMap =
                other.flatMap(kind -> Optional.ofNullable(network.classes().get(kind)))
                        .map(index -> map(prepared, index));
        return new Mistake(
                place,
                scene,
                prepared.geometry(),
                wrong.kind(),
                !wrong.shown(),
                wrong.confidence(),
                map,
                other,
                otherMap);
    }

    private static Optional<Kind> surest(List<Said> said) {
        return said.stream()
                .filter(one -> one.probability() >= SURE)
                .max(Comparator.comparingDouble(Said::probability))
                .map(Said::kind);
    }

    private Explanation map(PreparedPicture picture, int index) {
        UnaryOperator<ExplainRequest> asConfigured = UnaryOperator.identity();
        return network.explain(List.of(picture), List.of(List.of(index)), asConfigured)
                .get(0)
                .get(0);
    }
}
