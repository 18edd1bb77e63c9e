package dev.wherefore.classification.diagnose;

import dev.wherefore.core.NearMatches;
import dev.wherefore.core.diagnose.DiagnoseConfig;
import dev.wherefore.core.diagnose.Diagnosis;
import dev.wherefore.core.diagnose.DiagnosisPage;
import dev.wherefore.core.diagnose.DiagnosisSetting;
import dev.wherefore.core.diagnose.PagePart;
import dev.wherefore.core.evaluate.SceneSource;
import dev.wherefore.core.experiment.config.TaskConfig;
import dev.wherefore.core.explain.Explanation;
import dev.wherefore.core.method.GradCam;
import dev.wherefore.core.method.Guided;
import dev.wherefore.core.method.GuidedBackpropagation;
import dev.wherefore.core.method.Method;
import dev.wherefore.core.method.Occlusion;
import dev.wherefore.core.metric.PointingGame;
import dev.wherefore.core.render.Tile;
import dev.wherefore.core.scene.Kind;
import dev.wherefore.core.scene.Scene;
import jakarta.inject.Inject;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The paper's first figure: one picture with two kinds of things, and for either the picture,
 * guided backpropagation, Grad-CAM, Guided Grad-CAM, the occlusion map and the signed map.
 *
 * @see <a href="https://arxiv.org/abs/1610.02391">Selvaraju et al., Grad-CAM, figure 1</a>
 */
public final class FigureOne implements Diagnosis {

    private static final int GRAD_CAM = 1;
    private static final List<Method> METHODS =
            List.of(
                    new GuidedBackpropagation(),
                    new GradCam(),
                    new Guided(new GradCam()),
                    new Occlusion());

    private final ClassifierOpener opener;
    private final MapTiles tiles;

    @Inject
    FigureOne(ClassifierOpener opener, MapTiles tiles) {
        this.opener = opener;
        this.tiles = tiles;
    }

    @Override
    public String name() {
        return "figure-1";
    }

    @Override
    public Class<? extends Record> keys() {
        return FigureKeys.class;
    }

    @Override
    public DiagnosisPage diagnose(TaskConfig<DiagnoseConfig> config, DiagnosisSetting setting) {
        OwnMethods.require(config);
        FigureKeys own = (FigureKeys) config.own();
        try (SceneNetwork network = opener.open(config, own.model(), setting)) {
            List<Kind> kinds =
                    IntStream.range(0, own.kinds().size())
                            .mapToObj(i -> kind(own.kinds().get(i), i, network, config))
                            .toList();
            Scene scene = sceneWith(kinds, new ScenePictures(config, setting.scenes()));
            setting.listener().begins("scenes", 1, network.facts());
            List<ShownKind> shown =
                    network.shown(List.of(scene), request -> request.withMethods(METHODS)).stream()
                            .filter(one -> kinds.contains(one.kind()))
                            .toList();
            float[] sure = network.probabilities(network.prepared(List.of(scene))).get(0);
            setting.listener().finished(1);
            return page(scene, shown, sure, network);
        }
    }

    private static Kind kind(
            String name, int place, SceneNetwork network, TaskConfig<DiagnoseConfig> config) {
        Set<Kind> known = network.classes().keySet();
        return known.stream()
                .filter(kind -> kind.label().equals(name))
                .findFirst()
                .orElseThrow(
                        () -> {
                            List<String> names = known.stream().map(Kind::label).toList();
                            return config.places()
                                    .error(
                                            "kinds." + place,
                                            "the network knows no kind '%s'%s"
                                                    .formatted(
                                                            name, NearMatches.hint(name, names)));
                        });
    }

    private static Scene sceneWith(List<Kind> kinds, ScenePictures pictures) {
        SceneSource source = pictures.source();
        return IntStream.range(0, source.count())
                .mapToObj(pictures::scene)
                .filter(scene -> shows(scene).containsAll(kinds))
                .findFirst()
                .orElseThrow(
                        () ->
                                pictures.config()
                                        .places()
                                        .error(
                                                "scenes",
                                                "none of the %d scenes shows both a %s and a %s"
                                                        .formatted(
                                                                source.count(),
                                                                kinds.get(0).label(),
                                                                kinds.get(1).label())));
    }

    private static Set<Kind> shows(Scene scene) {
        return scene.present().stream().map(object -> object.kind()).collect(Collectors.toSet());
    }

    private DiagnosisPage page(
            Scene scene, List<ShownKind> shown, float[] sure, SceneNetwork network) {
        DiagnosisPage page =
                DiagnosisPage.titled("One picture, two answers")
                        .say(
                                ("Scene %d, of which the network says: %s. Guided backpropagation"
                                     + " shows about the same edges for either kind; Grad-CAM tells"
                                     + " them apart; their product, Guided Grad-CAM, does both. The"
                                     + " occlusion map, made of the score alone, is the check.")
                                        .formatted(
                                                scene.seed(),
                                                shown.stream()
                                                        .map(one -> said(one, sure, network))
                                                        .collect(Collectors.joining(", "))));
        for (ShownKind one : shown) {
            for (int m = 0; m < METHODS.size(); m++) {
                page =
                        page.number(
                                one.kind().label()
                                        + "/"
                                        + METHODS.get(m).card().name()
                                        + "/pointing-game",
                                new PointingGame(0).of(one.heat(m), one.truth()).orElse(0));
            }
        }
        return page.with(
                new PagePart.Picture(
                        "figure",
                        figure(shown),
                        "For either kind a row: the picture, guided backpropagation, Grad-CAM,"
                                + " Guided Grad-CAM, occlusion, and what speaks for and against."));
    }

    private static String said(ShownKind one, float[] sure, SceneNetwork network) {
        int index = network.classes().getOrDefault(one.kind(), 0);
        return String.format(Locale.ROOT, "%s %.3f", one.kind().label(), sure[index]);
    }

    private BufferedImage figure(List<ShownKind> shown) {
        List<Tile> panels = new ArrayList<>();
        for (ShownKind one : shown) {
            String kind = one.kind().label();
            panels.add(tiles.picture(one.scene(), lettered(panels, "original")));
            for (int m = 0; m < METHODS.size(); m++) {
                String title = METHODS.get(m).card().title() + " '" + kind + "'";
                Explanation map = one.explanations().get(m);
                panels.add(tiles.map(one.scene(), one.geometry(), map, lettered(panels, title)));
            }
            panels.add(
                    tiles.signed(
                            one.scene(),
                            one.geometry(),
                            one.explanations().get(GRAD_CAM),
                            lettered(panels, "for and against '" + kind + "'")));
        }
        return tiles.sheet("One picture, two answers", panels, METHODS.size() + 2);
    }

    private static String lettered(List<Tile> before, String caption) {
        return "(%c) %s".formatted((char) ('a' + before.size()), caption);
    }
}
