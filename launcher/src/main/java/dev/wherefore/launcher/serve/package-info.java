/** The page and the API of {@code wherefore serve}: networks that explain pictures by request. */
@NullMarked
package dev.wherefore.launcher.serve;

import org.jspecify.annotations.NullMarked;
