package dev.wherefore.classification.diagnose;

import dev.wherefore.core.check.NoisyLinearImputation;
import dev.wherefore.core.diagnose.DiagnoseConfig;
import dev.wherefore.core.diagnose.Diagnosis;
import dev.wherefore.core.diagnose.DiagnosisPage;
import dev.wherefore.core.diagnose.DiagnosisSetting;
import dev.wherefore.core.diagnose.PagePart;
import dev.wherefore.core.evaluate.Resamples;
import dev.wherefore.core.experiment.Csv;
import dev.wherefore.core.experiment.config.TaskConfig;
import dev.wherefore.core.explain.Explanation;
import dev.wherefore.core.explain.Verdict;
import dev.wherefore.core.image.Geometry;
import dev.wherefore.core.image.PixelMap;
import dev.wherefore.core.image.Plane;
import dev.wherefore.core.image.Size;
import dev.wherefore.core.method.Counterfactual;
import dev.wherefore.core.method.GradCam;
import dev.wherefore.core.metric.RandomBaseline;
import dev.wherefore.core.metric.RankedPlaces;
import dev.wherefore.core.render.Tile;
import dev.wherefore.core.scene.Kind;
import dev.wherefore.core.scene.Scene;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;

/**
 * Whether what the counterfactual map shows stands in the class's way: it is removed, and the score
 * should rise; beside it as much is removed by lot, as coarse as the map, and where Grad-CAM says
 * that the evidence is.
 *
 * @see <a href="https://arxiv.org/abs/1610.02391">Selvaraju et al., Grad-CAM, section 3.3</a>
 */
public final class CounterfactualCheck implements Diagnosis {

    private static final int DRAWN = 4;
    private static final List<String> WHAT = List.of("counterfactual", "by lot", "grad-cam");

    private final ClassifierOpener opener;
    private final MapTiles tiles;

    @Inject
    CounterfactualCheck(ClassifierOpener opener, MapTiles tiles) {
        this.opener = opener;
        this.tiles = tiles;
    }

    @Override
    public String name() {
        return "counterfactual";
    }

    @Override
    public Class<? extends Record> keys() {
        return CounterfactualKeys.class;
    }

    @Override
    public DiagnosisPage diagnose(TaskConfig<DiagnoseConfig> config, DiagnosisSetting setting) {
        OwnMethods.require(config);
        CounterfactualKeys own = (CounterfactualKeys) config.own();
        return opener.study(
                config, own.model(), setting, network -> new Rises(network, own.shares()));
    }

    /** By how much logits rise. */
    private final class Rises implements SceneStudy {

        private final SceneNetwork network;
        private final List<Double> shares;
        private final MetricTable table =
                new MetricTable(
                        "rises",
                        List.of("removed", "share"),
                        List.of("logit rises by", "how often it rises"));
        private final List<Tile> drawn = new ArrayList<>();
        private int scenes;
        private int maps;
        private int nothingAgainst;

        Rises(SceneNetwork network, List<Double> shares) {
            this.network = network;
            this.shares = shares;
        }

        @Override
        public void add(List<Scene> batch) {
            List<ShownKind> shown =
                    network.shown(
                            batch,
                            request ->
                                    request.withMethods(
                                            List.of(new Counterfactual(), new GradCam())));
            for (ShownKind one : shown) {
                if (one.explanations().get(0).verdict() == Verdict.EVIDENCE) {
                    cover(one, Resamples.weights(scenes + batch.indexOf(one.scene())));
                    maps++;
                } else {
                    nothingAgainst++;
                }
            }
            scenes += batch.size();
        }

        private void cover(ShownKind shown, byte[] weights) {
            PixelMap picture = network.prepared(List.of(shown.scene())).get(0).pixels();
            List<PixelMap> covered = new ArrayList<>();
            for (Plane heat : heats(shown)) {
                SplittableRandom dice = new SplittableRandom(shown.scene().seed());
                RankedPlaces ranked = RankedPlaces.byLot(heat, dice);
                for (double share : shares) {
                    covered.add(
                            NoisyLinearImputation.of(
                                    picture, ranked.withoutHottest(share), 0, dice));
                }
            }
            int index = network.classes().getOrDefault(shown.kind(), 0);
            float before = shown.explanations().get(0).score();
            List<float[]> logits = network.scores(covered);
            for (int i = 0; i < logits.size(); i++) {
                double rise = logits.get(i)[index] - before;
                List<String> row =
                        List.of(
                                WHAT.get(i / shares.size()),
                                Csv.number(shares.get(i % shares.size()), 2));
                table.add(row, 0, rise, weights);
                table.add(row, 1, rise > 0 ? 1 : 0, weights);
            }
            if (drawn.size() < 2 * DRAWN * 2) {
                draw(shown, logits.get(0)[index] - before);
            }
        }

        private List<Plane> heats(ShownKind shown) {
            Explanation against = shown.explanations().get(0);
            Plane raw = against.raw().get(0);
            Plane noise =
                    new RandomBaseline()
                            .map(
                                    shown.sight(
                                            Geometry.identity(shown.geometry().input()),
                                            new Size(raw.height(), raw.width()),
                                            31 * shown.scene().seed()
                                                    + shown.kind().label().hashCode()));
            return List.of(against.heat(), noise, shown.explanations().get(1).heat());
        }

        private void draw(ShownKind shown, double rise) {
            Kind kind = shown.kind();
            drawn.add(tiles.picture(shown.scene(), kind.label()));
            drawn.add(
                    tiles.map(
                            shown.scene(),
                            shown.geometry(),
                            shown.explanations().get(0),
                            String.format(
                                    Locale.ROOT, "against %s: gone, %+.2f", kind.label(), rise)));
        }

        @Override
        public DiagnosisPage page() {
            DiagnosisPage page =
                    DiagnosisPage.titled("Does the score rise if what speaks against is gone?")
                            .number("maps", maps)
                            .number("nothing-against", nothingAgainst)
                            .say(
                                    ("For each kind that one of %d scenes shows, the places that"
                                         + " its counterfactual map marks most are removed, filled"
                                         + " with what their surroundings suggest, and the logit is"
                                         + " taken again; beside it as many places are removed by"
                                         + " lot, in patches as coarse as the map, and those that"
                                         + " Grad-CAM marks most.")
                                            .formatted(scenes));
            if (maps == 0) {
                return page.say("Nothing speaks against anything in these scenes.");
            }
            for (List<String> row : table.rows()) {
                page = page.number(String.join("/", row) + "/rise", table.mean(row, 0));
            }
            return page.say(sentence())
                    .with(
                            table.table(),
                            new PagePart.Picture(
                                    "maps",
                                    tiles.sheet("What speaks against", drawn, 4),
                                    "What speaks against a kind, and by how much its logit rises"
                                            + " when the smallest share of that is covered."));
        }

        private String sentence() {
            String share = Csv.number(shares.get(0), 2);
            double against = table.mean(List.of(WHAT.get(0), share), 0);
            double lot = table.mean(List.of(WHAT.get(1), share), 0);
            double evidence = table.mean(List.of(WHAT.get(2), share), 0);
            return String.format(
                    Locale.ROOT,
                    "In %d maps (%d more have nothing that speaks against), removing %s of the"
                            + " picture changes the logit by %+.2f where the counterfactual map is"
                            + " hottest, by %+.2f at random, by %+.2f where Grad-CAM is.",
                    maps,
                    nothingAgainst,
                    share,
                    against,
                    lot,
                    evidence);
        }
    }
}
