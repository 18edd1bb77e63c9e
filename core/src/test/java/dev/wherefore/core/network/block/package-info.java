/** Tests of the networks that are written here. */
@NullMarked
package dev.wherefore.core.network.block;

import org.jspecify.annotations.NullMarked;
