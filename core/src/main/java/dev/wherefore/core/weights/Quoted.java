package dev.wherefore.core.weights;

/**
 * Puts names out of files into messages, where they must not break lines nor command a terminal.
 */
final class Quoted {

    private static final int LONGEST = 100;

    private Quoted() {}

    /** Returns a name between quotation marks. */
    static String name(String name) {
        return "'" + plain(name) + "'";
    }

    /** Returns a text, cut short, with question marks for what cannot be seen. */
    static String plain(String text) {
        boolean cut = text.length() > LONGEST;
        String start = cut ? text.substring(0, LONGEST) + "…" : text;
        return start.replaceAll("[\\p{Cc}\\p{Cf}\\p{Cs}\\p{Co}\\p{Cn}\\p{Zl}\\p{Zp}]", "?");
    }
}
