package dev.wherefore.core.image;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import javax.imageio.stream.MemoryCacheImageInputStream;

/**
 * A file's bytes in memory for an image reader, with an end to patience: a reader that takes the
 * end of the file for zeros would otherwise go on for as many pixels as a damaged header names.
 */
final class PatientInput extends MemoryCacheImageInputStream {

    private static final int PATIENCE = 10_000;

    private int readsPastEnd;

    PatientInput(byte[] bytes) {
        super(new ByteArrayInputStream(bytes));
    }

    @Override
    public int read() throws IOException {
        return counted(super.read());
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        return counted(super.read(bytes, offset, length));
    }

    private int counted(int result) throws IOException {
        if (result < 0 && ++readsPastEnd > PATIENCE) {
            throw new IOException("the file is shorter than it says");
        }
        return result;
    }
}
