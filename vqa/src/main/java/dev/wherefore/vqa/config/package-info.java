/** The keys that only configs of VQA have. */
@NullMarked
package dev.wherefore.vqa.config;

import org.jspecify.annotations.NullMarked;
