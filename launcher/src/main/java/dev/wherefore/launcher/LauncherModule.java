package dev.wherefore.launcher;

import com.google.inject.AbstractModule;
import com.google.inject.Provides;
import com.google.inject.Singleton;
import com.google.inject.multibindings.MapBinder;
import dev.wherefore.core.experiment.DrawConfig;
import dev.wherefore.core.experiment.ExplainConfig;
import dev.wherefore.core.experiment.Task;
import dev.wherefore.core.experiment.TaskModule;
import dev.wherefore.core.experiment.config.ConfigReader;
import dev.wherefore.core.experiment.config.Vocabulary;
import dev.wherefore.core.method.Method;
import dev.wherefore.core.method.MethodModule;
import dev.wherefore.core.method.Methods;
import dev.wherefore.core.render.ColorMaps;
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
        // declared empty, so that a class path without tasks is said in words by the commands
        MapBinder.newMapBinder(binder(), String.class, Task.class);
        ServiceLoader.load(TaskModule.class).forEach(this::install);
        bind(ColorMaps.class).toInstance(new ColorMaps());
        bind(Tasks.class);
        bind(WhereforeCommand.class);
        bind(DoctorCommand.class);
        bind(RunCommand.class);
        bind(LayersCommand.class);
        bind(MethodsCommand.class);
        bind(SchemaCommand.class);
        bind(ScenesCommand.class);
        bind(CompletionCommand.class);
    }

    @Provides
    @Singleton
    Vocabulary vocabulary(Methods methods, ColorMaps colors, Tasks tasks) {
        List<String> names =
                methods.all().stream().map(Method::card).map(card -> card.name()).toList();
        return new Vocabulary(
                Map.of(
                        ExplainConfig.METHOD, names,
                        DrawConfig.COLORS, colors.names(false),
                        DrawConfig.SIGNED_COLORS, colors.names(true),
                        ConfigReader.TASK, List.copyOf(tasks.keys().keySet())));
    }
}
