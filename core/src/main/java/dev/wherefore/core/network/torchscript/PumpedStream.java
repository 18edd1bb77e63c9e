package dev.wherefore.core.network.torchscript;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/**
 * A stream to read what a writer writes, as it writes it: an archive of any size needs neither a
 * temporary file nor memory for all of it.
 */
final class PumpedStream extends InputStream {

    private static final int BUFFER = 1 << 20;

    private final PipedInputStream pipe = new PipedInputStream(BUFFER);
    private final AtomicReference<Throwable> failure = new AtomicReference<>();
    private final Thread writerThread;

    /** Writes all there is to write. */
    @FunctionalInterface
    interface Writer {
        void write(OutputStream to) throws IOException;
    }

    PumpedStream(Writer writer) throws IOException {
        PipedOutputStream end = new PipedOutputStream(pipe);
        writerThread =
                new Thread(
                        () -> {
                            try (end) {
                                writer.write(end);
                            } catch (IOException | RuntimeException e) {
                                failure.set(e);
                            }
                        },
                        "wherefore-archive-copy");
        writerThread.setDaemon(true);
        writerThread.start();
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        return pipe.read(bytes, offset, length);
    }

    /**
     * What ended the writing too early. The reader sees the end of the stream there: PyTorch's own
     * reader goes round for ever if a stream throws.
     */
    Optional<Throwable> failure() {
        return Optional.ofNullable(failure.get());
    }

    @Override
    public void close() throws IOException {
        pipe.close();
        try {
            writerThread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
