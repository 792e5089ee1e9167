package io.portolan.exporters.netns;

import io.portolan.model.net.Address;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;

/// A network namespace with a peer in it.
final class Namespace implements AutoCloseable {
    private static final int LONGEST = 60;

    private final Process peer;
    private final BufferedWriter commands;
    private final Map<String, CompletableFuture<String>> answers = new ConcurrentHashMap<>();
    private final AtomicInteger next = new AtomicInteger();

    /// Starts the peer in a namespace that exists.
    Namespace(String name) {
        try {
            peer =
                    new ProcessBuilder(
                                    "ip",
                                    "netns",
                                    "exec",
                                    name,
                                    Path.of(System.getProperty("java.home"), "bin", "java")
                                            .toString(),
                                    "-XX:+UseSerialGC",
                                    "-XX:TieredStopAtLevel=1",
                                    "-Xmx64m",
                                    "-cp",
                                    classes(),
                                    Peer.class.getName())
                            .redirectError(ProcessBuilder.Redirect.INHERIT)
                            .start();
            commands = peer.outputWriter(StandardCharsets.UTF_8);
            Thread.ofVirtual().start(this::read);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String classes() {
        try {
            return Path.of(Peer.class.getProtectionDomain().getCodeSource().getLocation().toURI())
                    .toString();
        } catch (URISyntaxException e) {
            throw new AssertionError(e);
        }
    }

    private void read() {
        peer.inputReader(StandardCharsets.UTF_8)
                .lines()
                .forEach(line -> {
                    int space = line.indexOf(' ');
                    CompletableFuture<String> answer = answers.remove(line.substring(0, space));
                    if (answer != null) {
                        answer.complete(line.substring(space + 1));
                    }
                });
        answers.values().forEach(a -> a.completeExceptionally(new IOException("the peer ended")));
    }

    /// Listens; once this returns, who calls is answered.
    void serve(String transport, Address at, int port) {
        String answer = get(ask("serve %s %s %d".formatted(transport, at, port)));
        if (!answer.equals("serving")) {
            throw new AssertionError("%s %s %d: %s".formatted(transport, at, port, answer));
        }
    }

    /// Begins to connect, and gives up after `millis` without an answer.
    Future<String> attempt(Attempt attempt, int millis) {
        return ask(
                "try %s %s %s %d %d"
                        .formatted(
                                attempt.transport(),
                                attempt.from(),
                                attempt.to(),
                                attempt.port(),
                                millis));
    }

    private synchronized Future<String> ask(String command) {
        String id = Integer.toString(next.incrementAndGet());
        CompletableFuture<String> answer = new CompletableFuture<>();
        answers.put(id, answer);
        try {
            commands.write(id + " " + command + "\n");
            commands.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return answer;
    }

    static String get(Future<String> answer) {
        try {
            return answer.get(LONGEST, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        } catch (ExecutionException | TimeoutException e) {
            throw new AssertionError(e);
        }
    }

    @Override
    public void close() {
        peer.destroyForcibly();
        peer.onExit().join();
    }
}
