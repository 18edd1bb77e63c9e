package dev.wherefore.classification.diagnose;

import dev.wherefore.core.UserError;
import dev.wherefore.core.attack.Attacker;
import dev.wherefore.core.diagnose.DiagnoseConfig;
import dev.wherefore.core.diagnose.Diagnosis;
import dev.wherefore.core.diagnose.DiagnosisPage;
import dev.wherefore.core.diagnose.DiagnosisSetting;
import dev.wherefore.core.experiment.config.TaskConfig;
import dev.wherefore.core.scene.Kind;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Shows where maps point when noise that people hardly see has made a network see something else.
 *
 * @see <a href="https://arxiv.org/abs/1610.02391">Selvaraju et al., Grad-CAM, section 6.2</a>
 */
public final class Adversarial implements Diagnosis {

    private final ClassifierOpener opener;
    private final MapTiles tiles;

    @Inject
    Adversarial(ClassifierOpener opener, MapTiles tiles) {
        this.opener = opener;
        this.tiles = tiles;
    }

    @Override
    public String name() {
        return "adversarial";
    }

    @Override
    public Class<? extends Record> keys() {
        return AdversarialKeys.class;
    }

    @Override
    public DiagnosisPage diagnose(TaskConfig<DiagnoseConfig> config, DiagnosisSetting setting) {
        AdversarialKeys own = (AdversarialKeys) config.own();
        List<String> methods = config.shared().explain().methods();
        try (SceneNetwork network = opener.open(config, own.model(), setting);
                Attacker attacker =
                        new Attacker(network.tried().network(), network.tried().preprocessing())) {
            List<AttackGoal> goals = goals(config, own, network);
            AttackRuns runs = new AttackRuns(network, attacker, goals, own.plans(), methods.size());
            setting.listener().begins("scenes", setting.scenes().count(), network.facts());
            new ScenePictures(config, setting.scenes())
                    .inBatches(
                            scenes -> {
                                runs.add(scenes);
                                setting.listener().finished(scenes.size());
                            });
            return new AdversarialPage(
                            methods, new AttackPicture(network.tried().preprocessing()), tiles)
                    .of(runs.runs());
        }
    }

    private static List<AttackGoal> goals(
            TaskConfig<DiagnoseConfig> config, AdversarialKeys own, SceneNetwork network) {
        List<AttackGoal> goals = new ArrayList<>();
        if (own.untargeted()) {
            goals.add(AttackGoal.HIDE);
        }
        own.target()
                .ifPresent(
                        name -> goals.add(config.places().at("target", () -> show(name, network))));
        return goals;
    }

    private static AttackGoal show(String name, SceneNetwork network) {
        int index = network.tried().scores().labels().find(name);
        if (index >= network.tried().classes()) {
            throw new UserError(
                    "there is no class %d; the network has %d, 0 to %d"
                            .formatted(
                                    index,
                                    network.tried().classes(),
                                    network.tried().classes() - 1));
        }
        Optional<Kind> kind =
                network.classes().entrySet().stream()
                        .filter(entry -> entry.getValue() == index)
                        .map(Map.Entry::getKey)
                        .findFirst();
        String label = network.tried().scores().labels().name(index);
        return new AttackGoal(Optional.of(index), label, kind);
    }
}
