package dev.wherefore.core.network.torchscript;

/**
 * A token of TorchScript source.
 *
 * @param kind what it is
 * @param text its characters
 * @param start where it starts in the source
 */
record Token(Kind kind, String text, int start) {

    enum Kind {
        NAME,
        NUMBER,
        STRING,
        SYMBOL
    }

    boolean is(String symbolOrName) {
        return kind != Kind.STRING && text.equals(symbolOrName);
    }

    boolean isName() {
        return kind == Kind.NAME;
    }

    int end() {
        return start + text.length();
    }

    /** The characters between the quotes of a string token. */
    String unquoted() {
        return text.substring(1, text.length() - 1);
    }
}
