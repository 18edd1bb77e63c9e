package dev.wherefore.core.network.block;

import com.google.inject.AbstractModule;
import com.google.inject.multibindings.MapBinder;
import java.util.List;

/** Binds every family of networks by its name. A new family is one class and one line here. */
public final class NetworkModule extends AbstractModule {

    private static final List<NetworkFamily> FAMILIES =
            List.of(
                    new ResNetFamily(),
                    new CifarResNetFamily(),
                    new VggFamily(),
                    new AlexNetFamily());

    @Override
    protected void configure() {
        MapBinder<String, NetworkFamily> binder =
                MapBinder.newMapBinder(binder(), String.class, NetworkFamily.class);
        FAMILIES.forEach(family -> binder.addBinding(family.name()).toInstance(family));
        bind(NetworkFamilies.class);
        bind(BlockNetworks.class);
    }
}
