package io.portolan.model.compile.cloud;

import io.portolan.model.compile.ground.Ground;
import io.portolan.model.compile.need.Terms;
import io.portolan.model.design.CloudNetwork;
import io.portolan.model.net.Cidr;
import io.portolan.model.net.PortSet;
import io.portolan.model.net.Transport;
import io.portolan.model.policy.Direction;
import io.portolan.model.policy.EnforcementPoint;
import io.portolan.model.policy.Expr;
import io.portolan.model.policy.Layer;
import io.portolan.model.policy.Match;
import io.portolan.model.policy.Place;
import io.portolan.model.policy.Position;
import io.portolan.model.policy.Replies;
import io.portolan.model.policy.Rule;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Mail (TCP 25) from a cloud to public addresses: each cloud blocks it, whatever its filters say,
/// but for accounts that the design does not know. Sources: Google Cloud, "VPC firewall rules",
/// blocked and limited traffic; Azure, "Network security groups overview", sending outbound email;
/// AWS, "Restriction on email sent using port 25".
record OutgoingMail(Ground ground) {
    private static final List<Cidr> LINK_LOCAL =
            Stream.of("169.254.0.0/16", "fe80::/10").map(Cidr::parse).toList();

    /// One for each network, whether a filter is drawn there or not.
    Stream<EnforcementPoint> points() {
        return ground.design().all(CloudNetwork.class).flatMap(n -> point(n).stream());
    }

    private Optional<EnforcementPoint> point(CloudNetwork network) {
        return why(network).map(why -> point(network, why));
    }

    private EnforcementPoint point(CloudNetwork network, String why) {
        String id = network.id().value();
        Rule rule = new Rule(why, mail(network), Terms.either(why), Terms.builtIn(why));
        return new EnforcementPoint(
                id + "/mail-out",
                id,
                Layer.CLOUD,
                new Position.AtEndpoint(Direction.OUT, Place.NIC, Terms.group(id)),
                Replies.ADMITTED,
                List.of(Terms.list("mail", Terms.PASS, List.of(rule))));
    }

    private Match mail(CloudNetwork network) {
        List<Cidr> inside =
                Stream.of(
                                AzureNetwork.PRIVATE.stream(),
                                LINK_LOCAL.stream(),
                                new AzureNetwork(ground).ranges(network))
                        .flatMap(blocks -> blocks)
                        .distinct()
                        .toList();
        return Terms.any()
                .to(Expr.not(Terms.at(inside)))
                .on(Terms.to(Transport.TCP, PortSet.of(25)));
    }

    private static Optional<String> why(CloudNetwork network) {
        return switch (network.provider()) {
            case AWS ->
                    Optional.of(
                            "AWS blocks mail (TCP 25) to public addresses unless it has lifted that"
                                    + " for the account");
            case AZURE ->
                    Optional.of("whether Azure lets mail (TCP 25) out depends on the subscription");
            case GCP ->
                    Optional.of(
                            "Google Cloud blocks mail (TCP 25) to external addresses in most"
                                    + " projects");
            case OTHER -> Optional.empty();
        };
    }
}
