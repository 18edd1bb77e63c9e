package dev.wherefore.core.evaluate;

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
final class Csv {

    private Csv() {}

    /** A line with its end; what holds commas, quotes or line ends is put in quotes. */
    static String line(List<String> fields) {
        return fields.stream().map(Csv::quoted).collect(Collectors.joining(",")) + "\n";
    }

    private static String quoted(String field) {
        return field.matches("[^,\"\r\n]*") ? field : '"' + field.replace("\"", "\"\"") + '"';
    }

    /** A number with six decimals and a point, whatever the system's language. */
    static String number(double number) {
        return String.format(Locale.ROOT, "%.6f", number);
    }

    static String number(Optional<Double> number) {
        return number.map(Csv::number).orElse("");
    }

    static String number(OptionalDouble number) {
        return number.isPresent() ? number(number.getAsDouble()) : "";
    }
}
