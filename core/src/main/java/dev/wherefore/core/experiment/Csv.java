package dev.wherefore.core.experiment;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;

/**
 * Lines of tables that spreadsheets read.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc4180">RFC 4180</a>
 */
public final class Csv {

    private Csv() {}

    /**
     * Returns a line with its end.
     *
     * @param fields the fields; what holds commas, quotes or line ends is put in quotes
     * @return the line
     */
    public static String line(List<String> fields) {
        return fields.stream().map(Csv::quoted).collect(Collectors.joining(",")) + "\n";
    }

    private static String quoted(String field) {
        return field.matches("[^,\"\r\n]*") ? field : '"' + field.replace("\"", "\"\"") + '"';
    }

    /**
     * Returns a number with a point, whatever the system's language.
     *
     * @param number the number
     * @param decimals how many digits follow the point, at least 0
     * @return the field
     */
    public static String number(double number, int decimals) {
        return String.format(Locale.ROOT, "%." + decimals + "f", number);
    }

    /**
     * Returns a number with six decimals.
     *
     * @param number the number
     * @return the field
     */
    public static String number(double number) {
        return number(number, 6);
    }

    /**
     * Returns a number that there may be.
     *
     * @param number the number
     * @return the field with six decimals, empty for none
     */
    public static String number(Optional<Double> number) {
        return number.map(value -> number(value, 6)).orElse("");
    }

    /**
     * Returns a number that there may be.
     *
     * @param number the number
     * @return the field with six decimals, empty for none
     */
    public static String number(OptionalDouble number) {
        return number.isPresent() ? number(number.getAsDouble()) : "";
    }
}
