package io.portolan.model.compile;

import io.portolan.model.compile.ground.Addresses;
import io.portolan.model.compile.ground.ServiceAddresses;
import io.portolan.model.design.Design;
import io.portolan.model.design.ElementId;
import io.portolan.model.design.Service;
import io.portolan.model.net.Address;
import io.portolan.model.net.Cidr;
import io.portolan.model.policy.Estate;

import java.util.HashMap;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The addresses that stand for those a design does not say, with whose they are. No network uses
/// them (RFC 1112, section 4: class E), so no rule can mean them by accident. They are for
/// computing only: people are shown the name instead.
public record StandIns(Map<String, String> names) {
    /// Those of services.
    public static final Cidr SERVICES = ServiceAddresses.STAND_INS;

    /// Those of elements outside clusters.
    public static final Cidr ELEMENTS = Cidr.parse("241.0.0.0/8");

    static final Address FIRST_ELEMENT = ELEMENTS.first().next();

    private static final Pattern IN_TEXT =
            Pattern.compile("(?<![\\w.])24[01](?:\\.\\d{1,3}){3}(?!\\d)(?:/32)?");

    public StandIns {
        names = Map.copyOf(names);
    }

    /// False only if a text has none for certain.
    public static boolean mayBeIn(String text) {
        return text.contains("240.") || text.contains("241.");
    }

    /// Those that were given out when the design was compiled.
    public static StandIns of(CompiledDesign compiled) {
        Map<String, String> names = new HashMap<>();
        Design design = compiled.design();
        ServiceAddresses.of(design)
                .forEach((id, address) -> {
                    if (isUnstated(design, id)) {
                        names.put(address.toString(), label(design, id));
                    }
                });
        compiled.estate().members().stream()
                .filter(member -> isInvented(design, member))
                .forEach(member ->
                        names.put(
                                member.addresses().getFirst().first().toString(),
                                label(design, new ElementId(member.name()))));
        return new StandIns(names);
    }

    private static boolean isUnstated(Design design, ElementId service) {
        return design.find(service, Service.class)
                .filter(s -> !s.ownAddresses().isEmpty())
                .isEmpty();
    }

    private static boolean isInvented(Design design, Estate.Member member) {
        return member.addresses().size() == 1
                && ELEMENTS.contains(member.addresses().getFirst().first())
                && design.find(new ElementId(member.name()))
                        .filter(e -> Addresses.own(e).isEmpty())
                        .isPresent();
    }

    private static String label(Design design, ElementId id) {
        return design.find(id).map(e -> e.label()).orElse(id.value());
    }

    /// The text with names in place of these addresses: `pg-ledger (address not set)`.
    public String named(String text) {
        return names.isEmpty() || !text.contains("24")
                ? text
                : IN_TEXT.matcher(text).replaceAll(this::name);
    }

    private String name(MatchResult found) {
        String name = names.get(found.group().replace("/32", ""));
        return Matcher.quoteReplacement(name == null ? found.group() : name + " (address not set)");
    }
}
