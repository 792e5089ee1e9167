package io.portolan.app.picture;

/// The colours by what they are for, with their values in the light and the dark theme (0xRRGGBB).
public enum Ink {
    BACKGROUND(0xF6F7F9, 0x14181E),
    PANEL(0xFFFFFF, 0x1B2027),
    PANEL_SOFT(0xF1F3F6, 0x232A33),
    LINE(0xDDE2E9, 0x2E3641),
    LINE_STRONG(0xC7CED8, 0x3B4552),
    /// Names and values.
    TEXT(0x1B2430, 0xE6EAF0),
    MUTED(0x5B6776, 0xA0ABBA),
    FAINT(0x8A95A4, 0x727E8D),
    ACCENT(0x2563EB, 0x6C9BFF),
    ACCENT_SOFT(0xE8EFFE, 0x22304D),
    CANVAS(0xFAFBFC, 0x161A20),
    DOT(0xE2E6EC, 0x232932),
    NODE(0xFFFFFF, 0x222932),
    NODE_LINE(0xC9D1DB, 0x3C4653),
    /// Verdicts, with their backgrounds.
    ALLOW(0x0B7A5B, 0x4CC9A0),
    ALLOW_SOFT(0xE3F4EE, 0x18342C),
    DENY(0xC2302E, 0xFF7B76),
    DENY_SOFT(0xFCEAEA, 0x3D2022),
    UNDEFINED(0x9A6700, 0xE3B44F),
    UNDEFINED_SOFT(0xFCF3DF, 0x3A3018),
    /// Families of kinds.
    KUBERNETES(0x2F6BDE, 0x7FA8FF),
    MESH(0x7A4FD0, 0xB79AF5),
    GATEWAY(0x0E8A8F, 0x55C7CB),
    LEGACY(0x8A6A45, 0xCFAE86),
    CLOUD(0x2B87C8, 0x73BDED),
    DNS(0x3F8F3A, 0x86CC80),
    NETWORK(0x6B7684, 0xA3AEBB),
    /// Containers: fill and line.
    SITE_FILL(0xF3F5F8, 0x191E25),
    SITE_LINE(0xCFD6DF, 0x333C48),
    CLUSTER_FILL(0xF0F5FE, 0x1A2232),
    CLUSTER_LINE(0xB9CDF4, 0x314A78),
    NAMESPACE_FILL(0xFFFFFF, 0x1E2630),
    NAMESPACE_LINE(0xD6E0F2, 0x33435E),
    VLAN_FILL(0xFAF5EE, 0x241F1A),
    VLAN_LINE(0xE0CFB6, 0x544532),
    SELECTION(0x2563EB, 0x6C9BFF);

    private final int light;
    private final int dark;

    Ink(int light, int dark) {
        this.light = light;
        this.dark = dark;
    }

    int in(Palette palette) {
        return switch (palette) {
            case LIGHT -> light;
            case DARK -> dark;
        };
    }
}
