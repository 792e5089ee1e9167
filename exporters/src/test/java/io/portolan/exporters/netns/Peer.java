package io.portolan.exporters.netns;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.BindException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;

/// A program that listens and connects in one network namespace. It reads commands, one a line, and
/// prints an answer for each as soon as it has one, `ID` first:
///
///     ID serve tcp|udp ADDRESS PORT              -> ID serving
///     ID try tcp|udp FROM TO PORT MILLISECONDS   -> ID answered SEEN-FROM SEEN-TO PORT
///                                                   ID refused | ID silent | ID failed WORDS
///
/// What it listens on tells everybody from where and to where it was called. It ends with its input.
final class Peer {
    private static final int PATIENCE = 20_000;
    private static final int PAUSE = 200;

    private Peer() {}

    public static void main(String[] args) throws IOException {
        BufferedReader commands =
                new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String line = commands.readLine(); line != null; line = commands.readLine()) {
            String[] words = line.split(" ", -1);
            Thread.ofVirtual().start(() -> print(words[0] + " " + answer(words)));
        }
    }

    private static synchronized void print(String line) {
        System.out.println(line);
        System.out.flush();
    }

    private static String answer(String[] words) {
        try {
            boolean tcp = words[2].equals("tcp");
            if (words[1].equals("serve")) {
                InetSocketAddress at = at(words[3], words[4]);
                return tcp ? serve(new ServerSocket(), at) : serve(new DatagramSocket(at));
            }
            InetSocketAddress from = at(words[3], "0");
            InetSocketAddress to = at(words[4], words[5]);
            int millis = Integer.parseInt(words[6]);
            return tcp ? connect(from, to, millis) : send(from, to, millis);
        } catch (SocketTimeoutException e) {
            return "silent";
        } catch (BindException e) {
            return "failed " + e;
        } catch (SocketException e) {
            return "refused"; // a reset, or an error that a device on the way sent
        } catch (IOException e) {
            return "failed " + e;
        }
    }

    private static InetSocketAddress at(String address, String port) throws IOException {
        return new InetSocketAddress(InetAddress.getByName(address), Integer.parseInt(port));
    }

    private static String seen(InetAddress from, InetAddress to, int port) {
        return from.getHostAddress() + " " + to.getHostAddress() + " " + port;
    }

    // ---------------------------------------------------------------- listening

    private static String serve(ServerSocket server, InetSocketAddress at) throws IOException {
        server.setReuseAddress(true);
        server.bind(at, 512);
        Thread.ofVirtual().start(() -> accept(server));
        return "serving";
    }

    private static void accept(ServerSocket server) {
        while (true) {
            try {
                Socket caller = server.accept();
                Thread.ofVirtual().start(() -> greet(caller));
            } catch (IOException e) {
                return;
            }
        }
    }

    private static void greet(Socket caller) {
        try (caller) {
            String line =
                    seen(caller.getInetAddress(), caller.getLocalAddress(), caller.getLocalPort());
            caller.getOutputStream().write((line + "\n").getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            // The caller has gone: it knows enough.
        }
    }

    private static String serve(DatagramSocket server) {
        Thread.ofVirtual().start(() -> echo(server));
        return "serving";
    }

    private static void echo(DatagramSocket server) {
        while (true) {
            try {
                DatagramPacket packet = new DatagramPacket(new byte[512], 512);
                server.receive(packet);
                String line =
                        seen(packet.getAddress(), server.getLocalAddress(), server.getLocalPort());
                packet.setData(line.getBytes(StandardCharsets.UTF_8));
                server.send(packet);
            } catch (IOException e) {
                return;
            }
        }
    }

    // ---------------------------------------------------------------- connecting

    private static String connect(InetSocketAddress from, InetSocketAddress to, int millis)
            throws IOException {
        try (Socket socket = new Socket()) {
            socket.bind(from);
            socket.connect(to, millis);
            // Who was connected waits as long as a busy machine needs to tell where it arrived.
            socket.setSoTimeout(PATIENCE);
            BufferedReader reply =
                    new BufferedReader(
                            new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
            return "answered " + reply.readLine();
        }
    }

    /// A datagram may be lost: it is sent again until the time is over.
    private static String send(InetSocketAddress from, InetSocketAddress to, int millis)
            throws IOException {
        try (DatagramSocket socket = new DatagramSocket(from)) {
            socket.connect(to);
            socket.setSoTimeout(PAUSE);
            DatagramPacket reply = new DatagramPacket(new byte[512], 512);
            for (int spent = 0; spent < millis; spent += PAUSE) {
                socket.send(new DatagramPacket(new byte[] {1}, 1));
                try {
                    socket.receive(reply);
                    return "answered "
                            + new String(
                                    reply.getData(), 0, reply.getLength(), StandardCharsets.UTF_8);
                } catch (SocketTimeoutException e) {
                    // Again.
                }
            }
            return "silent";
        }
    }
}
