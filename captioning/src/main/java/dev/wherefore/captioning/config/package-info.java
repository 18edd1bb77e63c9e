/** The keys that only configs of captioning have. */
@NullMarked
package dev.wherefore.captioning.config;

import org.jspecify.annotations.NullMarked;
