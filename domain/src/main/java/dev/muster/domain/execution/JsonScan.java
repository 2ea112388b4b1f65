package dev.muster.domain.execution;

import dev.muster.domain.shared.FieldError;
import dev.muster.domain.shared.Invalid;

/** One pass over the text of a JSON value, which knows strings from the rest of it. */
final class JsonScan {

    private final StringBuilder compact = new StringBuilder();
    private final StringBuilder plain = new StringBuilder();
    private final String text;
    private int at;

    JsonScan(String text) {
        this.text = text;
        while (at < text.length()) {
            if (text.charAt(at) == '"') {
                string();
            } else {
                token();
            }
        }
    }

    /** The text without white space between its parts. */
    String compact() {
        return compact.toString();
    }

    /** The text with the characters that its strings escape by their numbers; for any other escape it has a backslash. */
    String plain() {
        return plain.toString();
    }

    /** A string, with its quotes. */
    private void string() {
        int begin = at++;
        while (at < text.length() && text.charAt(at) != '"') {
            if (text.charAt(at) == '\\') {
                escape();
            } else {
                plain.append(text.charAt(at++));
            }
        }
        at = Math.min(at + 1, text.length());
        compact.append(text, begin, at);
    }

    private void escape() {
        boolean numbered = text.startsWith("u", at + 1) && at + 6 <= text.length();
        plain.append(numbered ? (char) Integer.parseInt(text, at + 2, at + 6, 16) : '\\');
        at = Math.min(at + (numbered ? 6 : 2), text.length());
    }

    /** What stands between strings: white space, a number, or anything else. */
    private void token() {
        char c = text.charAt(at);
        if (c == ' ' || c == '\t' || c == '\n' || c == '\r') {
            at++;
        } else if (c >= '0' && c <= '9') {
            number();
        } else {
            compact.append(c);
            plain.append(c);
            at++;
        }
    }

    private void number() {
        int begin = at;
        while (at < text.length() && ".0123456789".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
        boolean hasExponent = at < text.length() && "eE".indexOf(text.charAt(at)) >= 0;
        if (hasExponent || at - begin > JsonText.MAX_DIGITS) {
            throw Invalid.value(
                    FieldError.OUT_OF_RANGE,
                    "must have numbers of at most " + JsonText.MAX_DIGITS + " digits, without an exponent");
        }
        compact.append(text, begin, at);
    }
}
