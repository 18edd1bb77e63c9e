package dev.wherefore.captioning.config;

import dev.wherefore.core.experiment.config.ConfigDoc;
import dev.wherefore.core.experiment.config.ConfigNumbers;
import dev.wherefore.core.network.block.NetworkConfig;
import dev.wherefore.core.text.SpecialTokens;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The captioner: two files, an encoder and a decoder, or one that takes pictures and words at once.
 *
 * @param encoder the image network: a TorchScript archive, or weights
 * @param network which network the encoder's weights are of; where none is given, the file tells
 * @param decoder a TorchScript archive or safetensors: features and token ids in, logits out
 * @param joined a TorchScript archive: pictures and token ids in, logits out
 * @param imagePart of a joined network, the layer that is the image network
 * @param output the output that holds the features of an encoder or the logits of a joined network
 * @param tokenizer the tokenizer.json
 * @param begin the token that begins a caption
 * @param end the token that ends it
 * @param pad the token that fills up shorter captions
 * @param unknown the token for words that the tokenizer does not know
 * @param longest how many tokens a caption may have at most, those that begin and end it left aside
 */
public record CaptionerConfig(
        @ConfigDoc(
                        value =
                                "The image network: a TorchScript archive, or weights as"
                                        + " safetensors or as PyTorch's state dict; it gives the"
                                        + " decoder's features.",
                        mustExist = true)
                Optional<Path> encoder,
        @ConfigDoc(
                        "Which network the encoder's weights are of, with 0 classes; left out, the"
                                + " file's own metadata tell, or it is TorchScript.")
                Optional<NetworkConfig> network,
        @ConfigDoc(
                        value =
                                "The decoder: a TorchScript archive, (features, token ids) to"
                                        + " logits; or safetensors that `wherefore train` has"
                                        + " saved.",
                        mustExist = true)
                Optional<Path> decoder,
        @ConfigDoc(
                        value =
                                "Instead of encoder and decoder: a TorchScript archive, (pictures,"
                                        + " token ids) to logits.",
                        mustExist = true)
                Optional<Path> joined,
        @ConfigDoc(
                        "Of a joined network, the layer that is its image network: guided"
                                + " backpropagation cuts the ReLUs below it alone; left out, all.")
                Optional<String> imagePart,
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
                        value =
                                "The token that begins a caption, its text or its number; left"
                                        + " out, one with a usual name such as [BOS].",
                        orNumber = true)
                Optional<String> begin,
        @ConfigDoc(
                        value = "The token that ends a caption; left out, one such as [EOS].",
                        orNumber = true)
                Optional<String> end,
        @ConfigDoc(
                        value = "The token that fills up captions; left out, one such as [PAD].",
                        orNumber = true)
                Optional<String> pad,
        @ConfigDoc(
                        value =
                                "The token for words that the tokenizer does not know; left out,"
                                        + " one such as [UNK].",
                        orNumber = true)
                Optional<String> unknown,
        @ConfigDoc(
                        value =
                                "How many tokens a caption may have at most, without those that"
                                        + " begin and end it.",
                        preset = "30")
                int longest) {

    /** Checks that there is one captioner. */
    public CaptionerConfig {
        if (joined.isPresent() && (encoder.isPresent() || decoder.isPresent())) {
            throw new IllegalArgumentException(
                    "joined is a captioner by itself; leave out encoder and decoder");
        }
        if (joined.isEmpty() && (encoder.isEmpty() || decoder.isEmpty())) {
            throw new IllegalArgumentException(
                    "a captioner is encoder and decoder, or joined; found "
                            + (encoder.isPresent()
                                    ? "encoder alone"
                                    : decoder.isPresent() ? "decoder alone" : "none of them"));
        }
        if (imagePart.isPresent() && joined.isEmpty()) {
            throw new IllegalArgumentException(
                    "image-part is for joined; an encoder is an image network by itself");
        }
        if (network.isPresent() && encoder.isEmpty()) {
            throw new IllegalArgumentException(
                    "network says what an encoder is, and there is none");
        }
        ConfigNumbers.requireAtLeast("longest", longest, 1);
    }

    /**
     * Returns which tokens are special.
     *
     * @return what the config names
     */
    public SpecialTokens specials() {
        return new SpecialTokens(begin, end, pad, unknown);
    }
}
