/** What the tests of questions share. */
@NullMarked
package dev.wherefore.vqa.support;

import org.jspecify.annotations.NullMarked;
