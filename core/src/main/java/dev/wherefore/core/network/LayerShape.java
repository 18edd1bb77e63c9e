package dev.wherefore.core.network;

import ai.djl.ndarray.types.Shape;

/**
 * What one run of a layer gave in a pass.
 *
 * @param layer the layer's name
 * @param run which run of this layer it was, from 1
 * @param shape the shape of what it gave
 */
public record LayerShape(String layer, int run, Shape shape) {}
