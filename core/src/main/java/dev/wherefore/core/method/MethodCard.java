package dev.wherefore.core.method;

/**
 * What a user needs to know to choose a method.
 *
 * @param name its name in configs, lower case with dashes
 * @param title its name in print
 * @param formula the raw map in one line
 * @param needs what it takes: gradients at a layer, at the input, cuts
 * @param cost its cost for one target, in forward (F) and backward (B) passes; a backward pass from
 *     the layer alone is b
 * @param source the paper or package it follows
 * @param goodFor when to use it
 * @param caution when not to, or what to mind
 */
public record MethodCard(
        String name,
        String title,
        String formula,
        String needs,
        String cost,
        String source,
        String goodFor,
        String caution) {}
