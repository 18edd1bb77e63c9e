package dev.wherefore.classification.diagnose;

import dev.wherefore.core.diagnose.DiagnoseConfig;
import dev.wherefore.core.diagnose.Diagnosis;
import dev.wherefore.core.diagnose.DiagnosisPage;
import dev.wherefore.core.diagnose.DiagnosisSetting;
import dev.wherefore.core.diagnose.PagePart;
import dev.wherefore.core.experiment.Csv;
import dev.wherefore.core.experiment.config.TaskConfig;
import dev.wherefore.core.render.Tile;
import dev.wherefore.core.scene.Kind;
import dev.wherefore.core.scene.Scene;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Where a network was wrong, and why: for its most confident mistakes what speaks for what it said,
 * and for what is true.
 *
 * @see <a href="https://arxiv.org/abs/1610.02391">Selvaraju et al., Grad-CAM, section 6.1</a>
 */
public final class FailureAnalysis implements Diagnosis {

    private static final int TILES = 3;
    private static final int PAIRS = 10;

    private final ClassifierOpener opener;
    private final MapTiles tiles;

    @Inject
    FailureAnalysis(ClassifierOpener opener, MapTiles tiles) {
        this.opener = opener;
        this.tiles = tiles;
    }

    @Override
    public String name() {
        return "failures";
    }

    @Override
    public Class<? extends Record> keys() {
        return MistakeKeys.class;
    }

    @Override
    public DiagnosisPage diagnose(TaskConfig<DiagnoseConfig> config, DiagnosisSetting setting) {
        MistakeKeys own = (MistakeKeys) config.own();
        if (config.shared().explain().methods().size() > 1) {
            throw config.places()
                    .error("explain.methods", "mistakes are explained by one method, name one");
        }
        return opener.study(
                config, own.model(), setting, network -> new Found(network, own.drawn()));
    }

    /** The mistakes so far. */
    private final class Found implements SceneStudy {

        private final Mistakes finder;
        private final int drawn;
        private final List<Mistake> all = new ArrayList<>();
        private int scenes;

        Found(SceneNetwork network, int drawn) {
            this.finder = new Mistakes(network);
            this.drawn = drawn;
        }

        @Override
        public void add(List<Scene> batch) {
            all.addAll(finder.in(scenes, batch));
            scenes += batch.size();
        }

        @Override
        public DiagnosisPage page() {
            // equally sure ones stay in the scenes' order
            all.sort(Comparator.comparingDouble(Mistake::confidence).reversed());
            return FailureAnalysis.this.page(all, scenes, drawn);
        }
    }

    private DiagnosisPage page(List<Mistake> all, int scenes, int drawn) {
        long seen = all.stream().filter(Mistake::seen).count();
        DiagnosisPage page =
                DiagnosisPage.titled("Where the network was wrong, and why")
                        .number("scenes", scenes)
                        .number("sees-what-is-not-there", (double) seen)
                        .number("misses-what-is-there", (double) (all.size() - seen))
                        .say(
                                ("In %d scenes, at a probability of 0.5, the network saw %d things"
                                     + " of which there is nothing in the scene, and missed %d"
                                     + " kinds that are there to see. Things that are almost wholly"
                                     + " hidden count as neither.")
                                        .formatted(scenes, seen, all.size() - seen));
        if (all.isEmpty()) {
            return page.say("There is no mistake to explain.");
        }
        List<Mistake> first = all.subList(0, Math.min(drawn, all.size()));
        return page.say(confusions(all))
                .with(
                        new PagePart.Picture(
                                "mistakes",
                                tiles.sheet("The most confident mistakes", drawn(first), 2 * TILES),
                                "The most confident mistakes: the scene, what speaks for the wrong"
                                        + " or missed kind, what speaks for the other."),
                        table(all));
    }

    /** Which thing is taken for which, the most frequent first. */
    private static String confusions(List<Mistake> all) {
        Map<String, Long> pairs =
                all.stream()
                        .filter(Mistake::seen)
                        .filter(mistake -> mistake.other().isPresent())
                        .collect(
                                Collectors.groupingBy(
                                        mistake ->
                                                "a "
                                                        + mistake.other().orElseThrow().label()
                                                        + " taken for a "
                                                        + mistake.kind().label(),
                                        TreeMap::new,
                                        Collectors.counting()));
        if (pairs.isEmpty()) {
            return "No map of a thing that is not there points at another thing.";
        }
        return pairs.entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
                .limit(PAIRS)
                .map(pair -> pair.getKey() + " (" + pair.getValue() + ")")
                .collect(
                        Collectors.joining(
                                ", ",
                                "What it saw that was not there, by the thing that holds most of"
                                        + " the map's energy: ",
                                "."));
    }

    private List<Tile> drawn(List<Mistake> mistakes) {
        List<Tile> all = new ArrayList<>();
        for (Mistake mistake : mistakes) {
            String kind = mistake.kind().label();
            all.add(
                    tiles.picture(
                            mistake.scene(),
                            String.format(
                                    Locale.ROOT,
                                    "%s a %s, %.3f sure, scene %d",
                                    mistake.sort(),
                                    kind,
                                    mistake.confidence(),
                                    mistake.place())));
            all.add(tiles.map(mistake.scene(), mistake.geometry(), mistake.map(), "for " + kind));
            all.add(
                    mistake.otherMap()
                            .map(
                                    map ->
                                            tiles.map(
                                                    mistake.scene(),
                                                    mistake.geometry(),
                                                    map,
                                                    "for "
                                                            + mistake.other()
                                                                    .map(Kind::label)
                                                                    .orElse("")))
                            .orElseGet(
                                    () -> tiles.picture(mistake.scene(), "nothing else to see")));
        }
        return all;
    }

    private static PagePart.Table table(List<Mistake> all) {
        List<List<String>> rows = new ArrayList<>();
        for (Mistake mistake : all) {
            rows.add(
                    List.of(
                            Integer.toString(mistake.place()),
                            Long.toString(mistake.scene().seed()),
                            mistake.sort(),
                            mistake.kind().label(),
                            Csv.number(mistake.confidence()),
                            mistake.other().map(Kind::label).orElse("")));
        }
        return new PagePart.Table(
                "mistakes",
                List.of("scene", "seed", "mistake", "kind", "confidence", "other kind"),
                rows);
    }
}
