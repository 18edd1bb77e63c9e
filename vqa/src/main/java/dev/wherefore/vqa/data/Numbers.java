package dev.wherefore.vqa.data;

import java.util.OptionalLong;
import java.util.regex.Pattern;

/** Numbers in texts. */
final class Numbers {

    /** As many digits as a long has room for. */
    private static final Pattern WHOLE = Pattern.compile("0*[0-9]{1,18}");

    private Numbers() {}

    /** The number that a text is, if it is digits alone. */
    static OptionalLong whole(String text) {
        String digits = text.strip();
        return WHOLE.matcher(digits).matches()
                ? OptionalLong.of(Long.parseLong(digits))
                : OptionalLong.empty();
    }

    /** The last run of digits in a file's name before its ending. */
    static OptionalLong last(String fileName) {
        int ending = fileName.lastIndexOf('.');
        String name = ending > 0 ? fileName.substring(0, ending) : fileName;
        int end = name.length();
        while (end > 0 && !isDigit(name.charAt(end - 1))) {
            end--;
        }
        int start = end;
        while (start > 0 && isDigit(name.charAt(start - 1))) {
            start--;
        }
        return whole(name.substring(start, end));
    }

    private static boolean isDigit(char letter) {
        return letter >= '0' && letter <= '9';
    }
}
