package dev.wherefore.classification.diagnose;

import dev.wherefore.classification.ClassScores;
import dev.wherefore.classification.ClassifierSetup;
import dev.wherefore.classification.LabelClasses;
import dev.wherefore.classification.ModelConfig;
import dev.wherefore.classification.ModelLoader;
import dev.wherefore.classification.TriedClassifier;
import dev.wherefore.core.diagnose.DiagnoseConfig;
import dev.wherefore.core.diagnose.DiagnosisPage;
import dev.wherefore.core.diagnose.DiagnosisSetting;
import dev.wherefore.core.experiment.LayerSetup;
import dev.wherefore.core.experiment.config.TaskConfig;
import dev.wherefore.core.method.Methods;
import dev.wherefore.core.network.Network;
import jakarta.inject.Inject;
import java.util.function.Function;

/** Opens the classifiers that experiments are made with. */
final class ClassifierOpener {

    private final ModelLoader loader;
    private final Methods methods;

    @Inject
    ClassifierOpener(ModelLoader loader, Methods methods) {
        this.loader = loader;
        this.methods = methods;
    }

    /**
     * Returns a classifier that fits its config.
     *
     * @param config the config
     * @param model the network; its labels must name kinds of things
     * @param setting the scenes it will be asked about, and the device
     * @return the classifier, to be closed by the caller
     * @throws dev.wherefore.core.UserError if something is not there, or does not fit
     */
    SceneNetwork open(
            TaskConfig<DiagnoseConfig> config, ModelConfig model, DiagnosisSetting setting) {
        if (model.labels().isEmpty()) {
            throw config.places()
                    .error(
                            "model",
                            "a diagnosis needs the key labels, to know which class is which kind of"
                                    + " thing");
        }
        return loader.open(
                model, setting.device(), network -> opened(config, model, setting, network));
    }

    /**
     * Makes a study of all scenes with a classifier.
     *
     * @param config the config
     * @param model the network
     * @param setting the scenes, and who hears how it goes
     * @param begin begins the study of the opened classifier, which is closed at the end
     * @return what was found out
     */
    DiagnosisPage study(
            TaskConfig<DiagnoseConfig> config,
            ModelConfig model,
            DiagnosisSetting setting,
            Function<SceneNetwork, SceneStudy> begin) {
        try (SceneNetwork network = open(config, model, setting)) {
            setting.listener().begins("scenes", setting.scenes().count(), network.facts());
            SceneStudy study = begin.apply(network);
            new ScenePictures(config, setting.scenes())
                    .inBatches(
                            scenes -> {
                                study.add(scenes);
                                setting.listener().finished(scenes.size());
                            });
            return study.page();
        }
    }

    private SceneNetwork opened(
            TaskConfig<DiagnoseConfig> config,
            ModelConfig model,
            DiagnosisSetting setting,
            Network network) {
        DiagnoseConfig shared = config.shared();
        LayerSetup layers = new LayerSetup(config.places(), shared.explain(), methods);
        TriedClassifier tried =
                new ClassifierSetup(
                                config.places(),
                                ClassScores.of(model),
                                shared.preprocess(),
                                layers,
                                network)
                        .tried(new ScenePictures(config, setting.scenes()).scene(0).picture());
        LabelClasses labels =
                config.places()
                        .at(
                                "model.labels",
                                () ->
                                        new LabelClasses(
                                                setting.scenes().labels(),
                                                tried.scores().labels(),
                                                tried.classes()));
        return new SceneNetwork(tried, labels, layers);
    }
}
