package io.portolan.exporters;

import io.portolan.exporters.spi.ExportRequest;
import io.portolan.exporters.spi.ExportResult;
import io.portolan.model.compile.PlanCompiler;
import io.portolan.model.format.DesignReader;
import io.portolan.model.format.ReadDesign;

/// One firewall between a network of clients and one of servers.
public final class FirewallDesign {
    private static final String FRAME =
            """
            portolan: 1
            name: small
            elements:
              left: {kind: subnet, label: left, range: 10.1.0.0/24}
              right: {kind: subnet, label: right, range: 10.2.0.0/24}
              pc: {kind: virtualMachine, label: pc, parent: left, addresses: [10.1.0.10, 10.1.0.12]}
              db: {kind: database, label: db, parent: right, addresses: [10.2.0.10]}
              api: {kind: externalApi, label: api, parent: right, names: [api.example.net]}
              fw:
                kind: firewall
                label: fw
                platform: PLATFORM
                interfaces:
                  - {name: left, address: 10.1.0.1/24, securityLevel: 50}
                  - {name: right, address: 10.2.0.1/24, securityLevel: 80}
            """;

    private FirewallDesign() {}

    /// What the dialect says of the design with `body` in the firewall (indented by four) and
    /// `flows`.
    public static ExportResult exported(String dialect, String body, String... flows) {
        String text = FRAME.replace("PLATFORM", dialect) + body;
        String all = text + "    policy: derived\nflows:\n" + String.join("", flows);
        ReadDesign read = DesignReader.read(all);
        if (!read.problems().isEmpty()) {
            throw new AssertionError(read.problems());
        }
        ExportRequest request =
                new ExportRequest(PlanCompiler.compile(read.design().orElseThrow()));
        return Dialects.find(dialect).orElseThrow().exporter().orElseThrow().export(request);
    }

    /// The text of a file, whatever the state of the design that its head names.
    public static String anyState(String text) {
        return text.replaceFirst("\\([0-9a-f]{12}\\)", "(STATE)");
    }

    /// A permitted flow.
    public static String flow(String id, String to, String protocol, String ports) {
        return """
          %s: {from: pc, to: %s, intent: allow, protocol: %s, ports: "%s", encryption: not-required}
        """
                .formatted(id, to, protocol, ports);
    }
}
