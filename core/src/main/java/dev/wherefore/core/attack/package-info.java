/** Attacks: small changes of pictures after which a network says something else. */
@NullMarked
package dev.wherefore.core.attack;

import org.jspecify.annotations.NullMarked;
