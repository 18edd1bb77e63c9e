package dev.wherefore.classification;

import ai.djl.Device;
import dev.wherefore.core.Opening;
import dev.wherefore.core.network.Network;
import dev.wherefore.core.network.load.NetworkLoader;
import jakarta.inject.Inject;
import java.util.function.Function;

/** Loads the network that a config names. */
public final class ModelLoader {

    private final NetworkLoader networks;

    @Inject
    ModelLoader(NetworkLoader networks) {
        this.networks = networks;
    }

    /**
     * Returns the network.
     *
     * @param model what the config says of it
     * @param device where it shall run
     * @return the network, to be closed by the caller
     * @throws dev.wherefore.core.UserError if it cannot be loaded
     */
    public Network load(ModelConfig model, Device device) {
        return networks.load(model.path(), model.network(), model.method(), device);
    }

    /**
     * Returns what is made of the network; if that fails the network is closed.
     *
     * @param <T> what is made of it; closes the network with itself
     * @param model what the config says of it
     * @param device where it shall run
     * @param use makes something of the network
     * @return what was made
     * @throws dev.wherefore.core.UserError if it cannot be loaded
     */
    public <T> T open(ModelConfig model, Device device, Function<Network, T> use) {
        return Opening.closingIfFailed(load(model, device), use);
    }
}
