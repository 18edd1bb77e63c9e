package dev.wherefore.classification.diagnose;

import dev.wherefore.core.diagnose.DiagnoseConfig;
import dev.wherefore.core.diagnose.Diagnosis;
import dev.wherefore.core.diagnose.DiagnosisPage;
import dev.wherefore.core.diagnose.DiagnosisSetting;
import dev.wherefore.core.diagnose.PagePart;
import dev.wherefore.core.evaluate.Resamples;
import dev.wherefore.core.experiment.config.TaskConfig;
import dev.wherefore.core.metric.EnergyInside;
import dev.wherefore.core.metric.Localisation;
import dev.wherefore.core.metric.Metric;
import dev.wherefore.core.metric.PointingGame;
import dev.wherefore.core.network.LayerRun;
import dev.wherefore.core.render.Tile;
import dev.wherefore.core.scene.Scene;
import jakarta.inject.Inject;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What each part of Grad-CAM is for: the method with one part changed at a time, layer by layer.
 *
 * @see <a href="https://arxiv.org/abs/1610.02391">Selvaraju et al., Grad-CAM, appendix B</a>
 */
public final class Ablations implements Diagnosis {

    private static final List<Metric> METRICS =
            List.of(new PointingGame(0), new EnergyInside(), new Localisation());
    private static final List<GradCamVariant> VARIANTS = List.of(GradCamVariant.values());

    private final ClassifierOpener opener;
    private final MapTiles tiles;

    @Inject
    Ablations(ClassifierOpener opener, MapTiles tiles) {
        this.opener = opener;
        this.tiles = tiles;
    }

    @Override
    public String name() {
        return "ablations";
    }

    @Override
    public Class<? extends Record> keys() {
        return ModelKeys.class;
    }

    @Override
    public DiagnosisPage diagnose(TaskConfig<DiagnoseConfig> config, DiagnosisSetting setting) {
        OwnMethods.require(config);
        ModelKeys own = (ModelKeys) config.own();
        return opener.study(config, own.model(), setting, network -> new Measured(network));
    }

    /** What was measured so far. */
    private final class Measured implements SceneStudy {

        private final SceneNetwork network;
        private final MetricTable table =
                new MetricTable(
                        "ablations",
                        List.of("layer", "variant"),
                        METRICS.stream().map(metric -> metric.card().name()).toList());
        private final List<Tile> drawn = new ArrayList<>();
        private int scenes;

        Measured(SceneNetwork network) {
            this.network = network;
        }

        @Override
        public void add(List<Scene> batch) {
            boolean first = scenes == 0;
            for (LayerRun layer : network.tried().layers()) {
                List<ShownKind> shown =
                        network.shown(
                                batch,
                                request ->
                                        request.withLayers(List.of(layer))
                                                .withMethods(List.copyOf(VARIANTS)));
                for (ShownKind kind : shown) {
                    measure(layer, kind, Resamples.weights(scenes + batch.indexOf(kind.scene())));
                }
                if (first && !shown.isEmpty()) {
                    draw(layer, shown.get(0));
                }
            }
            scenes += batch.size();
        }

        private void measure(LayerRun layer, ShownKind kind, byte[] weights) {
            for (int v = 0; v < VARIANTS.size(); v++) {
                List<String> row = row(layer, VARIANTS.get(v));
                for (int m = 0; m < METRICS.size(); m++) {
                    double value = METRICS.get(m).of(kind.heat(v), kind.truth()).orElse(0);
                    table.add(row, m, value, weights);
                }
            }
        }

        private void draw(LayerRun layer, ShownKind kind) {
            for (int v = 0; v < VARIANTS.size(); v++) {
                drawn.add(
                        tiles.map(
                                kind.scene(),
                                kind.geometry(),
                                kind.explanations().get(v),
                                layer + ", " + VARIANTS.get(v).words()));
            }
        }

        @Override
        public DiagnosisPage page() {
            DiagnosisPage page =
                    DiagnosisPage.titled("What makes Grad-CAM work")
                            .say(
                                    ("Grad-CAM with one part changed at a time, at each layer by"
                                         + " itself, on %d scenes. Localisation is how often the"
                                         + " box around the heat above 15 %% of its maximum fits"
                                         + " the object's by an IoU of one half at least; the"
                                         + " numbers in brackets are 95 %% intervals.")
                                            .formatted(scenes));
            if (drawn.isEmpty()) {
                return page.say("The scenes show nothing that the network knows.");
            }
            for (LayerRun layer : network.tried().layers()) {
                page = page.say(sentence(layer));
                for (GradCamVariant variant : VARIANTS) {
                    page =
                            page.number(
                                    layer + "/" + variant.card().name() + "/localisation",
                                    table.mean(row(layer, variant), METRICS.size() - 1));
                }
            }
            return page.say(
                            "Where only average pooling and a linear layer follow, there is no ReLU"
                                + " left to guide, and the gradient is the same at all places, so"
                                + " three of the variants are Grad-CAM itself.")
                    .with(
                            table.table(),
                            new PagePart.Picture(
                                    "maps",
                                    sheet(),
                                    "One thing in one scene, by each variant, a row for each"
                                            + " layer."));
        }

        private String sentence(LayerRun layer) {
            StringBuilder text = new StringBuilder();
            double whole = table.mean(row(layer, GradCamVariant.GRAD_CAM), METRICS.size() - 1);
            text.append(
                    String.format(
                            Locale.ROOT,
                            "At %s Grad-CAM finds %.1f %% of the things",
                            layer,
                            100 * whole));
            for (GradCamVariant variant : VARIANTS.subList(1, VARIANTS.size())) {
                double own = table.mean(row(layer, variant), METRICS.size() - 1);
                text.append(
                        String.format(
                                Locale.ROOT,
                                "; %s %+.1f points",
                                variant.words(),
                                100 * (own - whole)));
            }
            return text.append('.').toString();
        }

        private BufferedImage sheet() {
            return tiles.sheet("Grad-CAM with one part changed", drawn, VARIANTS.size());
        }
    }

    private static List<String> row(LayerRun layer, GradCamVariant variant) {
        return List.of(layer.toString(), variant.words());
    }
}
