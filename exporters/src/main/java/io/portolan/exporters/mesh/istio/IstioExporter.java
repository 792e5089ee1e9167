package io.portolan.exporters.mesh.istio;

import io.portolan.exporters.spi.Artifact;
import io.portolan.exporters.spi.Dialect;
import io.portolan.exporters.spi.ExportRequest;
import io.portolan.exporters.spi.ExportResult;
import io.portolan.exporters.spi.Exporter;
import io.portolan.exporters.spi.Gap;
import io.portolan.exporters.spi.Proof;
import io.portolan.exporters.text.CommentHeader;
import io.portolan.exporters.text.IndentingWriter;
import io.portolan.exporters.text.Yaml;
import io.portolan.exporters.text.YamlWriter;
import io.portolan.model.design.Design;
import io.portolan.model.design.Mesh;
import io.portolan.model.design.MeshProduct;
import io.portolan.model.policy.EnforcementPoint;
import io.portolan.model.policy.Layer;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Writes the Istio meshes of a design, one file for each namespace.
public final class IstioExporter implements Exporter {
    private static final Proof PROOF =
            new Proof(
                    Proof.Strength.SCHEMA,
                    "Valid by the schemas of Istio's own resource definitions; the conditions that"
                            + " these hold beside the schemas are not evaluated.");

    public static Dialect dialect() {
        return new Dialect(
                "istio", "Istio", PROOF, Optional.of(new IstioExporter()), Optional.empty());
    }

    @Override
    public ExportResult export(ExportRequest request) {
        Design design = request.compiled().design();
        IstioObjects objects = new IstioObjects();
        List<Gap> gaps = new ArrayList<>();
        design.all(Mesh.class)
                .filter(IstioExporter::isIstio)
                .forEach(mesh -> add(mesh, request, objects, gaps));
        List<Artifact> artifacts = new ArrayList<>();
        objects.all().forEach((home, all) -> artifacts.add(artifact(request.origin(), home, all)));
        return new ExportResult(artifacts, gaps);
    }

    private static boolean isIstio(Mesh mesh) {
        return mesh.product() == MeshProduct.ISTIO_SIDECAR
                || mesh.product() == MeshProduct.ISTIO_AMBIENT;
    }

    private static void add(
            Mesh mesh, ExportRequest request, IstioObjects objects, List<Gap> gaps) {
        Design design = request.compiled().design();
        IstioLowering lowering = new IstioLowering(mesh, design, objects, gaps);
        lowering.addMutualTls();
        for (EnforcementPoint point : request.compiled().plan().pointsOf(mesh.id().value())) {
            if (point.layer() == Layer.MESH) {
                lowering.add(point);
            }
        }
        new ServiceEntries(design, objects).add(mesh);
    }

    private static Artifact artifact(String origin, IstioObjects.Home home, List<Yaml> objects) {
        String place = home.cluster() + "/" + home.namespace();
        IndentingWriter out = YamlWriter.lines();
        CommentHeader.write(out, "#", origin, "Istio objects of the namespace " + place + ".");
        YamlWriter yaml = new YamlWriter(out);
        objects.forEach(yaml::document);
        return out.artifact("kubernetes/" + place + "/istio.yaml");
    }
}
