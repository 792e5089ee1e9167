package io.portolan.exporters.text;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.zip.CRC32;

/// Gives names that a language accepts: other characters become `-`, and a name that is too long,
/// or that another one became too, ends in a checksum of the original. The same original always
/// gets the same name as long as names are asked for in the same order.
public final class NameShortener {
    private static final int CHECKSUM = 9;

    private final int longest;
    private final String refused;
    private final Map<String, String> names = new HashMap<>();
    private final Map<String, String> owners = new HashMap<>();

    /// `longest` characters at most; `refused` is a regular expression of one character that names
    /// may not hold.
    public NameShortener(int longest, String refused) {
        this.longest = longest;
        this.refused = refused;
    }

    public String shorten(String original) {
        return names.computeIfAbsent(original, this::unused);
    }

    private String unused(String original) {
        String plain = original.replaceAll(refused, "-");
        boolean free = !plain.isEmpty() && !owners.containsKey(plain);
        String name = plain.length() <= longest && free ? plain : checked(plain, original);
        owners.put(name, original);
        return name;
    }

    private String checked(String plain, String original) {
        String salted = original;
        String name = ending(plain, salted);
        while (owners.containsKey(name)) {
            salted += "+";
            name = ending(plain, salted);
        }
        return name;
    }

    private String ending(String plain, String salted) {
        CRC32 sum = new CRC32();
        sum.update(salted.getBytes(StandardCharsets.UTF_8));
        String kept = plain.substring(0, Math.min(plain.length(), longest - CHECKSUM));
        return kept + "-%08x".formatted(sum.getValue());
    }
}
