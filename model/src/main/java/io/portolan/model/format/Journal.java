package io.portolan.model.format;

import io.portolan.model.change.Change;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.zip.CRC32;

/// The changes since the last save, in a hidden file beside the design: one JSON line for each,
/// behind its checksum, forced to the disk one by one. After a kill they can be done again.
public final class Journal {
    private static final String BASE = "base ";

    private final Path design;
    private final Path file;

    private Journal(Path design) {
        this.design = design;
        this.file = AtomicFile.sibling(design.toAbsolutePath(), ".journal");
    }

    /// The journal of a design file, which need not exist yet. Nothing is opened or written.
    public static Journal of(Path design) {
        return new Journal(design);
    }

    /// Notes a change. For an undo or redo, note `Changes.between` the designs.
    public synchronized void append(Change change) throws IOException {
        boolean fresh = !Files.exists(file);
        String first = fresh ? line(BASE + fingerprint()) : "";
        String line = line(JsonText.line(RecordWriter.tree(change, Change.class)));
        write(first + line);
        if (fresh) {
            AtomicFile.syncFolder(file);
        }
    }

    /// A torn last line of a killed process must not swallow the next one.
    private void write(String lines) throws IOException {
        try (FileChannel out =
                FileChannel.open(
                        file,
                        StandardOpenOption.CREATE,
                        StandardOpenOption.READ,
                        StandardOpenOption.WRITE)) {
            String text = isTorn(out) ? "\n" + lines : lines;
            out.position(out.size());
            AtomicFile.writeAll(out, text.getBytes(StandardCharsets.UTF_8));
            out.force(true);
        }
    }

    private static boolean isTorn(FileChannel channel) throws IOException {
        ByteBuffer last = ByteBuffer.allocate(1);
        return channel.size() > 0
                && channel.read(last, channel.size() - 1) == 1
                && last.get(0) != '\n';
    }

    private static String line(String content) {
        return checksum(content) + " " + content + "\n";
    }

    private static String checksum(String content) {
        CRC32 sum = new CRC32();
        sum.update(content.getBytes(StandardCharsets.UTF_8));
        return String.format(Locale.ROOT, "%08x", sum.getValue());
    }

    /// Tells versions of the design file apart.
    private String fingerprint() throws IOException {
        if (!Files.exists(design)) {
            return "none";
        }
        CRC32 sum = new CRC32();
        byte[] content = Files.readAllBytes(design);
        sum.update(content);
        return HexFormat.of().toHexDigits(sum.getValue()) + "-" + content.length;
    }

    /// What a process that was killed has left; empty if there is no journal, or nothing in it.
    public Optional<Recovery> recover() throws IOException {
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        List<Change> changes = new ArrayList<>();
        String base = "";
        int damaged = 0;
        try (BufferedReader lines = Files.newBufferedReader(file, StandardCharsets.ISO_8859_1)) {
            for (String raw = lines.readLine(); raw != null; raw = lines.readLine()) {
                Optional<String> content = content(raw);
                Optional<Change> change = content.flatMap(Journal::change);
                change.ifPresent(changes::add);
                if (content.filter(c -> c.startsWith(BASE)).isPresent()) {
                    base = content.get().substring(BASE.length());
                } else if (change.isEmpty()) {
                    damaged++;
                }
            }
        }
        return changes.isEmpty()
                ? Optional.empty()
                : Optional.of(new Recovery(changes, damaged, !base.equals(fingerprint())));
    }

    /// The content of a line whose checksum is right. Bytes are kept until then.
    private static Optional<String> content(String raw) {
        String line = new String(raw.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
        int blank = line.indexOf(' ');
        return Optional.of(line.substring(blank + 1))
                .filter(content -> blank > 0 && line.startsWith(checksum(content)));
    }

    private static Optional<Change> change(String content) {
        try {
            return content.startsWith("{")
                    ? new RecordReader().read(YamlReader.read(content), Change.class)
                    : Optional.empty();
        } catch (Malformed e) {
            return Optional.empty();
        }
    }

    /// Ends the journal: its changes are saved, or given up.
    public synchronized void discard() throws IOException {
        Files.deleteIfExists(file);
    }
}
