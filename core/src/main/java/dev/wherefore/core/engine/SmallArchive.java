package dev.wherefore.core.engine;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Writes a TorchScript archive of one module without parameters, from its source text. */
final class SmallArchive {

    private static final byte[] NO_CONSTANTS = {(byte) 0x80, 2, ')', '.'};

    private SmallArchive() {}

    /**
     * Returns the archive of a module.
     *
     * @param className the module's class, defined in {@code source} as {@code class NAME(Module)}
     *     with the one attribute {@code training}
     * @param source the text of {@code code/__torch__.py}
     * @return the archive's bytes
     */
    static byte[] of(String className, String source) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            write(zip, "data.pkl", pickledInstance(className));
            write(zip, "code/__torch__.py", source.getBytes(StandardCharsets.UTF_8));
            write(zip, "constants.pkl", NO_CONSTANTS);
            write(zip, "version", "3\n".getBytes(StandardCharsets.UTF_8));
        }
        return bytes.toByteArray();
    }

    /** Returns the text of a resource beside this class. */
    static String resource(String name) throws IOException {
        try (InputStream stream = SmallArchive.class.getResourceAsStream(name)) {
            if (stream == null) {
                throw new IOException("the resource " + name + " is missing from the jar");
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static void write(ZipOutputStream zip, String name, byte[] content) throws IOException {
        zip.putNextEntry(new ZipEntry("program/" + name));
        zip.write(content);
        zip.closeEntry();
    }

    /** Pickle, protocol 2: an instance of the class whose state is {@code {"training": False}}. */
    private static byte[] pickledInstance(String className) {
        ByteArrayOutputStream pickle = new ByteArrayOutputStream();
        pickle.writeBytes(new byte[] {(byte) 0x80, 2});
        pickle.writeBytes(("c__torch__\n" + className + "\n").getBytes(StandardCharsets.UTF_8));
        pickle.writeBytes(new byte[] {')', (byte) 0x81, '}', '(', 'X', 8, 0, 0, 0});
        pickle.writeBytes("training".getBytes(StandardCharsets.UTF_8));
        pickle.writeBytes(new byte[] {(byte) 0x89, 'u', 'b', '.'});
        return pickle.toByteArray();
    }
}
