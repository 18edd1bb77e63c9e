package dev.wherefore.classification;

import dev.wherefore.core.experiment.config.ConfigDoc;
import dev.wherefore.core.network.block.NetworkConfig;
import dev.wherefore.core.target.Likelihood;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The network and how its classes are read.
 *
 * @param path a TorchScript archive, or weights
 * @param network which network weights are of; where none is given, the file tells
 * @param method the method that runs the network
 * @param output the output that holds the scores {@code (B, K)}; where none is given, the first
 * @param scores what the output holds
 * @param labels the classes' names, one a line, in order
 */
public record ModelConfig(
        @ConfigDoc(
                        value =
                                "The network: a TorchScript archive, or weights as safetensors or"
                                        + " as PyTorch's state dict.",
                        mustExist = true)
                Path path,
        @ConfigDoc(
                        "Which network the weights are of; left out, the file's own metadata tell,"
                                + " or it is TorchScript.")
                Optional<NetworkConfig> network,
        @ConfigDoc(value = "The method that runs the network.", preset = "forward") String method,
        @ConfigDoc(
                        value =
                                "The output that holds the scores, where the network has several:"
                                        + " its key, or its number from 0; left out, the first.",
                        orNumber = true)
                Optional<String> output,
        @ConfigDoc(
                        value =
                                "What the output holds: logits of classes that exclude each other"
                                        + " (softmax), logits of classes each there or not"
                                        + " (sigmoid), or probabilities.",
                        preset = "softmax")
                Likelihood scores,
        @ConfigDoc(value = "A text file with the name of a class in each line.", mustExist = true)
                Optional<Path> labels) {}
