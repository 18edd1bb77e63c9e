package dev.wherefore.classification.diagnose;

import dev.wherefore.classification.ClassScores;
import dev.wherefore.classification.ClassifierSetup;
import dev.wherefore.classification.LabelClasses;
import dev.wherefore.classification.TriedClassifier;
import dev.wherefore.core.diagnose.DiagnoseConfig;
import dev.wherefore.core.diagnose.Diagnosis;
import dev.wherefore.core.diagnose.DiagnosisPage;
import dev.wherefore.core.diagnose.DiagnosisSetting;
import dev.wherefore.core.evaluate.ScenesConfig;
import dev.wherefore.core.experiment.LayerSetup;
import dev.wherefore.core.experiment.config.TaskConfig;
import dev.wherefore.core.image.Picture;
import dev.wherefore.core.method.Methods;
import dev.wherefore.core.network.Network;
import dev.wherefore.core.network.block.NetworkFamilies;
import dev.wherefore.core.scene.Kind;
import dev.wherefore.core.scene.SceneSplit;
import dev.wherefore.core.target.Labels;
import dev.wherefore.core.target.Likelihood;
import dev.wherefore.core.train.BriefTraining;
import dev.wherefore.core.train.TrainingScenes;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Trains a network on a set of scenes in which a cue tells the kind of thing, and another on one in
 * which it does not, and shows whether maps tell which is which.
 *
 * @see <a href="https://arxiv.org/abs/1610.02391">Selvaraju et al., Grad-CAM, section 6.3</a>
 */
public final class DatasetBias implements Diagnosis {

    private static final int CLASSES = 2;

    private final NetworkFamilies families;
    private final Methods methods;
    private final MapTiles tiles;

    @Inject
    DatasetBias(NetworkFamilies families, Methods methods, MapTiles tiles) {
        this.families = families;
        this.methods = methods;
        this.tiles = tiles;
    }

    @Override
    public String name() {
        return "dataset-bias";
    }

    @Override
    public Class<? extends Record> keys() {
        return DatasetBiasKeys.class;
    }

    @Override
    public DiagnosisPage diagnose(TaskConfig<DiagnoseConfig> config, DiagnosisSetting setting) {
        DatasetBiasKeys own = (DatasetBiasKeys) config.own();
        check(config, own);
        return new Experiment(config, own, setting).page();
    }

    private void check(TaskConfig<DiagnoseConfig> config, DatasetBiasKeys own) {
        ScenesConfig scenes = config.shared().scenes();
        if (!scenes.isDrawn()) {
            throw config.places()
                    .error(
                            "scenes",
                            "the diagnosis 'dataset-bias' draws its own scenes; give seed, count,"
                                    + " width and height alone");
        }
        if (SceneSplit.of(scenes.seed()).filter(SceneSplit.HELD_OUT::equals).isEmpty()) {
            throw config.places()
                    .error(
                            "scenes.seed",
                            "must be from 0 to %d, that networks are tested with other scenes than they are trained with, found %d"
                                    .formatted(SceneSplit.HELD_OUT.size() - 1, scenes.seed()));
        }
        if (scenes.count().filter(count -> count < CLASSES).isPresent()) {
            throw config.places()
                    .error("scenes.count", "must be at least 2, one of each kind, found 1");
        }
        TrainingScenes.requireOwn(own.seed(), config.places());
        if (own.network().classes() != CLASSES) {
            throw config.places()
                    .error(
                            "network.classes",
                            "two kinds are told apart, so 2 classes are wanted, found "
                                    + own.network().classes());
        }
        config.shared().preprocess().requireChannels(own.network().channels(), config.places());
        config.places().at("network", () -> families.create(own.network()));
    }

    /** One run of the experiment. */
    private final class Experiment {

        private final TaskConfig<DiagnoseConfig> config;
        private final DatasetBiasKeys own;
        private final DiagnosisSetting setting;
        private final CueSets sets;

        Experiment(
                TaskConfig<DiagnoseConfig> config, DatasetBiasKeys own, DiagnosisSetting setting) {
            this.config = config;
            this.own = own;
            this.setting = setting;
            ScenesConfig scenes = config.shared().scenes();
            this.sets = new CueSets(scenes.width(), scenes.height(), own.kinds(), own.cue());
        }

        DiagnosisPage page() {
            List<List<CueLearner.Lesson>> lessons = lessons();
            List<String> names = config.shared().explain().methods();
            List<CueResult> results = new ArrayList<>();
            for (int i = 0; i < CueResult.NAMES.size(); i++) {
                results.add(trained(CueResult.NAMES.get(i), lessons.get(i)));
            }
            return new DatasetBiasPage(own, names, tiles).of(results.get(0), results.get(1));
        }

        /** The scenes of the biased set and of the balanced one. */
        private List<List<CueLearner.Lesson>> lessons() {
            int count = own.training().scenes();
            setting.listener().begins("training scenes", count, List.of());
            List<CueLearner.Lesson> biased = new ArrayList<>();
            List<CueLearner.Lesson> balanced = new ArrayList<>();
            List<Double> biases = List.of(own.bias(), 0.5);
            for (int i = 0; i < count; i++) {
                List<CueLearner.Lesson> both = sets.lessons(own.seed(), i, biases);
                biased.add(both.get(0));
                balanced.add(both.get(1));
                setting.listener().finished(1);
            }
            return List.of(biased, balanced);
        }

        private CueResult trained(String name, List<CueLearner.Lesson> lessons) {
            try (CueLearner learner =
                    new CueLearner(
                            families.create(own.network()),
                            lessons,
                            config.shared().preprocess().preprocessing(),
                            own.augment(),
                            own.seed(),
                            setting.device())) {
                BriefTraining training = own.training().training(own.seed());
                setting.listener()
                        .begins("updates, " + name + " set", training.updates(), List.of());
                training.train(learner, loss -> setting.listener().finished(1));
                try (SceneNetwork network = tried(learner.network(), lessons.get(0).picture())) {
                    return tested(name, network);
                }
            }
        }

        private SceneNetwork tried(Network network, Picture first) {
            LayerSetup layers = new LayerSetup(config.places(), config.shared().explain(), methods);
            ClassScores scores =
                    new ClassScores(
                            "",
                            Likelihood.SOFTMAX,
                            Labels.of(
                                    own.kinds().stream().map(Kind::label).toList(),
                                    "kinds",
                                    Labels.Sort.CLASS));
            boolean opened = false;
            try {
                TriedClassifier tried =
                        new ClassifierSetup(
                                        config.places(),
                                        scores,
                                        config.shared().preprocess(),
                                        layers,
                                        network)
                                .tried(first);
                SceneNetwork made =
                        new SceneNetwork(
                                tried,
                                new LabelClasses(
                                        setting.scenes().labels(), scores.labels(), CLASSES),
                                layers);
                opened = true;
                return made;
            } finally {
                if (!opened) {
                    network.close();
                }
            }
        }

        private CueResult tested(String name, SceneNetwork network) {
            ScenesConfig scenes = config.shared().scenes();
            int count = setting.scenes().count();
            int batch = config.shared().batch();
            CueExam exam =
                    new CueExam(
                            network,
                            sets,
                            new CueTally(config.shared().explain().methods().size()));
            List<CueExam.Answer> answers = new ArrayList<>();
            setting.listener()
                    .begins("test scenes, " + name + " set", count, network.tried().facts());
            for (int from = 0; from < count; from += batch) {
                List<CueSets.Pair> pairs =
                        IntStream.range(from, Math.min(from + batch, count))
                                .mapToObj(place -> sets.pair(scenes.seed(), place))
                                .toList();
                answers.addAll(exam.ask(pairs));
                setting.listener().finished(pairs.size());
            }
            return new CueResult(name, exam.tally(), answers);
        }
    }
}
