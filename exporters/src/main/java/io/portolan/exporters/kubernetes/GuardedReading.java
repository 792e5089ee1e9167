package io.portolan.exporters.kubernetes;

import static java.util.stream.Collectors.joining;

import io.portolan.exporters.manifest.Manifest;
import io.portolan.exporters.manifest.Part;
import io.portolan.exporters.spi.ImportResult.Problem;
import io.portolan.model.format.Position;
import io.portolan.model.policy.Origin;

import java.lang.System.Logger.Level;
import java.util.List;
import java.util.Optional;

/// Lets readers work so that none of them takes the import with it. What a reader cannot take is a
/// problem, and stays in the design as "not analysed": an answer without it may be a wrong one.
final class GuardedReading {
    private static final System.Logger LOG = System.getLogger("io.portolan");
    private static final int NAMED = 5;

    private final ClusterEstate estate;

    GuardedReading(ClusterEstate estate) {
        this.estate = estate;
    }

    /// The reader that takes the object. What nobody takes is listed; what nobody can even ask
    /// about is not valid.
    Optional<KindReader> findReader(List<KindReader> readers, Manifest manifest) {
        try {
            Optional<KindReader> found =
                    readers.stream().filter(reader -> reader.reads(manifest)).findFirst();
            if (found.isEmpty()) {
                estate.notices().ignore(manifest, "This kind is not part of a design.");
            }
            return found;
        } catch (Part.Unfit e) {
            refuse(manifest, e.at(), String.valueOf(e.getMessage()));
            return Optional.empty();
        }
    }

    /// Keeps what may be a policy in a text that cannot be decoded as "not analysed".
    void lose(List<KindReader> readers, Manifest lost) {
        boolean decides = readers.stream().filter(KindReader::decides).anyMatch(r -> r.reads(lost));
        if (decides) {
            String why = "It cannot be decoded.";
            estate.addNotAnalysed(lost.at(lost.root()), lost.kind(), why);
        }
    }

    /// Gives a reader all its objects.
    void readAll(KindReader reader, List<Manifest> manifests) {
        manifests.forEach(manifest -> read(reader, manifest));
        try {
            reader.finish();
        } catch (RuntimeException e) {
            fail(manifests, e);
        }
    }

    private void read(KindReader reader, Manifest manifest) {
        try {
            reader.read(manifest);
        } catch (Part.Unfit e) {
            refuse(reader, manifest, e.at(), String.valueOf(e.getMessage()));
        } catch (IllegalArgumentException e) {
            Position at = manifest.root().node().at();
            refuse(reader, manifest, at, String.valueOf(e.getMessage()));
        } catch (RuntimeException e) {
            fail(List.of(manifest), e);
        }
    }

    private void refuse(KindReader reader, Manifest manifest, Position at, String why) {
        if (reader.decides()) {
            refuse(manifest, at, why);
        } else {
            estate.notices().ignore(manifest, "It cannot be decoded: " + why);
        }
    }

    private void refuse(Manifest manifest, Position at, String why) {
        estate.notices().refuse(manifest, at, why);
        estate.addNotAnalysed(
                new Origin.Line(manifest.file(), at.line()),
                manifest.title(),
                "It is not valid: " + why);
    }

    /// What is wrong shows only when all of the objects are seen together, or is a fault of ours.
    private void fail(List<Manifest> manifests, RuntimeException e) {
        LOG.log(Level.DEBUG, "objects that could not be analysed", e);
        String why = "It cannot be analysed: " + why(e);
        if (manifests.isEmpty()) {
            String cluster = estate.cluster().value();
            estate.notices().report(new Problem(cluster, "", 1, 1, why));
            estate.addNotAnalysed(new Origin.BuiltIn("cluster"), cluster, why);
            return;
        }
        String message = "%s: %s".formatted(names(manifests), why);
        estate.notices().report(problem(manifests, at(manifests, e), message));
        manifests.forEach(m -> estate.addNotAnalysed(m.at(m.root()), m.title(), why));
    }

    private static Problem problem(List<Manifest> manifests, Position at, String message) {
        Manifest first = manifests.getFirst();
        return new Problem(first.title(), first.file(), at.line(), at.column(), message);
    }

    /// In which of several objects a value stands is not known.
    private static Position at(List<Manifest> manifests, RuntimeException e) {
        return manifests.size() == 1 && e instanceof Part.Unfit unfit
                ? unfit.at()
                : manifests.getFirst().root().node().at();
    }

    private static String names(List<Manifest> manifests) {
        String names = manifests.stream().limit(NAMED).map(Manifest::title).collect(joining(", "));
        int more = manifests.size() - NAMED;
        return more > 0 ? "%s and %d more".formatted(names, more) : names;
    }

    private static String why(RuntimeException e) {
        return e instanceof Part.Unfit || e instanceof IllegalArgumentException
                ? String.valueOf(e.getMessage())
                : "This is a fault of Portolan (%s). Please report it.".formatted(e);
    }
}
