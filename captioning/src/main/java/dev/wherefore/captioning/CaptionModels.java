package dev.wherefore.captioning;

import ai.djl.Device;
import dev.wherefore.captioning.config.CaptionerConfig;
import dev.wherefore.captioning.decoder.TextDecoders;
import dev.wherefore.captioning.network.CaptionNetwork;
import dev.wherefore.captioning.network.EncoderDecoder;
import dev.wherefore.captioning.network.JoinedNetwork;
import dev.wherefore.core.Opening;
import dev.wherefore.core.experiment.config.ConfigPlaces;
import dev.wherefore.core.network.Network;
import dev.wherefore.core.network.load.NetworkLoader;
import dev.wherefore.core.text.Tokenizer;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Function;

/** Loads the captioners that configs describe. */
public final class CaptionModels {

    private final NetworkLoader networks;

    /**
     * Constructs the loader.
     *
     * @param networks loads image networks and joined ones
     */
    @Inject
    public CaptionModels(NetworkLoader networks) {
        this.networks = networks;
    }

    /**
     * Returns what is made of a captioner; if that fails the captioner is closed.
     *
     * @param <T> what is made of it; closes the captioner with itself
     * @param config what the config says of it
     * @param places where the keys of the config were written
     * @param device where it shall run
     * @param use makes something of the captioner
     * @return what was made
     * @throws dev.wherefore.core.UserError if a file cannot be loaded
     */
    public <T> T open(
            CaptionerConfig config,
            ConfigPlaces places,
            Device device,
            Function<CaptionModel, T> use) {
        Tokenizer tokenizer =
                places.at(
                        "model.tokenizer",
                        () -> Tokenizer.read(config.tokenizer(), config.specials()));
        return Opening.closingIfFailed(
                tokenizer,
                words ->
                        Opening.closingIfFailed(
                                network(config, places, device),
                                network ->
                                        use.apply(
                                                new CaptionModel(
                                                        network, words, config.longest()))));
    }

    private CaptionNetwork network(CaptionerConfig config, ConfigPlaces places, Device device) {
        String output = config.output().orElse("");
        Optional<Path> joined = config.joined();
        if (joined.isPresent()) {
            return Opening.closingIfFailed(
                    places.at("model.joined", () -> load(joined.get(), config, device)),
                    network -> {
                        config.imagePart()
                                .ifPresent(
                                        part ->
                                                places.at(
                                                        "model.image-part",
                                                        () -> network.layer(part)));
                        return new JoinedNetwork(network, output, config.imagePart().orElse(""));
                    });
        }
        Network encoder =
                places.at(
                        "model.encoder",
                        () -> load(config.encoder().orElseThrow(), config, device));
        return Opening.closingIfFailed(
                encoder,
                image ->
                        new EncoderDecoder(
                                image,
                                output,
                                places.at(
                                        "model.decoder",
                                        () ->
                                                TextDecoders.load(
                                                        config.decoder().orElseThrow(), device))));
    }

    private Network load(Path file, CaptionerConfig config, Device device) {
        return networks.load(file, config.network(), NetworkLoader.FORWARD, device);
    }
}
