package io.portolan.model.reach.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/// Random rules and translations of every platform: engine and oracle must read the plan alike.
class DrawnFuzzTest extends Words {
    private static final int DESIGNS = 25;
    private static final int CONNECTIONS = 12;
    private static final String[] FIREWALLS = {
        "nftables", "iptables", "asa", "ios", "junos", "pan-os", "forti-os"
    };
    private static final String[] BLOCKS = {
        "10.20.0.10/32", "10.20.0.0/24", "10.30.5.0/24", "198.51.100.0/24", "203.0.113.8/29"
    };
    private static final String[] SIDES = {"outside", "dmz", "inside", "untrust", "trust"};
    private static final String[] TARGETS = {
        "web", "web2", "db", "pc", "198.51.100.7", "203.0.113.10", "203.0.113.12"
    };

    private static String pick(Random random, String... values) {
        return values[random.nextInt(values.length)];
    }

    /// Half of the time nothing.
    private static String maybe(Random random, String text) {
        return random.nextBoolean() ? text : "";
    }

    private static String rule(Random random, String platform, int number) {
        boolean stateless = platform.equals("ios");
        return "- {name: r"
                + number
                + ", action: "
                + pick(random, "permit", "permit", "deny", "reject", "log")
                + maybe(random, ", in: " + pick(random, SIDES))
                + (stateless ? "" : maybe(random, ", out: " + pick(random, SIDES)))
                + maybe(random, ", sources: [" + pick(random, BLOCKS) + "]")
                + maybe(random, ", destinations: [" + pick(random, BLOCKS) + "]")
                + maybe(random, ", protocol: tcp, ports: \"" + pick(random, "80", "1-1023") + "\"")
                + (random.nextInt(5) == 0 ? ", established: true" : "")
                + (random.nextInt(8) == 0 ? ", condition: office hours" : "")
                + (random.nextInt(6) == 0 ? ", translatedBy: [any]" : "")
                + "}";
    }

    private static String translation(Random random, int number) {
        String name = "- {name: n" + number + ", kind: ";
        String rest =
                switch (random.nextInt(4)) {
                    case 0 -> "destination, destinations: [203.0.113.10/32], to: 10.20.0.10/32";
                    case 1 ->
                            "static, in: dmz, out: outside, sources: [10.20.0.11/32], to:"
                                    + " 203.0.113.12/32";
                    case 2 -> "source, out: outside" + maybe(random, ", to: 203.0.113.9/32");
                    default -> "none, sources: [" + pick(random, BLOCKS) + "]";
                };
        return name + rest + maybe(random, ", section: object") + "}";
    }

    private static String body(Random random, String platform) {
        List<String> lines = new ArrayList<>();
        lines.add("rules:");
        for (int i = 0; i < 5; i++) {
            lines.add("  " + rule(random, platform, i));
        }
        lines.add("nat:");
        for (int i = 0; i < 3; i++) {
            lines.add("  " + translation(random, i));
        }
        if (random.nextBoolean()) {
            lines.add("version: " + pick(random, "7.0.1", "7.2.4"));
        }
        return String.join("\n", lines) + "\n";
    }

    @Test
    void engineAndOracleReadEveryPlatformAlike() {
        int decided = 0;
        for (String platform : FIREWALLS) {
            for (int seed = 0; seed < DESIGNS; seed++) {
                decided += agree(platform, seed);
            }
        }
        assertThat(decided).isGreaterThan(FIREWALLS.length * DESIGNS * CONNECTIONS / 2);
    }

    /// How many answers are more than UNDEFINED.
    private static int agree(String platform, int seed) {
        Random random = new Random(seed);
        String body = body(random, platform);
        Lab lab = Drawn.firewall(platform, platform, body);
        int decided = 0;
        try {
            for (int i = 0; i < CONNECTIONS; i++) {
                decided += agree(lab, random);
            }
            return decided;
        } catch (AssertionError e) {
            throw new AssertionError(
                    "%s, seed %d: %s%n%s".formatted(platform, seed, e.getMessage(), body), e);
        }
    }

    /// 1 if the answer is more than UNDEFINED.
    private static int agree(Lab lab, Random random) {
        String from = pick(random, "client", "web", "db", "pc");
        String to = pick(random, TARGETS);
        int port = random.nextBoolean() ? 80 : 5432;
        Try asked = lab.from(from).to(to, port).over(random.nextInt(4) == 0 ? 17 : 6);
        asked.trial().agrees();
        return asked.answer().verdict() == Interpreter.Verdict.UNDEFINED ? 0 : 1;
    }
}
