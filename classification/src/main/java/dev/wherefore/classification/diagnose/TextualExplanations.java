package dev.wherefore.classification.diagnose;

import dev.wherefore.classification.diagnose.Dissection.Named;
import dev.wherefore.core.diagnose.DiagnoseConfig;
import dev.wherefore.core.diagnose.Diagnosis;
import dev.wherefore.core.diagnose.DiagnosisPage;
import dev.wherefore.core.diagnose.DiagnosisSetting;
import dev.wherefore.core.diagnose.PagePart;
import dev.wherefore.core.experiment.Csv;
import dev.wherefore.core.experiment.config.TaskConfig;
import dev.wherefore.core.image.Plane;
import dev.wherefore.core.image.PreparedPicture;
import dev.wherefore.core.render.Tile;
import dev.wherefore.core.scene.Scene;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Decisions in words: the channels of a layer are named by what they fire on, then it is said which
 * of them spoke most for and against a kind.
 *
 * @see <a href="https://arxiv.org/abs/1610.02391">Selvaraju et al., Grad-CAM, section 7</a>
 * @see Dissection
 */
public final class TextualExplanations implements Diagnosis {

    private static final int DRAWN = 12;
    private static final int COLUMNS = 6;

    private final ClassifierOpener opener;
    private final MapTiles tiles;

    @Inject
    TextualExplanations(ClassifierOpener opener, MapTiles tiles) {
        this.opener = opener;
        this.tiles = tiles;
    }

    @Override
    public String name() {
        return "textual";
    }

    @Override
    public Class<? extends Record> keys() {
        return TextKeys.class;
    }

    @Override
    public DiagnosisPage diagnose(TaskConfig<DiagnoseConfig> config, DiagnosisSetting setting) {
        OwnMethods.require(config);
        TextKeys own = (TextKeys) config.own();
        try (SceneNetwork network = opener.open(config, own.model(), setting)) {
            if (network.tried().layers().size() != 1) {
                throw config.places()
                        .error("explain.layers", "channels of one layer are named, name one");
            }
            int scenes = setting.scenes().count();
            setting.listener().begins("scenes", scenes, network.facts());
            ScenePictures pictures = new ScenePictures(config, setting.scenes());
            Dissection dissection = new Dissection();
            pictures.inBatches(batch -> dissect(batch, network, dissection, config));
            Map<Integer, Named> names = dissection.names();
            ToldDecisions told = new ToldDecisions(network, names, own);
            pictures.inBatches(
                    batch -> {
                        told.add(batch);
                        setting.listener().finished(batch.size());
                    });
            return page(dissection.channels(), scenes, names, told);
        }
    }

    private static void dissect(
            List<Scene> batch,
            SceneNetwork network,
            Dissection dissection,
            TaskConfig<DiagnoseConfig> config) {
        List<PreparedPicture> prepared = network.prepared(batch);
        List<List<Plane>> activations =
                config.places().at("explain.layers", () -> network.activations(prepared));
        for (int i = 0; i < batch.size(); i++) {
            dissection.add(batch.get(i), prepared.get(i).geometry(), activations.get(i));
        }
    }

    private DiagnosisPage page(
            int channels, int scenes, Map<Integer, Named> names, ToldDecisions told) {
        DiagnosisPage page =
                DiagnosisPage.titled("Decisions in words")
                        .number("channels", channels)
                        .number("named-channels", names.size())
                        .number("decisions", told.count())
                        .number("strongest-channel-bears-the-name", told.agreement())
                        .say(
                                String.format(
                                        Locale.ROOT,
                                        "On %d scenes, %d of the layer's %d channels fire on"
                                            + " something that has a name: a kind of thing, or"
                                            + " things of a colour. A channel fires where its"
                                            + " activation is among its highest two hundredth, and"
                                            + " has the name of what it shares most pixels with, if"
                                            + " their intersection over union is %.2f at least.",
                                        scenes,
                                        names.size(),
                                        channels,
                                        Dissection.LEAST))
                        .say(
                                String.format(
                                        Locale.ROOT,
                                        "In %d decisions about kinds that are there, the named"
                                            + " channel that spoke most for the kind bears its very"
                                            + " name in %.1f %%.",
                                        told.count(),
                                        100 * told.agreement()));
        if (names.isEmpty()) {
            return page;
        }
        List<Named> best =
                names.values().stream()
                        .sorted(Comparator.comparingDouble(Named::iou).reversed())
                        .toList();
        page = page.with(new PagePart.Heading("Decisions"));
        for (String sentence : told.sentences()) {
            page = page.say(sentence);
        }
        return page.with(
                new PagePart.Heading("Channels"),
                new PagePart.Picture(
                        "channels",
                        tiles.sheet(
                                "Channels and what they fire on",
                                best.stream().limit(DRAWN).map(this::tile).toList(),
                                COLUMNS),
                        "The channels with the clearest names, each in the scene in which it fires"
                                + " most."),
                table(best));
    }

    private Tile tile(Named named) {
        float max = named.map().max();
        return tiles.heat(
                named.best(),
                named.geometry(),
                named.map().map(v -> max > 0 ? v / max : 0),
                String.format(
                        Locale.ROOT,
                        "%d: %s, %.2f",
                        named.channel(),
                        named.concept(),
                        named.iou()));
    }

    private static PagePart.Table table(List<Named> best) {
        List<List<String>> rows = new ArrayList<>();
        for (Named named : best) {
            rows.add(
                    List.of(
                            Integer.toString(named.channel()),
                            named.concept(),
                            Csv.number(named.iou(), 3)));
        }
        return new PagePart.Table(
                "channels", List.of("channel", "fires on", "intersection over union"), rows);
    }
}
