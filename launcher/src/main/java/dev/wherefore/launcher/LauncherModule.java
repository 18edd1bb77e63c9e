package dev.wherefore.launcher;

import com.google.inject.AbstractModule;
import com.google.inject.Provides;
import com.google.inject.Singleton;
import com.google.inject.multibindings.MapBinder;
import dev.wherefore.core.check.Checks;
import dev.wherefore.core.diagnose.DiagnoseConfig;
import dev.wherefore.core.diagnose.DiagnoseModule;
import dev.wherefore.core.diagnose.Diagnoses;
import dev.wherefore.core.evaluate.EvaluateConfig;
import dev.wherefore.core.evaluate.EvaluateModule;
import dev.wherefore.core.experiment.DrawConfig;
import dev.wherefore.core.experiment.ExplainConfig;
import dev.wherefore.core.experiment.Task;
import dev.wherefore.core.experiment.TaskModule;
import dev.wherefore.core.experiment.config.ConfigReader;
import dev.wherefore.core.experiment.config.Vocabulary;
import dev.wherefore.core.method.Method;
import dev.wherefore.core.method.MethodModule;
import dev.wherefore.core.method.Methods;
import dev.wherefore.core.metric.Baselines;
import dev.wherefore.core.metric.Metrics;
import dev.wherefore.core.network.block.NetworkConfig;
import dev.wherefore.core.network.block.NetworkFamilies;
import dev.wherefore.core.network.block.NetworkModule;
import dev.wherefore.core.network.load.NetworkLoader;
import dev.wherefore.core.render.ColorMaps;
import dev.wherefore.core.train.TrainingTask;
import dev.wherefore.launcher.serve.ServedModels;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;

/** Binds the commands and what they need. Nothing is bound that is not named here. */
final class LauncherModule extends AbstractModule {

    @Override
    protected void configure() {
        binder().requireExplicitBindings();
        binder().requireAtInjectOnConstructors();
        binder().requireExactBindingAnnotations();
        install(new MethodModule());
        install(new NetworkModule());
        bind(NetworkLoader.class);
        install(new EvaluateModule());
        install(new DiagnoseModule());
        // declared empty, so that a class path without tasks is said in words by the commands
        MapBinder.newMapBinder(binder(), String.class, Task.class);
        ServiceLoader.load(TaskModule.class).forEach(this::install);
        bind(ColorMaps.class).toInstance(new ColorMaps());
        MapBinder.newMapBinder(binder(), String.class, TrainingTask.class);
        bind(Tasks.class);
        bind(TrainingTasks.class);
        bind(WhereforeCommand.class);
        bind(DoctorCommand.class);
        bind(RunCommand.class);
        bind(TrainCommand.class);
        bind(EvaluateCommand.class);
        bind(DiagnoseCommand.class);
        bind(LayersCommand.class);
        bind(LayerAdviser.class);
        bind(MethodsCommand.class);
        bind(SchemaCommand.class);
        bind(ScenesCommand.class);
        bind(ServedModels.Opener.class);
        bind(ServeCommand.class);
        bind(CompletionCommand.class);
    }

    @Provides
    @Singleton
    Vocabulary vocabulary(
            Methods methods,
            ColorMaps colors,
            NetworkFamilies families,
            Metrics metrics,
            Baselines baselines,
            Checks checks,
            Diagnoses diagnoses,
            Tasks tasks) {
        List<String> names =
                methods.all().stream().map(Method::card).map(card -> card.name()).toList();
        return new Vocabulary(
                Map.of(
                        ExplainConfig.METHOD, names,
                        DrawConfig.COLORS, colors.names(false),
                        DrawConfig.SIGNED_COLORS, colors.names(true),
                        NetworkConfig.FAMILIES, families.names(),
                        EvaluateConfig.METRIC, metrics.names(),
                        EvaluateConfig.BASELINE, baselines.names(),
                        EvaluateConfig.CHECK, checks.names(),
                        DiagnoseConfig.DIAGNOSIS, diagnoses.names(),
                        ConfigReader.TASK, List.copyOf(tasks.keys().keySet())));
    }
}
