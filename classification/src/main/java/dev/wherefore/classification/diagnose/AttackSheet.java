package dev.wherefore.classification.diagnose;

import dev.wherefore.classification.diagnose.AttackRuns.Example;
import dev.wherefore.classification.diagnose.AttackRuns.Run;
import dev.wherefore.core.explain.Explanation;
import dev.wherefore.core.render.Tile;
import dev.wherefore.core.scene.Scene;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Draws attacked scenes.
 *
 * @param method whose maps are shown
 * @param pixels draws what the network got
 * @param tiles draws maps
 */
record AttackSheet(String method, AttackPicture pixels, MapTiles tiles) {

    /** All examples of an attack, one a row. */
    BufferedImage of(Run run) {
        List<Tile> all = new ArrayList<>();
        for (Example example : run.examples()) {
            all.addAll(row(run, example));
        }
        return tiles.sheet(run.words(), all, all.size() / run.examples().size());
    }

    private List<Tile> row(Run run, Example example) {
        AttackedScene before = example.before();
        AttackedScene after = example.after();
        ShownKind kind = before.shown().get(example.kind());
        Scene scene = before.scene();
        List<Tile> row = new ArrayList<>();
        row.add(tiles.picture(scene, said(run, kind, example, before)));
        row.add(
                Tile.of(
                        pixels.noise(before.picture(), after.picture(), run.plan().epsilon()),
                        "noise, %s times".formatted(run.times())));
        row.add(Tile.of(pixels.drawn(after.picture()), said(run, kind, example, after)));
        row.add(map(kind, method + " of " + kind.kind().label() + ", before"));
        row.add(
                map(
                        after.shown().get(example.kind()),
                        method + " of " + kind.kind().label() + ", after"));
        example.target()
                .ifPresent(
                        target ->
                                row.add(
                                        tiles.map(
                                                scene,
                                                kind.geometry(),
                                                target,
                                                "%s of %s, after"
                                                        .formatted(method, run.goal().name()))));
        return row;
    }

    private Tile map(ShownKind shown, String caption) {
        Explanation explanation = shown.explanations().get(0);
        return tiles.map(shown.scene(), shown.geometry(), explanation, caption);
    }

    private static String said(Run run, ShownKind kind, Example example, AttackedScene scene) {
        String shown =
                String.format(
                        Locale.ROOT,
                        "%s %.3f",
                        kind.kind().label(),
                        scene.probabilities()[example.index()]);
        return run.goal()
                .target()
                .map(
                        i ->
                                String.format(
                                        Locale.ROOT,
                                        "%s, %s %.3f",
                                        shown,
                                        run.goal().name(),
                                        scene.probabilities()[i]))
                .orElse(shown);
    }
}
