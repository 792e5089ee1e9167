package io.portolan.exporters.manifest;

import io.portolan.model.format.YamlNode.Scalar;

import java.util.regex.Pattern;

/// What the API server accepts as keys and values of labels (apimachinery, `qualifiedName` and
/// `labelValue`): a number or truth value that is not quoted is no text to it.
final class LabelSyntax {
    private static final String NAME = "[A-Za-z0-9]([-A-Za-z0-9_.]{0,61}[A-Za-z0-9])?";
    private static final String DOMAIN = "[a-z0-9]([-a-z0-9]*[a-z0-9])?";
    private static final Pattern KEY =
            Pattern.compile("(%s(\\.%s)*/)?%s".formatted(DOMAIN, DOMAIN, NAME));
    private static final Pattern VALUE = Pattern.compile("(%s)?".formatted(NAME));
    private static final Pattern NO_TEXT =
            Pattern.compile(
                    "[-+]?(0|[1-9][0-9_]*)(\\.[0-9]*)?([eE][-+]?[0-9]+)?|0x[0-9a-fA-F]+|0o?[0-7]+"
                            + "|true|True|TRUE|false|False|FALSE|yes|Yes|YES|no|No|NO|on|On|ON|off|Off|OFF");

    /// The longest prefix of a key (a DNS subdomain).
    private static final int LONGEST_PREFIX = 253;

    private LabelSyntax() {}

    static String key(Part at, String key) {
        if (!KEY.matcher(key).matches() || key.indexOf('/') > LONGEST_PREFIX) {
            throw new Part.Unfit(
                    at,
                    "The label key (%s) must be a name of letters, digits, '-', '_' and '.', with a"
                                    .formatted(key)
                            + " DNS name and '/' before it if need be.");
        }
        return key;
    }

    static String value(Part part) {
        String value = part.text("");
        if (part.node() instanceof Scalar(_, var text, var plain)
                && plain
                && NO_TEXT.matcher(text).matches()) {
            throw new Part.Unfit(part, "The label value (%s) must be quoted.".formatted(value));
        }
        if (!VALUE.matcher(value).matches()) {
            throw new Part.Unfit(
                    part,
                    "The label value (%s) must be empty or at most 63 letters, digits, '-', '_' and"
                                    .formatted(value)
                            + " '.', and begin and end with a letter or digit.");
        }
        return value;
    }
}
