package io.portolan.exporters.netns;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/// The programs that a test needs. Where one is missing the test is skipped, and says which.
public final class Programs {
    private Programs() {}

    /// `name` as it is called, of the Debian package `from`.
    public static void require(String name, String from) {
        assumeTrue(
                Stream.of("/usr/sbin", "/sbin", "/usr/bin", "/bin")
                        .anyMatch(folder -> Files.isExecutable(Path.of(folder, name))),
                "%s is missing: install the package %s to have its files checked by it"
                        .formatted(name, from));
    }

    /// That this user may make network namespaces.
    public static void requireNamespaces() {
        require("unshare", "util-linux");
        assumeTrue(
                Ran.of("unshare", "-n", "true").status() == 0,
                "this user may not make a network namespace (unshare -n): run as root");
    }

    /// That this user may make network namespaces with names, and run programs in them.
    public static void requireNamedNamespaces() {
        require("ip", "iproute2");
        String name = "portolan-probe-" + ProcessHandle.current().pid();
        boolean made = Ran.of("ip", "netns", "add", name).status() == 0;
        try {
            assumeTrue(
                    made && Ran.of("ip", "netns", "exec", name, "true").status() == 0,
                    "this user may not make named network namespaces (ip netns): run as root");
        } finally {
            Ran.of("ip", "netns", "delete", name);
        }
    }
}
