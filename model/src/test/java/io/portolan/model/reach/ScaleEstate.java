package io.portolan.model.reach;

import io.portolan.model.policy.Capture;
import io.portolan.model.policy.EnforcementPlan;
import io.portolan.model.policy.EnforcementPoint;
import io.portolan.model.policy.Estate;
import io.portolan.model.policy.Forwarding;
import io.portolan.model.policy.Leg;
import io.portolan.model.policy.NatTable;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/// Clusters with three layers of policy and a mesh, each behind a firewall of 100 rules, around a
/// core firewall of 2,000 rules with networks of hosts. The same sizes always give the same estate.
final class ScaleEstate {
    static final int WORKLOADS = 50;

    private final int namespaces;
    private final int policies;
    private final ScalePods pods;
    private final ScaleMesh mesh;
    private final ScaleServices services;
    private final ScaleDevices devices;
    private final List<Estate.Member> members = new ArrayList<>();
    private final SequencedMap<String, List<String>> gateways = new LinkedHashMap<>();
    private final List<EnforcementPoint> points = new ArrayList<>();
    private final List<NatTable> tables = new ArrayList<>();
    private final List<Capture> captures = new ArrayList<>();
    private final List<Leg> legs = new ArrayList<>();
    private final List<Forwarding> routers = new ArrayList<>();

    /// `namespaces` of 50 workloads in each cluster, `policies` in all of them.
    ScaleEstate(int clusters, int namespaces, int policies, int coreRules) {
        ScaleDice dice = new ScaleDice();
        this.namespaces = namespaces;
        this.policies = policies / clusters;
        pods = new ScalePods(dice, namespaces);
        mesh = new ScaleMesh(dice, namespaces);
        services = new ScaleServices(dice, namespaces);
        devices = new ScaleDevices(dice, clusters);
        for (int c = 0; c < clusters; c++) {
            cluster(c);
        }
        for (int n = 0; n < ScaleDevices.NETWORKS; n++) {
            gateways.put("net" + n, List.of("core"));
            members.addAll(ScaleDevices.hosts(n));
        }
        routers.add(devices.core());
        points.add(devices.filter("core", coreRules));
    }

    Estate estate() {
        return new Estate(members, gateways);
    }

    EnforcementPlan plan() {
        return new EnforcementPlan(points, tables, captures, legs, List.of(), routers, List.of());
    }

    static String name(int cluster, int namespace, int workload) {
        return "c%02d/n%03d/w%02d".formatted(cluster, namespace, workload);
    }

    private void cluster(int c) {
        members.add(ScalePods.node(c));
        for (int n = 0; n < namespaces; n++) {
            for (int w = 0; w < WORKLOADS; w++) {
                members.add(pods.pod(c, n, w));
            }
        }
        points.addAll(pods.policies(c, policies * 2 / 3));
        captures.add(ScaleMesh.capture(c));
        legs.add(ScaleMesh.leg(c));
        points.add(mesh.authorization(c, policies - policies * 2 / 3));
        tables.addAll(services.tables(c));
        String firewall = "fw" + c;
        gateways.put("pods" + c, List.of(firewall));
        routers.add(ScaleDevices.firewall(c));
        points.add(devices.filter(firewall, 100));
    }
}
