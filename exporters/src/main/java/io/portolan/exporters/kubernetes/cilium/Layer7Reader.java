package io.portolan.exporters.kubernetes.cilium;

import io.portolan.exporters.kubernetes.cilium.CiliumRule.Header;
import io.portolan.exporters.kubernetes.cilium.CiliumRule.HttpRule;
import io.portolan.exporters.kubernetes.cilium.CiliumRule.Layer7;
import io.portolan.exporters.manifest.Part;
import io.portolan.model.policy.Text;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Reads `rules` of ports. Methods, paths and hosts are regular expressions for the whole value.
final class Layer7Reader {
    private Layer7Reader() {}

    /// Nothing written, or an empty list, leaves the ports to the lower layers.
    static Optional<Layer7> read(Part rules) {
        List<Part> http = rules.get("http").items();
        if (!http.isEmpty()) {
            return Optional.of(new Layer7.Http(http.stream().map(Layer7Reader::http).toList()));
        }
        List<Part> dns = rules.get("dns").items();
        if (!dns.isEmpty()) {
            return Optional.of(new Layer7.Dns(dns.stream().map(Layer7Reader::dns).toList()));
        }
        if (!rules.get("kafka").items().isEmpty()) {
            return Optional.of(new Layer7.Other("kafka"));
        }
        return rules.isEmpty()
                ? Optional.empty()
                : Optional.of(new Layer7.Other(rules.get("l7proto").text("another protocol")));
    }

    private static HttpRule http(Part rule) {
        List<String> unknown = new ArrayList<>();
        for (Part match : rule.get("headerMatches").items()) {
            unknown.add("header " + match.get("name").text(""));
        }
        return new HttpRule(
                written(rule.get("method")),
                written(rule.get("path")),
                written(rule.get("host")),
                rule.get("headers").texts().stream().map(Layer7Reader::header).toList(),
                unknown);
    }

    /// An empty text is not written.
    private static Optional<Text> written(Part part) {
        return part.text().filter(t -> !t.isEmpty()).map(Layer7Reader::whole);
    }

    /// `Name: value`, or a name alone.
    private static Header header(String text) {
        String[] parts = text.split("[: ]+", 2);
        return new Header(
                parts[0],
                parts.length > 1 && !parts[1].isBlank()
                        ? new Text.Exact(parts[1].strip())
                        : new Text.Present());
    }

    private static Text dns(Part rule) {
        return rule.get("matchName")
                .text()
                .filter(n -> !n.isEmpty())
                .map(DnsText::name)
                .orElseGet(() -> DnsText.pattern(rule.get("matchPattern").text("")));
    }

    /// Plain words and what only ends in `.*` need no regular expression.
    static Text whole(String regex) {
        String plain = "[-a-zA-Z0-9_/%~ ]*";
        if (regex.matches(plain)) {
            return new Text.Exact(regex);
        }
        return regex.matches(plain + "[.][*]")
                ? new Text.Prefix(regex.substring(0, regex.length() - 2))
                : new Text.Regex(regex);
    }
}
