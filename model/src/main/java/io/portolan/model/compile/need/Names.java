package io.portolan.model.compile.need;

import io.portolan.model.design.Appliance;
import io.portolan.model.design.Database;
import io.portolan.model.design.Element;
import io.portolan.model.design.ExternalApi;
import io.portolan.model.design.Mainframe;
import io.portolan.model.design.VirtualMachine;
import io.portolan.model.policy.Depth;
import io.portolan.model.policy.Text;

import java.util.List;
import java.util.Locale;

/// DNS names of elements, and host names with wildcards.
public final class Names {
    private Names() {}

    /// The DNS names that an element is known by.
    public static List<String> of(Element element) {
        return switch (element) {
            case Database e -> e.names();
            case Mainframe e -> e.names();
            case Appliance e -> e.names();
            case VirtualMachine e -> e.names();
            case ExternalApi e -> e.names();
            default -> List.of();
        };
    }

    /// A host name of a listener or route: `*.example.com` stands for any depth below, never for
    /// example.com itself (Gateway API).
    public static Text text(String host) {
        String lower = host.toLowerCase(Locale.ROOT);
        if (lower.equals("*")) {
            return new Text.Present();
        }
        return lower.startsWith("*.")
                ? new Text.Under(lower.substring(2), Depth.ANY)
                : new Text.Exact(lower);
    }

    static boolean matches(String pattern, String name) {
        String host = name.toLowerCase(Locale.ROOT);
        return switch (text(pattern)) {
            case Text.Exact(String value) -> host.equals(value);
            case Text.Under(String apex, _) -> host.endsWith("." + apex);
            default -> true;
        };
    }
}
