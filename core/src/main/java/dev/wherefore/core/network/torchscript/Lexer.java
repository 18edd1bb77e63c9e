package dev.wherefore.core.network.torchscript;

import dev.wherefore.core.network.torchscript.Token.Kind;
import java.util.ArrayList;
import java.util.List;

/** Splits TorchScript source, as PyTorch writes it into archives, into logical lines of tokens. */
final class Lexer {

    private static final List<String> LONG_SYMBOLS =
            List.of("->", "==", "!=", "<=", ">=", "**", "//", "<<", ">>", "+=", "-=", "*=", "/=");

    private final String text;
    private final List<Line> lines = new ArrayList<>();
    private List<Token> current = new ArrayList<>();
    private int indent;
    private int depth;
    private int at;

    private Lexer(String text) {
        this.text = text;
    }

    static List<Line> lines(String text) {
        Lexer lexer = new Lexer(text);
        lexer.run();
        return lexer.lines;
    }

    private void run() {
        int lineStart = 0;
        while (at < text.length()) {
            char c = text.charAt(at);
            if (c == '\n') {
                at++;
                lineStart = at;
                if (depth == 0) {
                    endLine();
                }
            } else if (Character.isWhitespace(c)) {
                at++;
            } else if (c == '#') {
                at = endOfPhysicalLine();
            } else {
                if (current.isEmpty()) {
                    indent = at - lineStart;
                }
                add(next(c));
            }
        }
        endLine();
    }

    private void endLine() {
        if (!current.isEmpty()) {
            lines.add(new Line(indent, List.copyOf(current)));
            current = new ArrayList<>();
        }
    }

    private void add(Token token) {
        current.add(token);
        at = token.end();
        if (token.is("(") || token.is("[") || token.is("{")) {
            depth++;
        } else if (token.is(")") || token.is("]") || token.is("}")) {
            depth--;
        }
    }

    private Token next(char c) {
        if (Character.isLetter(c) || c == '_') {
            return new Token(Kind.NAME, text.substring(at, endOfName()), at);
        }
        if (Character.isDigit(c) || (c == '.' && digitAt(at + 1))) {
            return new Token(Kind.NUMBER, text.substring(at, endOfNumber()), at);
        }
        if (c == '"' || c == '\'') {
            return new Token(Kind.STRING, text.substring(at, endOfString(c)), at);
        }
        for (String symbol : LONG_SYMBOLS) {
            if (text.startsWith(symbol, at)) {
                return new Token(Kind.SYMBOL, symbol, at);
            }
        }
        return new Token(Kind.SYMBOL, String.valueOf(c), at);
    }

    private int endOfPhysicalLine() {
        int end = text.indexOf('\n', at);
        return end < 0 ? text.length() : end;
    }

    private int endOfName() {
        int end = at;
        while (end < text.length()
                && (Character.isLetterOrDigit(text.charAt(end)) || text.charAt(end) == '_')) {
            end++;
        }
        return end;
    }

    /** Numbers: 3, 0.5, 1., 1e-05, 1.5e+10, 2j. */
    private int endOfNumber() {
        int end = at;
        while (end < text.length()) {
            char c = text.charAt(end);
            boolean signOfExponent =
                    (c == '+' || c == '-') && "eE".indexOf(text.charAt(end - 1)) >= 0;
            if (!Character.isLetterOrDigit(c) && c != '.' && !signOfExponent) {
                break;
            }
            end++;
        }
        return end;
    }

    private int endOfString(char quote) {
        int end = at + 1;
        while (end < text.length() && text.charAt(end) != quote) {
            end += text.charAt(end) == '\\' ? 2 : 1;
        }
        if (end >= text.length()) {
            throw new MalformedProgramException("a string is not closed");
        }
        return end + 1;
    }

    private boolean digitAt(int place) {
        return place < text.length() && Character.isDigit(text.charAt(place));
    }
}
