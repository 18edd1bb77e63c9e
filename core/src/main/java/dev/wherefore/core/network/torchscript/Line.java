package dev.wherefore.core.network.torchscript;

import java.util.List;

/**
 * A logical line of TorchScript source: what stands up to a line break outside brackets.
 *
 * @param indent how many spaces stand before it
 * @param tokens its tokens, at least one
 */
record Line(int indent, List<Token> tokens) {

    int start() {
        return tokens.get(0).start();
    }

    int end() {
        return tokens.get(tokens.size() - 1).end();
    }

    boolean startsWith(String word) {
        return tokens.get(0).is(word);
    }

    Token token(int i) {
        return tokens.get(i);
    }

    int size() {
        return tokens.size();
    }

    boolean has(int i, String symbolOrName) {
        return i < tokens.size() && tokens.get(i).is(symbolOrName);
    }

    /** The place of the bracket that closes the one at {@code open}. */
    int closing(int open) {
        int depth = 0;
        for (int i = open; i < tokens.size(); i++) {
            Token token = tokens.get(i);
            if (token.is("(") || token.is("[") || token.is("{")) {
                depth++;
            } else if (token.is(")") || token.is("]") || token.is("}")) {
                depth--;
                if (depth == 0) {
                    return i;
                }
            }
        }
        throw new MalformedProgramException("a bracket is not closed near '" + this + "'");
    }

    /** The first place in {@code [from, to)} of a symbol outside brackets, or {@code to}. */
    int find(String symbol, int from, int to) {
        int i = from;
        while (i < to) {
            Token token = tokens.get(i);
            if (token.is(symbol)) {
                return i;
            }
            boolean opens = token.is("(") || token.is("[") || token.is("{");
            i = opens ? closing(i) + 1 : i + 1;
        }
        return to;
    }

    /** The text of the tokens in {@code [from, to)}, without spaces. */
    String text(int from, int to) {
        StringBuilder text = new StringBuilder();
        for (int i = from; i < to; i++) {
            text.append(tokens.get(i).text());
        }
        return text.toString();
    }

    @Override
    public String toString() {
        String text = text(0, size());
        return text.length() > 60 ? text.substring(0, 60) + "…" : text;
    }
}
