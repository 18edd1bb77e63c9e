package dev.wherefore.core.network;

/**
 * Something that a network takes.
 *
 * @param name what the network calls it
 * @param type of which type it is, in TorchScript's words: {@code Tensor}, {@code int}
 * @param optional whether the network does without
 */
public record InputSlot(String name, String type, boolean optional) {}
