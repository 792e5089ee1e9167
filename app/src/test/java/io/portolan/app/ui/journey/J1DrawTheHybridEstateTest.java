package io.portolan.app.ui.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.glass.ui.headless.WideApplication;

import io.portolan.app.picture.DisplayList;
import io.portolan.app.service.Analysis;
import io.portolan.app.ui.outline.OutlineNode;
import io.portolan.app.ui.shell.TestWindow;
import io.portolan.model.design.Cluster;
import io.portolan.model.design.CniProduct;
import io.portolan.model.design.Design;
import io.portolan.model.design.Firewall;
import io.portolan.model.design.Gateway;
import io.portolan.model.design.Mainframe;
import io.portolan.model.design.Mesh;
import io.portolan.model.design.Namespace;
import io.portolan.model.design.TlsMode;
import io.portolan.model.design.Vlan;
import io.portolan.model.design.Workload;
import io.portolan.model.format.DesignWriter;
import io.portolan.model.rule.Finding;
import io.portolan.model.rule.Severity;

import javafx.geometry.Point2D;
import javafx.scene.control.TreeItem;
import javafx.scene.control.TreeView;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// From a blank sheet to a saved estate: two clusters in one mesh, a gateway with TLS and SNI, and
/// a firewall in front of a VLAN with a mainframe, with the mouse and the keyboard alone.
@ExtendWith(ApplicationExtension.class)
final class J1DrawTheHybridEstateTest {
    private static final Point2D MIDDLE = new Point2D(0.5, 0.5);

    @TempDir static Path temp;

    private TestWindow window;

    @Start
    void start(Stage stage) {
        window = TestWindow.show(stage, temp);
    }

    @AfterEach
    void close() {
        window.run(window.window()::close);
    }

    @Test
    void theWholeEstateIsDrawnSavedAndReadAgain() throws IOException {
        FxRobot robot = new Hands();
        Architect architect = new Architect(window, robot);
        begin(architect);
        clusters(architect);
        namespaces(architect);
        mesh(architect);
        gateway(architect);
        legacy(architect);
        everythingIsInTheOutlineAndNothingIsWrong(robot);
        window.shoot("journey-1");
        Path file = save(architect);
        theFileIsStableAndReadsTheSame(file);
    }

    private void begin(Architect architect) {
        architect.robot().clickOn("#startNew");
        architect.see("#dlgNew");
        architect.type("#newName", "estate");
        architect.robot().clickOn("#newCreate");
        window.await("a sheet is open", () -> !window.window().parts().shell().starting().get());
        architect.robot().clickOn("#tab-problems");
    }

    private void clusters(Architect architect) {
        architect.place(Cluster.class, "east", new Point2D(180, 130));
        architect.edit("cni-add");
        architect.choose("cni-product", "Calico");
        architect.edit("podRanges", "10.244.0.0/16");
        architect.edit("nodeRanges", "10.20.0.0/16");
        architect.place(Cluster.class, "west", new Point2D(180, 380));
        architect.edit("cni-add");
        architect.choose("cni-product", "Cilium");
        architect.edit("podRanges", "10.245.0.0/16");
        architect.edit("nodeRanges", "10.21.0.0/16");
        assertThat(cniOf("east")).isEqualTo(CniProduct.CALICO);
        assertThat(cniOf("west")).isEqualTo(CniProduct.CILIUM);
    }

    private CniProduct cniOf(String cluster) {
        return window.model()
                .design()
                .all(Cluster.class)
                .filter(c -> c.label().equals(cluster))
                .flatMap(c -> c.cni().stream())
                .map(cni -> cni.product())
                .findFirst()
                .orElseThrow();
    }

    private void namespaces(Architect architect) {
        architect.placeInside(Namespace.class, "pay", "east", MIDDLE);
        architect.placeInside(Workload.class, "api", "pay", MIDDLE);
        architect.placeInside(Namespace.class, "ledger", "west", MIDDLE);
        architect.placeInside(Workload.class, "core", "ledger", MIDDLE);
        assertThat(parentOf(architect, "api")).isEqualTo("pay");
        assertThat(parentOf(architect, "core")).isEqualTo("ledger");
    }

    private void mesh(Architect architect) {
        architect.place(Mesh.class, "bank-mesh", new Point2D(480, 60));
        architect.choose("product", "Istio sidecar");
        architect.choose("members", "east");
        architect.choose("members", "west");
        assertThat(window.model().design().all(Mesh.class))
                .flatExtracting(Mesh::members)
                .containsExactlyInAnyOrder(
                        architect.find("east").id(), architect.find("west").id());
    }

    private void gateway(Architect architect) {
        architect.placeInside(Gateway.class, "edge-gw", "pay", new Point2D(0.5, 1.05));
        architect.choose("product", "Envoy");
        architect.edit("listeners-add");
        architect.choose("listeners-0-protocol", "HTTPS");
        architect.choose("listeners-0-tls", "Terminate");
        architect.edit("listeners-0-hostnames", "pay.example");
        assertThat(window.model().design().all(Gateway.class))
                .flatExtracting(Gateway::listeners)
                .satisfiesExactly(listener -> {
                    assertThat(listener.tls()).contains(TlsMode.TERMINATE);
                    assertThat(listener.hostnames()).containsExactly("pay.example");
                });
    }

    private void legacy(Architect architect) {
        architect.place(Vlan.class, "VLAN 120", new Point2D(740, 130));
        architect.edit("tag", "120");
        architect.edit("subnet", "10.30.6.0/24");
        architect.placeInside(Mainframe.class, "zos1", "VLAN 120", MIDDLE);
        architect.edit("addresses", "10.30.6.20");
        architect.place(Firewall.class, "asa1", new Point2D(540, 380));
        architect.choose("platform", "Cisco ASA");
        architect.choose("policy", "As they are");
        architect.link("west", "asa1");
        architect.link("asa1", "VLAN 120");
        architect.link("asa1", "east");
        architect.select("asa1");
        architect.editEntry("interfaces-0", "securityLevel", "50");
        architect.editEntry("interfaces-1", "securityLevel", "100");
        architect.editEntry("interfaces-2", "securityLevel", "50");
        assertThat(window.model().design().links().keySet())
                .containsExactly("west-asa1", "asa1-vlan-120", "asa1-east");
    }

    private void everythingIsInTheOutlineAndNothingIsWrong(FxRobot robot) {
        TreeView<OutlineNode> outline = robot.lookup("#outline").lookup(".tree-view").query();
        assertThat(labels(outline.getRoot()))
                .contains("east", "west", "pay", "api", "ledger", "core", "bank-mesh", "edge-gw")
                .contains("VLAN 120", "zos1", "asa1");
        window.awaitCheck();
        Analysis analysis = window.model().analysis().get().orElseThrow();
        assertThat(analysis.review().findings())
                .filteredOn(f -> f.severity() == Severity.ERROR)
                .extracting(Finding::message)
                .isEmpty();
    }

    private static List<String> labels(TreeItem<OutlineNode> item) {
        List<String> labels = new ArrayList<>();
        for (TreeItem<OutlineNode> child : item.getChildren()) {
            labels.add(child.getValue().element().label());
            labels.addAll(labels(child));
        }
        return labels;
    }

    private Path save(Architect architect) {
        Path file = temp.resolve("estate.portolan.yaml");
        WideApplication.choose(file.toFile());
        architect.press(KeyCode.CONTROL, KeyCode.S);
        window.await("the design is saved", () -> !window.model().dirty().get());
        return file;
    }

    private void theFileIsStableAndReadsTheSame(Path file) throws IOException {
        Design drawn = window.model().design();
        String text = Files.readString(file);
        assertThat(text).isEqualTo(DesignWriter.write(drawn));
        Estate.accept(file);
        assertThat(text).isEqualTo(Estate.text());
        DisplayList before = picture();
        window.run(() -> window.window().open(file));
        window.await(
                "it is open again",
                () ->
                        window.model().file().get().isPresent()
                                && window.model().history().get().past().isEmpty());
        assertThat(window.model().design()).isEqualTo(drawn);
        window.awaitCheck();
        assertThat(picture()).isEqualTo(before);
    }

    private DisplayList picture() {
        return window.window().canvas().displayList();
    }

    private String parentOf(Architect architect, String label) {
        return architect.find(label).parent().map(window.model()::labelOf).orElse("nothing");
    }
}
