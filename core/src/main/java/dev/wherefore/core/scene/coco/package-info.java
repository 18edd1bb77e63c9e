/** Folders of scenes: PNG pictures, and their truth as JSON in the formats of COCO and VQA v2. */
@NullMarked
package dev.wherefore.core.scene.coco;

import org.jspecify.annotations.NullMarked;
