package io.portolan.exporters.kubernetes;

/// What other readers found that concerns a mesh of Istio, known when they have finished.
record IstioParts(
        IstioHosts hosts,
        WaypointReader waypoints,
        GatewayApiReader gateways,
        DestinationRuleReader rules,
        ServiceRouteReader routes) {}
