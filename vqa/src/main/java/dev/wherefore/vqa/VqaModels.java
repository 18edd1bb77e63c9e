package dev.wherefore.vqa;

import ai.djl.Device;
import dev.wherefore.core.Opening;
import dev.wherefore.core.experiment.config.ConfigPlaces;
import dev.wherefore.core.network.Layer;
import dev.wherefore.core.network.LayerRun;
import dev.wherefore.core.network.Network;
import dev.wherefore.core.network.load.NetworkLoader;
import dev.wherefore.core.target.Labels;
import dev.wherefore.core.target.Likelihood;
import dev.wherefore.core.target.ScoreKind;
import dev.wherefore.core.text.Tokenizer;
import dev.wherefore.vqa.asking.QuestionTokens;
import dev.wherefore.vqa.config.AnswererConfig;
import dev.wherefore.vqa.head.AnswerHeads;
import dev.wherefore.vqa.network.AnswerForm;
import dev.wherefore.vqa.network.EncoderHead;
import dev.wherefore.vqa.network.GivenInputs;
import dev.wherefore.vqa.network.JoinedVqa;
import dev.wherefore.vqa.network.LogitForm;
import dev.wherefore.vqa.network.SaidAnswers;
import dev.wherefore.vqa.network.SaidForm;
import dev.wherefore.vqa.network.VqaNetwork;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Loads the networks that configs describe. */
public final class VqaModels {

    private final NetworkLoader networks;

    /**
     * Constructs the loader.
     *
     * @param networks loads image networks and joined ones
     */
    @Inject
    public VqaModels(NetworkLoader networks) {
        this.networks = networks;
    }

    /**
     * Returns what is made of a network; if that fails the network is closed.
     *
     * @param <T> what is made of it; closes the network with itself
     * @param config what the config says of it
     * @param places where the keys of the config were written
     * @param device where it shall run
     * @param use makes something of the network
     * @return what was made
     * @throws dev.wherefore.core.UserError if a file cannot be loaded
     */
    public <T> T open(
            AnswererConfig config, ConfigPlaces places, Device device, Function<VqaModel, T> use) {
        Labels answers =
                places.at("model.answers", () -> Labels.read(config.answers(), Labels.Sort.ANSWER));
        Tokenizer words =
                places.at(
                        "model.tokenizer",
                        () -> Tokenizer.readUnframed(config.tokenizer(), config.specials()));
        return Opening.closingIfFailed(
                words,
                tokenizer -> {
                    QuestionTokens tokens =
                            places.at(
                                    "model.frame",
                                    () ->
                                            new QuestionTokens(
                                                    tokenizer, config.frame(), config.longest()));
                    Parts parts = new Parts(config, places, device, tokenizer, tokens, answers);
                    boolean says = config.says().isPresent();
                    return Opening.closingIfFailed(
                            network(parts),
                            network ->
                                    use.apply(
                                            new VqaModel(
                                                    network,
                                                    tokenizer,
                                                    tokens,
                                                    answers,
                                                    says
                                                            ? Likelihood.PROBABILITIES
                                                            : config.scores(),
                                                    says
                                                            ? ScoreKind.LOG_PROBABILITY
                                                            : ScoreKind.LOGIT,
                                                    true)));
                });
    }

    /** What a network is made of. */
    private record Parts(
            AnswererConfig config,
            ConfigPlaces places,
            Device device,
            Tokenizer tokenizer,
            QuestionTokens tokens,
            Labels answers) {}

    private VqaNetwork network(Parts parts) {
        AnswererConfig config = parts.config();
        ConfigPlaces places = parts.places();
        Optional<Path> joined = config.joined();
        if (joined.isPresent()) {
            return Opening.closingIfFailed(
                    places.at("model.joined", () -> load(joined.get(), parts)),
                    network -> joined(network, parts));
        }
        Network encoder =
                places.at("model.encoder", () -> load(config.encoder().orElseThrow(), parts));
        return Opening.closingIfFailed(
                encoder,
                image ->
                        new EncoderHead(
                                image,
                                config.output().orElse(""),
                                places.at(
                                        "model.head",
                                        () ->
                                                AnswerHeads.load(
                                                        config.head().orElseThrow(),
                                                        parts.device()))));
    }

    private static VqaNetwork joined(Network network, Parts parts) {
        AnswererConfig config = parts.config();
        ConfigPlaces places = parts.places();
        GivenInputs given =
                places.at(
                        config.inputs().isEmpty() ? "model.joined" : "model.inputs",
                        () ->
                                GivenInputs.of(
                                        network.inputs(),
                                        config.inputs(),
                                        config.says().isPresent(),
                                        parts.tokens().pad()));
        config.imagePart().ifPresent(p -> places.at("model.image-part", () -> network.layer(p)));
        config.words().ifPresent(w -> places.at("model.words", () -> network.layer(w)));
        Optional<LayerRun> words = words(network, config.words());
        String output = config.output().orElse("");
        String imagePart = config.imagePart().orElse("");
        AnswerForm form =
                config.says()
                        .<AnswerForm>map(
                                says ->
                                        places.at(
                                                "model.says",
                                                () ->
                                                        new SaidForm(
                                                                SaidAnswers.of(
                                                                        parts.tokenizer(),
                                                                        says,
                                                                        parts.answers()))))
                        .orElseGet(LogitForm::new);
        return new JoinedVqa(network, given, output, imagePart, words, form);
    }

    /** The layer that is named; else the only embedding that the network has. */
    private static Optional<LayerRun> words(Network network, Optional<String> named) {
        if (named.isPresent()) {
            return named.map(LayerRun::parse);
        }
        List<Layer> embeddings =
                network.layers().stream()
                        .filter(l -> l.type().equals("Embedding") && l.isTappable())
                        .toList();
        return embeddings.size() == 1
                ? Optional.of(LayerRun.parse(embeddings.get(0).name()))
                : Optional.empty();
    }

    private Network load(Path file, Parts parts) {
        return networks.load(file, parts.config().network(), NetworkLoader.FORWARD, parts.device());
    }
}
