package dev.wherefore.launcher;

import com.google.inject.Injector;
import com.google.inject.Key;
import picocli.CommandLine;
import picocli.CommandLine.IFactory;

/** Makes commands by Guice, and what Guice does not know (picocli's own) by picocli. */
final class GuiceFactory implements IFactory {

    private final Injector injector;

    GuiceFactory(Injector injector) {
        this.injector = injector;
    }

    @Override
    public <K> K create(Class<K> type) throws Exception {
        return injector.getExistingBinding(Key.get(type)) == null
                ? CommandLine.defaultFactory().create(type)
                : injector.getInstance(type);
    }
}
