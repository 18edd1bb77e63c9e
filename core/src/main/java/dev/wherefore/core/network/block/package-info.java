/**
 * Networks written here as DJL blocks, under torchvision's names: they can be trained, loaded from
 * a state dict, and tapped.
 */
@NullMarked
package dev.wherefore.core.network.block;

import org.jspecify.annotations.NullMarked;
