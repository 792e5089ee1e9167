package io.portolan.model.net;

import java.util.Locale;

/// Reads and writes addresses. Our own, because it stands on the path of every rule that is read,
/// and general parsers accept forms (`010.1.1.1`, `10.1`) that firewalls read as another address.
final class AddressText {
    private static final int GROUPS = 8;

    private AddressText() {}

    static Address parse(String text) {
        return text.indexOf(':') < 0 ? Address.v4(v4(text, text)) : v6(text);
    }

    private static IllegalArgumentException refused(String text) {
        return new IllegalArgumentException(
                "The address (%s) is not an IPv4 or IPv6 address. Write it like 10.20.1.5 or 2001:db8::5."
                        .formatted(text));
    }

    private static long v4(String part, String whole) {
        long value = 0;
        int octets = 0;
        int digits = 0;
        int octet = 0;
        for (int i = 0; i <= part.length(); i++) {
            char c = i < part.length() ? part.charAt(i) : '.';
            if (c == '.' && digits > 0 && octets < 4) {
                value = value << 8 | octet;
                octets++;
                digits = 0;
                octet = 0;
            } else if (c >= '0' && c <= '9' && !(digits > 0 && octet == 0)) {
                octet = octet * 10 + (c - '0');
                digits++;
                if (octet > 255) {
                    throw refused(whole);
                }
            } else {
                throw refused(whole);
            }
        }
        if (octets != 4) {
            throw refused(whole);
        }
        return value;
    }

    private static Address v6(String text) {
        int gap = text.indexOf("::");
        int[] groups = new int[GROUPS];
        int dot = text.indexOf('.');
        if (dot >= 0 && dot < text.lastIndexOf(':')) {
            throw refused(text);
        }
        if (gap < 0) {
            if (groups(text, text, groups, 0) != GROUPS) {
                throw refused(text);
            }
        } else {
            int before = groups(text.substring(0, gap), text, groups, 0);
            int[] after = new int[GROUPS];
            int count = groups(text.substring(gap + 2), text, after, 0);
            if (before + count >= GROUPS) {
                throw refused(text);
            }
            System.arraycopy(after, 0, groups, GROUPS - count, count);
        }
        return new Address(true, word(groups, 0), word(groups, 4));
    }

    private static long word(int[] groups, int from) {
        long value = 0;
        for (int i = from; i < from + 4; i++) {
            value = value << 16 | groups[i];
        }
        return value;
    }

    private static int groups(String part, String whole, int[] into, int from) {
        if (part.isEmpty()) {
            return 0;
        }
        String[] words = part.split(":", -1);
        int at = from;
        for (int i = 0; i < words.length; i++) {
            if (at >= GROUPS) {
                throw refused(whole);
            }
            boolean tail = i == words.length - 1 && words[i].indexOf('.') >= 0;
            if (tail && at + 2 <= GROUPS) {
                long v4 = v4(words[i], whole);
                into[at++] = (int) (v4 >>> 16);
                into[at++] = (int) (v4 & 0xFFFF);
            } else {
                into[at++] = group(words[i], whole);
            }
        }
        return at;
    }

    private static int group(String word, String whole) {
        if (word.isEmpty() || word.length() > 4) {
            throw refused(whole);
        }
        int value = 0;
        for (int i = 0; i < word.length(); i++) {
            int digit = word.charAt(i) < 128 ? Character.digit(word.charAt(i), 16) : -1;
            if (digit < 0) {
                throw refused(whole);
            }
            value = value << 4 | digit;
        }
        return value;
    }

    static String format(Address address) {
        long low = address.low();
        if (!address.v6()) {
            return (low >>> 24)
                    + "."
                    + (low >>> 16 & 255)
                    + "."
                    + (low >>> 8 & 255)
                    + "."
                    + (low & 255);
        }
        int[] groups = new int[GROUPS];
        for (int i = 0; i < 4; i++) {
            groups[i] = (int) (address.high() >>> (48 - 16 * i) & 0xFFFF);
            groups[i + 4] = (int) (low >>> (48 - 16 * i) & 0xFFFF);
        }
        return compressed(groups);
    }

    /// The canonical text of RFC 5952: the longest run of zero groups, the first of equals, becomes
    /// `::`.
    private static String compressed(int[] groups) {
        int start = -1;
        int length = 1;
        for (int i = 0; i < GROUPS; i++) {
            int end = i;
            while (end < GROUPS && groups[end] == 0) {
                end++;
            }
            if (end - i > length) {
                start = i;
                length = end - i;
            }
            i = Math.max(i, end);
        }
        if (start < 0) {
            return joined(groups, 0, GROUPS);
        }
        return joined(groups, 0, start) + "::" + joined(groups, start + length, GROUPS);
    }

    private static String joined(int[] groups, int from, int to) {
        StringBuilder text = new StringBuilder();
        for (int i = from; i < to; i++) {
            text.append(text.isEmpty() ? "" : ":")
                    .append(Integer.toHexString(groups[i]).toLowerCase(Locale.ROOT));
        }
        return text.toString();
    }
}
