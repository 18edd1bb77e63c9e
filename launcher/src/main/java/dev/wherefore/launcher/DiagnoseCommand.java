package dev.wherefore.launcher;

import dev.wherefore.core.diagnose.DiagnoseConfig;
import dev.wherefore.core.diagnose.Diagnoses;
import dev.wherefore.core.diagnose.Diagnosis;
import dev.wherefore.core.diagnose.DiagnosisFolder;
import dev.wherefore.core.diagnose.DiagnosisPage;
import dev.wherefore.core.diagnose.DiagnosisSetting;
import dev.wherefore.core.engine.EngineFacts;
import dev.wherefore.core.evaluate.SceneSource;
import dev.wherefore.core.experiment.config.TaskConfig;
import dev.wherefore.core.experiment.config.Vocabulary;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Makes an experiment, and writes a page about it. */
@Command(
        name = "diagnose",
        description =
                "Makes an experiment with a network and its maps, and writes a page of text, tables"
                        + " and pictures about what came out.",
        footer = {
            "",
            "Examples:",
            "  wherefore diagnose configs/experiments/cam-is-grad-cam.yaml",
            "  wherefore diagnose my.yaml --set scenes.count=100 --out my-page",
            "",
            "The page is page.md, its tables are CSV files too. What is stopped leaves nothing."
        })
final class DiagnoseCommand extends AbstractCommand {

    private final Vocabulary vocabulary;
    private final Diagnoses diagnoses;

    @Mixin private final DeviceOption device = new DeviceOption();

    @Mixin private final ConfigOptions config = new ConfigOptions();

    @Option(names = "--overwrite", description = "Replaces a page that is there.")
    private boolean overwrite;

    @Inject
    DiagnoseCommand(Vocabulary vocabulary, Diagnoses diagnoses) {
        this.vocabulary = vocabulary;
        this.diagnoses = diagnoses;
    }

    @Override
    public Integer call() throws IOException {
        TaskConfig<DiagnoseConfig> read =
                config.read(
                        vocabulary,
                        DiagnoseConfig.DIAGNOSIS,
                        DiagnoseConfig.class,
                        diagnoses.keys());
        DiagnoseConfig shared = read.shared();
        shared.threads().ifPresent(EngineFacts::setThreads);
        DiagnosisFolder folder = new DiagnosisFolder(config.folder(shared.out()), overwrite);
        folder.check();
        SceneSource scenes = shared.scenes().source(read.places());
        Diagnosis diagnosis = diagnoses.get(shared.diagnosis());
        try (DiagnosisReport report = new DiagnosisReport(out(), line().getErr())) {
            DiagnosisPage page =
                    diagnosis.diagnose(read, new DiagnosisSetting(scenes, device.device(), report));
            Map<String, Object> described = new LinkedHashMap<>();
            described.put("shared", shared);
            described.put(diagnosis.name(), read.own());
            folder.write(page, described, Versions.all());
            report.ends(page, folder.path());
        }
        return 0;
    }
}
