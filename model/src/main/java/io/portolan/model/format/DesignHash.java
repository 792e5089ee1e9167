package io.portolan.model.format;

import io.portolan.model.design.Design;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// Names the content of a design in a few characters, so that a file can say from which state of it
/// it was made. Where boxes are drawn and what is commented does not count.
public final class DesignHash {
    /// 48 bits: two states of one design do not meet by chance.
    private static final int BYTES = 6;

    private DesignHash() {}

    /// Twelve hexadecimal digits: the beginning of the SHA-256 of the design as it is written.
    public static String of(Design design) {
        byte[] text = DesignWriter.write(design).getBytes(StandardCharsets.UTF_8);
        return HexFormat.of().formatHex(sha256(text), 0, BYTES);
    }

    private static byte[] sha256(byte[] text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
