package dev.wherefore.classification.diagnose;

import ai.djl.Device;
import com.google.inject.Guice;
import com.google.inject.Injector;
import dev.wherefore.classification.ClassificationModule;
import dev.wherefore.core.diagnose.DiagnoseConfig;
import dev.wherefore.core.diagnose.DiagnoseModule;
import dev.wherefore.core.diagnose.Diagnoses;
import dev.wherefore.core.diagnose.DiagnosisListener;
import dev.wherefore.core.diagnose.DiagnosisPage;
import dev.wherefore.core.diagnose.DiagnosisSetting;
import dev.wherefore.core.diagnose.PagePart;
import dev.wherefore.core.evaluate.EvaluateModule;
import dev.wherefore.core.experiment.ExplainConfig;
import dev.wherefore.core.experiment.config.ConfigReader;
import dev.wherefore.core.experiment.config.TaskConfig;
import dev.wherefore.core.experiment.config.Vocabulary;
import dev.wherefore.core.method.MethodModule;
import dev.wherefore.core.method.Methods;
import dev.wherefore.core.network.block.NetworkConfig;
import dev.wherefore.core.network.block.NetworkFamilies;
import dev.wherefore.core.network.block.NetworkModule;
import dev.wherefore.core.support.Reference;
import java.util.List;
import java.util.Map;

/** Makes the experiments of {@code configs/experiments}, with changes. */
final class Diagnosed {

    private Diagnosed() {}

    /** The page of a config of the project. */
    static DiagnosisPage by(String config, String... settings) {
        Injector injector =
                Guice.createInjector(
                        new MethodModule(),
                        new NetworkModule(),
                        new EvaluateModule(),
                        new DiagnoseModule(),
                        new ClassificationModule());
        Diagnoses diagnoses = injector.getInstance(Diagnoses.class);
        List<String> methods =
                injector.getInstance(Methods.class).all().stream()
                        .map(method -> method.card().name())
                        .toList();
        Vocabulary vocabulary =
                new Vocabulary(
                        Map.of(
                                ExplainConfig.METHOD, methods,
                                NetworkConfig.FAMILIES,
                                        injector.getInstance(NetworkFamilies.class).names(),
                                DiagnoseConfig.DIAGNOSIS, diagnoses.names()));
        TaskConfig<DiagnoseConfig> read =
                new ConfigReader(vocabulary)
                        .readChoice(
                                Reference.root().resolve("configs/experiments/" + config),
                                List.of(settings),
                                DiagnoseConfig.DIAGNOSIS,
                                DiagnoseConfig.class,
                                diagnoses.keys());
        DiagnosisListener nobody =
                new DiagnosisListener() {
                    @Override
                    public void begins(String what, int count, List<String> facts) {}

                    @Override
                    public void finished(int more) {}
                };
        return diagnoses
                .get(read.shared().diagnosis())
                .diagnose(
                        read,
                        new DiagnosisSetting(
                                read.shared().scenes().source(read.places()),
                                Device.cpu(),
                                nobody));
    }

    /** A table of a page, without its heads. */
    static List<List<String>> table(DiagnosisPage page, String name) {
        return page.parts().stream()
                .filter(PagePart.Table.class::isInstance)
                .map(PagePart.Table.class::cast)
                .filter(table -> table.name().equals(name))
                .findFirst()
                .orElseThrow()
                .rows();
    }

    /** The names of a page's pictures. */
    static List<String> pictures(DiagnosisPage page) {
        return page.parts().stream()
                .filter(PagePart.Picture.class::isInstance)
                .map(part -> ((PagePart.Picture) part).name())
                .toList();
    }
}
