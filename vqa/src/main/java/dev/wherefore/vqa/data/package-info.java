/** Questions about pictures, and where people looked to answer them, read from files. */
@NullMarked
package dev.wherefore.vqa.data;

import org.jspecify.annotations.NullMarked;
