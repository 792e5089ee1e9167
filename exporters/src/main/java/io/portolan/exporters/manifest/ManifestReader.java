package io.portolan.exporters.manifest;

import io.portolan.exporters.spi.Source;
import io.portolan.model.format.Malformed;
import io.portolan.model.format.Position;
import io.portolan.model.format.YamlNode;
import io.portolan.model.format.YamlNode.Mapping;
import io.portolan.model.format.YamlNode.Sequence;
import io.portolan.model.format.YamlReader;

import java.util.ArrayList;
import java.util.List;

/// Finds the objects of files: documents, JSON, lists of objects, `List` kinds. A document that
/// cannot be decoded is listed and does not hide its neighbours.
public final class ManifestReader {
    private static final String UNDECODED = "It cannot be decoded: ";

    private final Source source;
    private final Notices notices;
    private final List<Manifest> found = new ArrayList<>();

    private ManifestReader(Source source, Notices notices) {
        this.source = source;
        this.notices = notices;
    }

    /// The objects of one file.
    public static List<Manifest> read(Source source, Notices notices) {
        ManifestReader reader = new ManifestReader(source, notices);
        reader.readFile();
        return List.copyOf(reader.found);
    }

    private void readFile() {
        try {
            YamlReader.readAll(source.text()).forEach(this::take);
        } catch (Malformed whole) {
            found.clear();
            Documents.of(source.text()).forEach(this::readDocument);
        }
    }

    private void readDocument(String padded) {
        try {
            YamlReader.readAll(padded).forEach(this::take);
        } catch (Malformed e) {
            notices.ignore(source, e.at(), UNDECODED + e.getMessage());
            Guesses.of(padded).forEach(guess -> lose(guess.version(), guess.kind(), e.at()));
        }
    }

    /// An object that may stand in what cannot be decoded.
    private void lose(String version, String kind, Position at) {
        notices.lose(Manifest.lost(version, kind, at, source.name()));
    }

    private void take(YamlNode node) {
        switch (node) {
            case Sequence(Position _, var items) -> items.forEach(this::take);
            case Mapping mapping -> takeObject(new Part(mapping));
            case YamlNode.Scalar scalar when scalar.isNull() -> {}
            case YamlNode.Scalar scalar ->
                    notices.ignore(source, scalar.at(), "It is a text, not an object.");
        }
    }

    private void takeObject(Part object) {
        try {
            String kind = object.get("kind").text("");
            String version = object.get("apiVersion").text("");
            if (kind.isEmpty()) {
                notices.ignore(source, object.node().at(), "It has no kind.");
            } else if (isList(kind, object)) {
                object.get("items").items().forEach(item -> takeItem(kind, version, item));
            } else {
                add(version, kind, object);
            }
        } catch (Part.Unfit e) {
            notices.ignore(source, e.at(), UNDECODED + e.getMessage());
        }
    }

    private void add(String version, String kind, Part object) {
        try {
            found.add(Manifest.of(version, kind, object, source.name()));
        } catch (Part.Unfit e) {
            notices.ignore(source, e.at(), UNDECODED + e.getMessage());
            lose(version, kind, e.at());
        }
    }

    private static boolean isList(String kind, Part object) {
        return kind.endsWith("List") && object.get("items").isPresent();
    }

    /// The entries of a `PodList` need not say that they are Pods.
    private void takeItem(String listKind, String version, Part item) {
        if (item.get("kind").isAbsent() && !listKind.equals("List") && item.isPresent()) {
            String kind = listKind.substring(0, listKind.length() - "List".length());
            add(version, kind, item);
        } else {
            take(item.node());
        }
    }
}
