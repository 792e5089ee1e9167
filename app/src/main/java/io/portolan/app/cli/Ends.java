package io.portolan.app.cli;

import io.portolan.app.service.InvalidInputException;
import io.portolan.app.service.MemberNames;
import io.portolan.model.design.Design;
import io.portolan.model.net.PortSet;
import io.portolan.model.net.Protocol;
import io.portolan.model.reach.Question;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Option;

import java.util.List;

/// The options that name one connection.
final class Ends {
    @Option(names = "--from", paramLabel = "WHO", description = "Element id, ns/name or address.")
    private @Nullable String from;

    @Option(names = "--to", paramLabel = "WHO", description = "Element id, ns/name or address.")
    private @Nullable String to;

    @Option(
            names = "--port",
            paramLabel = "N",
            description = "Port that is dialled; absent: every port.")
    private @Nullable String port;

    @Option(
            names = "--protocol",
            paramLabel = "NAME",
            description = "tcp, udp, sctp, icmp or a number (default: tcp).")
    private String protocol = "tcp";

    /// @throws InvalidInputException if an option is missing, or names nothing in the design
    Question question(Design design) {
        try {
            return new Question(
                    MemberNames.find(design, given("--from", from)),
                    MemberNames.find(design, given("--to", to)),
                    Protocol.parse(protocol),
                    port == null ? PortSet.ALL : PortSet.parse(port),
                    Question.Payload.UNSPECIFIED,
                    List.of());
        } catch (IllegalArgumentException e) {
            throw new InvalidInputException(String.valueOf(e.getMessage()));
        }
    }

    String words() {
        return "%s -> %s, %s%s".formatted(from, to, protocol, port == null ? "" : " " + port);
    }

    private static String given(String option, @Nullable String value) {
        if (value == null) {
            throw new InvalidInputException(
                    "The option %s is missing. Name the connection.".formatted(option));
        }
        return value;
    }
}
