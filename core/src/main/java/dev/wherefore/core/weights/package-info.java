/** Networks' weights in files: safetensors and PyTorch's state dicts, read without Python. */
@NullMarked
package dev.wherefore.core.weights;

import org.jspecify.annotations.NullMarked;
