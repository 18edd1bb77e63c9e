/** What captioning's tests share. */
@NullMarked
package dev.wherefore.captioning.support;

import org.jspecify.annotations.NullMarked;
