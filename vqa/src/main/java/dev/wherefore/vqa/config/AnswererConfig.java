package dev.wherefore.vqa.config;

import dev.wherefore.core.experiment.config.ConfigDoc;
import dev.wherefore.core.experiment.config.ConfigNumbers;
import dev.wherefore.core.network.block.NetworkConfig;
import dev.wherefore.core.target.Likelihood;
import dev.wherefore.core.text.SpecialTokens;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * The network that answers questions: two files, an encoder and an answer head, or one that takes
 * pictures and questions at once.
 *
 * @param encoder the image network: a TorchScript archive, or weights
 * @param network which network the encoder's weights are of; where none is given, the file tells
 * @param head a TorchScript archive or safetensors: features and token ids in, logits out
 * @param joined a TorchScript archive: pictures, token ids and what else it takes in, logits out
 * @param inputs what a joined network's inputs are given, in their order
 * @param imagePart of a joined network, the layer that is the image network
 * @param words of a joined network, the layer that embeds the question's tokens
 * @param output the output that holds the features of an encoder or the logits of a joined network
 * @param tokenizer the tokenizer.json
 * @param pad the token that fills up shorter questions
 * @param unknown the token for words that the tokenizer does not know
 * @param frame the tokens put before and after a question
 * @param longest how many tokens a question may have, the frame's among them
 * @param answers the answers, one a line, in the order of the logits
 * @param scores how logits become probabilities
 * @param says how answers are scored, of a network that says them token by token
 */
public record AnswererConfig(
        @ConfigDoc(
                        value =
                                "The image network: a TorchScript archive, or weights as"
                                        + " safetensors or as PyTorch's state dict; it gives the"
                                        + " head's features.",
                        mustExist = true)
                Optional<Path> encoder,
        @ConfigDoc(
                        "Which network the encoder's weights are of, with 0 classes; left out, the"
                                + " file's own metadata tell, or it is TorchScript.")
                Optional<NetworkConfig> network,
        @ConfigDoc(
                        value =
                                "The answer head: a TorchScript archive, (features, token ids) to"
                                        + " logits; or safetensors that `wherefore train` has"
                                        + " saved.",
                        mustExist = true)
                Optional<Path> head,
        @ConfigDoc(
                        value =
                                "Instead of encoder and head: a TorchScript archive, (pictures,"
                                        + " token ids, …) to logits.",
                        mustExist = true)
                Optional<Path> joined,
        @ConfigDoc(
                        value =
                                "What each input of a joined network is given: image, question,"
                                        + " answer, mask (1 for real tokens), zeros, ones, or a"
                                        + " number; left out, image, question, and a mask where it"
                                        + " is called one.",
                        preset = "[]")
                List<String> inputs,
        @ConfigDoc(
                        "Of a joined network, the layer that is its image network: guided"
                                + " backpropagation cuts the ReLUs below it alone; left out, all.")
                Optional<String> imagePart,
        @ConfigDoc(
                        "Of a joined network, the layer that embeds the question's tokens; left"
                                + " out, the only embedding there is.")
                Optional<String> words,
        @ConfigDoc(
                        value =
                                "The output that holds the encoder's features or the joined"
                                        + " network's logits, where there are several: its key, or"
                                        + " its number from 0; left out, the first.",
                        orNumber = true)
                Optional<String> output,
        @ConfigDoc(
                        value = "The words: a tokenizer.json of Hugging Face's tokenizers.",
                        mustExist = true)
                Path tokenizer,
        @ConfigDoc(
                        value = "The token that fills up questions; left out, one such as [PAD].",
                        orNumber = true)
                Optional<String> pad,
        @ConfigDoc(
                        value =
                                "The token for words that the tokenizer does not know; left out,"
                                        + " one such as [UNK].",
                        orNumber = true)
                Optional<String> unknown,
        @ConfigDoc(value = "Tokens that are put before and after each question.", preset = "[]")
                List<String> frame,
        @ConfigDoc("How many tokens a question may have at most, the frame's among them.")
                Optional<Integer> longest,
        @ConfigDoc(
                        value =
                                "The answers, one a line, in the order of the network's logits; of"
                                        + " a network that says its answers, those to choose from.",
                        mustExist = true)
                Path answers,
        @ConfigDoc(
                        value =
                                "How logits become probabilities: of answers that exclude each"
                                    + " other (softmax), that are each right or wrong (sigmoid), or"
                                    + " they are probabilities already.",
                        preset = "softmax")
                Likelihood scores,
        @ConfigDoc(
                        "For a network that says its answers token by token, (pictures, question"
                                + " ids, answer ids) to logits of the next token.")
                Optional<SayingConfig> says) {

    private static final int FRAME = 2;

    /** Checks that there is one network. */
    public AnswererConfig {
        frame = List.copyOf(frame);
        inputs = List.copyOf(inputs);
        if (joined.isPresent() && (encoder.isPresent() || head.isPresent())) {
            throw new IllegalArgumentException(
                    "joined is a network by itself; leave out encoder and head");
        }
        if (joined.isEmpty() && (encoder.isEmpty() || head.isEmpty())) {
            throw new IllegalArgumentException(
                    "a network that answers is encoder and head, or joined; found "
                            + (encoder.isPresent()
                                    ? "encoder alone"
                                    : head.isPresent() ? "head alone" : "none of them"));
        }
        if (joined.isEmpty() && (imagePart.isPresent() || words.isPresent() || !inputs.isEmpty())) {
            throw new IllegalArgumentException(
                    "image-part, words and inputs are for joined; encoder and head are known"
                            + " parts");
        }
        if (network.isPresent() && encoder.isEmpty()) {
            throw new IllegalArgumentException(
                    "network says what an encoder is, and there is none");
        }
        if (says.isPresent() && joined.isEmpty()) {
            throw new IllegalArgumentException("says is for joined");
        }
        if (!frame.isEmpty() && frame.size() != FRAME) {
            throw new IllegalArgumentException(
                    "frame must be two tokens, such as [\"[CLS]\", \"[SEP]\"], found " + frame);
        }
        longest.ifPresent(n -> ConfigNumbers.requireAtLeast("longest", n, 1));
    }

    /**
     * Returns which tokens are special.
     *
     * @return what the config names
     */
    public SpecialTokens specials() {
        return new SpecialTokens(Optional.empty(), Optional.empty(), pad, unknown);
    }
}
