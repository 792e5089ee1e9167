package io.portolan.model.reach;

import io.portolan.model.policy.Request;
import io.portolan.model.policy.Text;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.SequencedSet;

/// The tests of requests that matter to some connection, by what they read, in a fixed order.
record RequestTests(
        SequencedSet<Text> hosts,
        SequencedSet<Text> methods,
        SequencedSet<Text> paths,
        SequencedSet<Text> serverNames) {
    static RequestTests of(Collection<Request> asked) {
        RequestTests tests =
                new RequestTests(
                        new LinkedHashSet<>(),
                        new LinkedHashSet<>(),
                        new LinkedHashSet<>(),
                        new LinkedHashSet<>());
        asked.forEach(tests::add);
        return tests;
    }

    /// Nothing is made of what no table has words for: it stays undecided.
    private void add(Request atom) {
        switch (atom) {
            case Request.Host(var name) -> add(hosts, name);
            case Request.Method(var name) -> add(methods, name);
            case Request.Path(var path) -> add(paths, path);
            case Request.ServerName(var name) -> add(serverNames, name);
            case Request.Header _, Request.Token _, Request.DnsQuery _, Request.NoHttp _ -> {}
        }
    }

    private static void add(SequencedSet<Text> to, Text test) {
        if (!Texts.isOpaque(test)) {
            to.add(test);
        }
    }

    boolean areInClear() {
        return !hosts.isEmpty() || !methods.isEmpty() || !paths.isEmpty();
    }

    boolean areUnderTls() {
        return !serverNames.isEmpty();
    }

    boolean isTooMuch() {
        return parts(hosts) > Samples.MOST_PARTS
                || parts(methods) > Samples.MOST_PARTS
                || parts(paths) > Samples.MOST_PARTS
                || parts(serverNames) > Samples.MOST_PARTS;
    }

    private static long parts(SequencedSet<Text> tests) {
        return tests.stream().filter(Text.Contains.class::isInstance).count();
    }
}
