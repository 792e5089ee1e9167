package io.portolan.exporters.firewall.asa;

import io.portolan.exporters.firewall.asa.AsaConfig.Face;
import io.portolan.model.design.DeviceInterface;
import io.portolan.model.design.Firewall;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;

/// The interfaces of an ASA. One that is drawn with the name of a socket (GigabitEthernet0/1) is
/// called by its zone; any other keeps its name and gets the next socket.
final class AsaFaces {
    private final SequencedMap<String, Face> byName = new LinkedHashMap<>();
    private final SequencedMap<String, String> zones = new LinkedHashMap<>();

    AsaFaces(Firewall firewall) {
        int next = 0;
        for (DeviceInterface face : firewall.interfaces()) {
            boolean socket = face.name().matches("[A-Z][A-Za-z-]+[0-9]+(/[0-9]+)*(\\.[0-9]+)?");
            String nameif = socket ? face.zone().orElse(face.name()) : face.name();
            String port = socket ? face.name() : "GigabitEthernet0/" + next++;
            byName.put(
                    face.name(),
                    new Face(port, plain(nameif), level(face, nameif), face.address()));
            zones.put(face.name(), face.zone().orElse(face.name()));
        }
    }

    private static String plain(String nameif) {
        return nameif.replaceAll("[^A-Za-z0-9_.-]", "-");
    }

    /// ASA gives 100 to an interface called inside, else 0.
    private static int level(DeviceInterface face, String nameif) {
        return face.securityLevel().orElse(nameif.equals("inside") ? 100 : 0);
    }

    List<Face> all() {
        return List.copyOf(byName.values());
    }

    Optional<String> nameif(String name) {
        return Optional.ofNullable(byName.get(name)).map(Face::nameif);
    }

    /// The only interface of these names or zones.
    Optional<String> single(Set<String> names) {
        List<String> members =
                byName.keySet().stream()
                        .filter(n -> names.contains(n) || names.contains(zones.getOrDefault(n, n)))
                        .toList();
        return members.size() == 1 ? nameif(members.getFirst()) : Optional.empty();
    }

    /// True if an interface goes by one of these names.
    boolean isOneOf(String face, Set<String> names) {
        return names.contains(face) || names.contains(zones.getOrDefault(face, face));
    }
}
