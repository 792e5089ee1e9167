package io.portolan.app;

import java.util.Optional;

/// The version of this program, as the build wrote it into the jar.
public final class Version {
    private Version() {}

    public static String text() {
        return Optional.ofNullable(Version.class.getPackage().getImplementationVersion())
                .orElse("development");
    }
}
