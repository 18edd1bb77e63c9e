/** Classification. */
@NullMarked
package dev.wherefore.classification;

import org.jspecify.annotations.NullMarked;
