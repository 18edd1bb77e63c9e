package dev.wherefore.core.network.torchscript;

import dev.wherefore.core.IoReason;
import dev.wherefore.core.UserError;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;

/**
 * A TorchScript archive: a zip with the program's text under {@code code/}, its constants, and its
 * weights. The file itself is only read.
 */
final class TorchScriptArchive implements AutoCloseable {

    private static final int LARGEST_SOURCE = 64 << 20;
    private static final int LARGEST_PICKLE_HEAD = 4096;
    private static final int LARGEST_PICKLE = 64 << 20;
    private static final Pattern FLOAT_STORAGE =
            Pattern.compile("torch\n(Half|BFloat16|Float|Double)Storage\n");
    private static final Map<String, Integer> OTHER_FLOATS =
            Map.of("Half", 5, "Double", 7, "BFloat16", 15);

    private final Path path;
    private final ZipFile zip;
    private final String folder;

    private TorchScriptArchive(Path path, ZipFile zip, String folder) {
        this.path = path;
        this.zip = zip;
        this.folder = folder;
    }

    /**
     * Opens an archive.
     *
     * @throws UserError if the file is not a TorchScript archive, saying what it is instead
     */
    static TorchScriptArchive open(Path path) {
        ModelFileCheck.check(path);
        ZipFile zip = null;
        try {
            zip = new ZipFile(path.toFile());
            String folder = ModelFileCheck.folder(path, zip);
            return new TorchScriptArchive(path, zip, folder);
        } catch (ZipException e) {
            throw new UserError(
                    path
                            + " is a damaged archive: it starts like one, but its table of contents"
                            + " cannot be read (truncated?)",
                    e);
        } catch (IOException e) {
            throw new UserError(path + " cannot be read: " + IoReason.of(e), e);
        } catch (UserError e) {
            closeQuietly(zip);
            throw e;
        }
    }

    private static void closeQuietly(@Nullable ZipFile zip) {
        try {
            if (zip != null) {
                zip.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Refuses an archive of which a part cannot be read or does not have its checksum. */
    void checkSums() {
        byte[] buffer = new byte[1 << 16];
        Enumeration<? extends ZipEntry> entries = zip.entries();
        while (entries.hasMoreElements()) {
            ZipEntry entry = entries.nextElement();
            try (CheckedInputStream stream =
                    new CheckedInputStream(zip.getInputStream(entry), new CRC32())) {
                long size = 0;
                int count = stream.read(buffer);
                while (count >= 0) {
                    size += count;
                    count = stream.read(buffer);
                }
                if (stream.getChecksum().getValue() != entry.getCrc() || size != entry.getSize()) {
                    throw damaged(entry, "does not have its checksum", Optional.empty());
                }
            } catch (IOException e) {
                throw damaged(entry, "cannot be unpacked", Optional.of(e));
            }
        }
    }

    private UserError damaged(ZipEntry entry, String how, Optional<IOException> cause) {
        String message =
                "%s is a damaged archive: '%s' in it %s; copy or download it again"
                        .formatted(path, entry.getName(), how);
        return cause.map(c -> new UserError(message, c)).orElseGet(() -> new UserError(message));
    }

    /** The text of each source file by its qualifier: {@code __torch__.torch.nn.functional}. */
    Map<String, String> sources() throws IOException {
        Map<String, String> sources = new LinkedHashMap<>();
        long total = 0;
        Enumeration<? extends ZipEntry> entries = zip.entries();
        while (entries.hasMoreElements()) {
            ZipEntry entry = entries.nextElement();
            if (isSource(entry.getName())) {
                total += entry.getSize();
                if (total > LARGEST_SOURCE) {
                    throw new UserError(path + " has more than 64 MB of program text");
                }
                sources.put(qualifier(entry.getName()), read(entry));
            }
        }
        return sources;
    }

    /** The qualified name of the class that the archive holds an instance of. */
    String rootClass() throws IOException {
        ZipEntry entry = zip.getEntry(folder + "data.pkl");
        try (InputStream stream = zip.getInputStream(entry)) {
            String head =
                    new String(stream.readNBytes(LARGEST_PICKLE_HEAD), StandardCharsets.ISO_8859_1);
            // pickle protocol 2 starts with a GLOBAL: c<module>\n<name>\n
            String[] lines = head.length() > 3 ? head.substring(3).split("\n", 3) : new String[0];
            if (lines.length < 3 || head.charAt(2) != 'c' || !lines[0].startsWith("__torch__")) {
                throw new UserError(
                        path
                                + " holds weights or data, not a TorchScript module; export the"
                                + " network with torch.jit.trace or torch.jit.script");
            }
            return lines[0] + "." + lines[1];
        }
    }

    /**
     * PyTorch's number of the floating-point type that all weights have, if it is not float32; 0 if
     * it is, or if there are several.
     */
    int floatType() throws IOException {
        Set<String> found = new HashSet<>();
        for (String name : List.of("data.pkl", "constants.pkl")) {
            try (InputStream stream = zip.getInputStream(zip.getEntry(folder + name))) {
                byte[] bytes = stream.readNBytes(LARGEST_PICKLE);
                Matcher storages =
                        FLOAT_STORAGE.matcher(new String(bytes, StandardCharsets.ISO_8859_1));
                while (storages.find()) {
                    found.add(storages.group(1));
                }
            }
        }
        return found.size() == 1 ? OTHER_FLOATS.getOrDefault(found.iterator().next(), 0) : 0;
    }

    /**
     * Writes a copy of the archive with other sources. Debug records, which speak of the old ones,
     * are left out.
     */
    void copy(Map<String, String> sources, OutputStream to) throws IOException {
        Map<String, String> rest = new HashMap<>(sources);
        try (ZipOutputStream out = new ZipOutputStream(to)) {
            out.setLevel(0);
            Enumeration<? extends ZipEntry> entries = zip.entries();
            while (entries.hasMoreElements()) {
                ZipEntry entry = entries.nextElement();
                String name = entry.getName();
                if (entry.isDirectory() || name.endsWith(".debug_pkl")) {
                    continue;
                }
                if (isSource(name)) {
                    rest.remove(qualifier(name));
                    put(out, name, sources.getOrDefault(qualifier(name), ""));
                } else {
                    copyEntry(entry, out);
                }
            }
            for (Map.Entry<String, String> added : rest.entrySet()) {
                String name = folder + "code/" + added.getKey().replace('.', '/') + ".py";
                put(out, name, added.getValue());
            }
        }
    }

    private void copyEntry(ZipEntry entry, ZipOutputStream out) throws IOException {
        ZipEntry copy = new ZipEntry(entry.getName());
        copy.setMethod(ZipEntry.STORED);
        copy.setSize(entry.getSize());
        copy.setCompressedSize(entry.getSize());
        copy.setCrc(entry.getCrc());
        out.putNextEntry(copy);
        try (InputStream stream = zip.getInputStream(entry)) {
            stream.transferTo(out);
        }
        out.closeEntry();
    }

    private static void put(ZipOutputStream out, String name, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        CRC32 crc = new CRC32();
        crc.update(bytes);
        ZipEntry entry = new ZipEntry(name);
        entry.setMethod(ZipEntry.STORED);
        entry.setSize(bytes.length);
        entry.setCrc(crc.getValue());
        out.putNextEntry(entry);
        out.write(bytes);
        out.closeEntry();
    }

    private boolean isSource(String name) {
        return name.startsWith(folder + "code/") && name.endsWith(".py");
    }

    private String qualifier(String name) {
        int from = (folder + "code/").length();
        return name.substring(from, name.length() - ".py".length()).replace('/', '.');
    }

    private String read(ZipEntry entry) throws IOException {
        try (InputStream stream = zip.getInputStream(entry)) {
            return new String(stream.readNBytes(LARGEST_SOURCE), StandardCharsets.UTF_8);
        }
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }
}
