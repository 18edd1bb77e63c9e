package dev.wherefore.core.image;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** The picture formats that are read, told by how a file starts and never by what it is called. */
enum PictureFormat {
    PNG("PNG", "^\u0089PNG\r\n\u001a\n"),
    JPEG("JPEG", "^\u00ff\u00d8\u00ff"),
    WEBP("WebP", "^RIFF.{4}WEBP"),
    GIF("GIF", "^GIF8[79]a");

    /** How many bytes at the start tell the format. */
    static final int BYTES_TO_TELL = 64;

    private record Other(String what, Pattern start) {
        Other(String what, String start) {
            this(what, Pattern.compile(start, Pattern.DOTALL | Pattern.CASE_INSENSITIVE));
        }
    }

    private static final List<Other> OTHERS =
            List.of(
                    new Other(
                            "HTML", "^(\u00ef\u00bb\u00bf)?\\s*(<!doctype html|<html|<head|<body)"),
                    new Other("SVG or XML", "^(\u00ef\u00bb\u00bf)?\\s*<(\\?xml|svg|!)"),
                    new Other("a PDF document", "^%PDF"),
                    new Other("a BMP picture", "^BM.{4}\0\0\0\0"),
                    new Other("a TIFF picture", "^(II\\*\0|MM\0\\*)"),
                    new Other("a HEIC picture", "^....ftyp(heic|heix|hevc|mif1|msf1)"),
                    new Other("an AVIF picture", "^....ftypavi[fs]"),
                    new Other("a video", "^....ftyp"),
                    new Other("a zip archive", "^PK\u0003\u0004"),
                    new Other("a Git LFS pointer", "^version https://git-lfs"),
                    new Other("JSON", "^\\s*[\\[{]\\s*[\"{\\[]"),
                    new Other("text", "^[\\t\\r\\n -~]{8,}$"));

    private final String title;
    private final Pattern start;

    PictureFormat(String title, String start) {
        this.title = title;
        this.start = Pattern.compile(start, Pattern.DOTALL);
    }

    /** Returns the format's name as people write it. */
    String title() {
        return title;
    }

    /** Returns the name under which Java's image readers are registered. */
    String readerName() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Returns the format of a file with these bytes, if it is one that can be read. */
    static Optional<PictureFormat> of(byte[] bytes) {
        String first = start(bytes);
        for (PictureFormat format : values()) {
            if (format.start.matcher(first).find()) {
                return Optional.of(format);
            }
        }
        return Optional.empty();
    }

    /** Returns what a file starts like that is none of these formats, to end "it starts like". */
    static String describe(byte[] bytes) {
        String first = start(bytes);
        return OTHERS.stream()
                .filter(o -> o.start().matcher(first).find())
                .map(Other::what)
                .findFirst()
                .orElseGet(() -> "no known format: " + hex(bytes));
    }

    private static String hex(byte[] bytes) {
        return HexFormat.ofDelimiter(" ").formatHex(bytes, 0, Math.min(bytes.length, 8));
    }

    private static String start(byte[] bytes) {
        int length = Math.min(bytes.length, BYTES_TO_TELL);
        return new String(bytes, 0, length, StandardCharsets.ISO_8859_1);
    }
}
