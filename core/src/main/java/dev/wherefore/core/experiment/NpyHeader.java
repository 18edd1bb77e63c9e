package dev.wherefore.core.experiment;

import dev.wherefore.core.UserError;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the header of a {@code .npy} file says: a Python dictionary with the keys {@code descr},
 * {@code fortran_order} and {@code shape}.
 *
 * @param type the type of the numbers
 * @param shape the dimensions
 */
record NpyHeader(NpyType type, List<Integer> shape) {

    private static final Pattern ENTRY =
            Pattern.compile(
                    "'(\\w+)'\\s*:\\s*('[^']*'|True|False|\\([^()]*\\)|\\[.*\\])\\s*,?\\s*");
    private static final Pattern DIMENSION = Pattern.compile("\\s*(-?\\d{1,19})L?\\s*(,|$)");

    /** Returns the header as NumPy writes it, without padding. */
    String text() {
        return "{'descr': '"
                + type.code()
                + "', 'fortran_order': False, 'shape': "
                + NpyShape.text(shape)
                + ", }";
    }

    /** Returns what a header says; {@code file} is named in errors. */
    static NpyHeader parse(String text, String file) {
        String inside = text.strip();
        if (inside.length() < 2 || !inside.startsWith("{") || !inside.endsWith("}")) {
            throw broken(file, "its header is not a Python dictionary");
        }
        Optional<String> descr = Optional.empty();
        Optional<String> fortran = Optional.empty();
        Optional<String> shape = Optional.empty();
        String body = inside.substring(1, inside.length() - 1).strip();
        Matcher entry = ENTRY.matcher(body);
        int end = 0;
        while (entry.find() && entry.start() == end) {
            end = entry.end();
            Optional<String> value = Optional.of(entry.group(2));
            switch (entry.group(1)) {
                case "descr" -> descr = value;
                case "fortran_order" -> fortran = value;
                case "shape" -> shape = value;
                default -> throw broken(file, "its header has the unknown key " + entry.group(1));
            }
        }
        if (end != body.length()) {
            throw broken(file, "its header cannot be read");
        }
        requireRowOrder(fortran.orElseThrow(() -> lacks(file, "fortran_order")), file);
        return new NpyHeader(
                parseType(descr.orElseThrow(() -> lacks(file, "descr")), file),
                parseShape(shape.orElseThrow(() -> lacks(file, "shape")), file));
    }

    private static void requireRowOrder(String fortran, String file) {
        if (fortran.equals("True")) {
            throw new UserError(
                    "'"
                            + file
                            + "' is in Fortran order; save numpy.ascontiguousarray(array) instead");
        }
        if (!fortran.equals("False")) {
            throw broken(file, "fortran_order must be True or False, found " + fortran);
        }
    }

    private static NpyType parseType(String descr, String file) {
        String code = descr.replace("'", "");
        return NpyType.of(code)
                .orElseThrow(
                        () ->
                                new UserError(
                                        "'"
                                                + file
                                                + "' has numbers of type "
                                                + code
                                                + "; float32, float64, int64, int32 and bool,"
                                                + " little-endian, can be read"));
    }

    private static List<Integer> parseShape(String tuple, String file) {
        if (!tuple.startsWith("(")) {
            throw broken(file, "its shape must be a tuple, found " + tuple);
        }
        String inside = tuple.substring(1, tuple.length() - 1);
        List<Integer> shape = new ArrayList<>();
        Matcher dimension = DIMENSION.matcher(inside);
        int end = 0;
        while (end < inside.length() && dimension.find() && dimension.start() == end) {
            end = dimension.end();
            shape.add(parseDimension(dimension.group(1), tuple, file));
        }
        if (!inside.substring(end).isBlank()) {
            throw broken(file, "its shape cannot be read: " + tuple);
        }
        return shape;
    }

    private static int parseDimension(String digits, String tuple, String file) {
        try {
            int dimension = Integer.parseInt(digits);
            if (dimension >= 0) {
                return dimension;
            }
        } catch (NumberFormatException e) {
            throw new UserError("'" + file + "' has a shape that is too large: " + tuple, e);
        }
        throw broken(file, "its shape has a negative dimension: " + tuple);
    }

    private static UserError lacks(String file, String key) {
        return broken(file, "its header lacks " + key);
    }

    static UserError broken(String file, String why) {
        return new UserError("'" + file + "' is not a sound .npy file: " + why);
    }
}
