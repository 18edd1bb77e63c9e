/**
 * TorchScript networks: the program in an archive is text, and is rewritten on loading so that
 * every named layer can be tapped and every ReLU cut.
 *
 * <p>One archive's way: {@link dev.wherefore.core.network.torchscript.TorchScriptArchive} opens the
 * zip, {@link dev.wherefore.core.network.torchscript.Program} parses its sources, {@link
 * dev.wherefore.core.network.torchscript.ModuleTree} numbers the layers, {@link
 * dev.wherefore.core.network.torchscript.ProgramRewriter} writes the twins, {@link
 * dev.wherefore.core.network.torchscript.TorchScriptNetwork} runs the result.
 */
@NullMarked
package dev.wherefore.core.network.torchscript;

import org.jspecify.annotations.NullMarked;
