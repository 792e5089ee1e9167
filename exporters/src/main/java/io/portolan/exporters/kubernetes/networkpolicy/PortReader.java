package io.portolan.exporters.kubernetes.networkpolicy;

import io.portolan.exporters.kubernetes.networkpolicy.NetworkPolicy.Port;
import io.portolan.exporters.manifest.NetworkValues;
import io.portolan.exporters.manifest.Part;
import io.portolan.model.net.PortRange;
import io.portolan.model.net.Transport;

import java.util.Optional;
import java.util.regex.Pattern;

/// Reads one entry of `ports`.
final class PortReader {
    private static final Pattern NUMBER = Pattern.compile("-?[0-9]+");

    private PortReader() {}

    static Port read(Part entry) {
        entry.checkKeys("protocol", "port", "endPort");
        Transport protocol = NetworkValues.protocol(entry.get("protocol"));
        Part port = entry.get("port");
        Part end = entry.get("endPort");
        Optional<String> text = port.text();
        if (text.isEmpty()) {
            checkNoEnd(end);
            return new Port.All(protocol);
        }
        if (NUMBER.matcher(text.get()).matches()) {
            return new Port.Numbers(protocol, range(port, end));
        }
        checkNoEnd(end);
        return new Port.Named(protocol, NetworkValues.portName(port));
    }

    private static PortRange range(Part port, Part end) {
        int low = NetworkValues.port(port);
        int high = end.isPresent() ? NetworkValues.port(end) : low;
        if (high < low) {
            throw new Part.Unfit(
                    end,
                    "The endPort (%d) must not be less than the port (%d).".formatted(high, low));
        }
        return new PortRange(low, high);
    }

    private static void checkNoEnd(Part end) {
        if (end.isPresent()) {
            throw new Part.Unfit(end, "An endPort needs a port that is a number.");
        }
    }
}
