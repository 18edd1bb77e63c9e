package dev.wherefore.core.network.torchscript;

/** Says that a program's text is not TorchScript as PyTorch writes it. */
final class MalformedProgramException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    MalformedProgramException(String message) {
        super(message);
    }
}
