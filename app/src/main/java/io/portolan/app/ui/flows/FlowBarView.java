package io.portolan.app.ui.flows;

import io.portolan.app.ui.theme.IconView;
import io.portolan.model.design.Element;
import io.portolan.model.design.ElementId;

import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Optional;

/// The bar over the drawing that adds a flow: from, a target by type-ahead, protocol, ports.
public final class FlowBarView extends VBox {
    private final FlowBarViewModel model;
    private final Label from = new Label();
    private final TextField target = new TextField();
    private final TextField ports = new TextField();
    private final ListView<Element> proposals = new ListView<>();

    /// True until a key goes down here: what is typed then is still the letter that opened the bar.
    private boolean opening;

    public FlowBarView(FlowBarViewModel model) {
        this.model = model;
        setId("flowBar");
        getStyleClass().add("flow-bar");
        setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
        getChildren().addAll(row(), refusal(), proposals());
        visibleProperty().bind(model.from().map(Optional::isPresent));
        managedProperty().bind(visibleProperty());
        model.from().subscribe(this::opened);
        model.to().subscribe(this::aimed);
        addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);
    }

    private HBox row() {
        target.setId("flowTarget");
        target.setPromptText("Type the target");
        target.setPrefWidth(190);
        target.textProperty().subscribe(this::propose);
        target.setOnAction(_ -> take());
        target.addEventFilter(KeyEvent.KEY_PRESSED, _ -> opening = false);
        target.addEventFilter(KeyEvent.KEY_TYPED, this::skipOpeningLetter);
        ports.setId("flowPorts");
        ports.setPromptText("every port");
        ports.setPrefWidth(110);
        ports.textProperty().bindBidirectional(model.ports());
        ports.setOnAction(_ -> model.add());
        Button add = new Button("Add flow");
        add.setId("flowAdd");
        add.getStyleClass().add("accent");
        add.setOnAction(_ -> model.add());
        from.getStyleClass().add("flow-from");
        Label arrow = new Label("\u2192");
        HBox row =
                new HBox(8, IconView.of("flow", 18), from, arrow, target, protocol(), ports, add);
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }

    private ComboBox<String> protocol() {
        ComboBox<String> box = new ComboBox<>();
        box.setId("flowProtocol");
        box.getItems().setAll("tcp", "udp", "sctp", "icmp");
        box.valueProperty().bindBidirectional(model.protocol());
        box.setPrefWidth(84);
        return box;
    }

    private Label refusal() {
        Label label = new Label();
        label.getStyleClass().add("refusal");
        label.textProperty().bind(model.refusal());
        label.visibleProperty().bind(model.refusal().isNotEmpty());
        label.managedProperty().bind(label.visibleProperty());
        return label;
    }

    private ListView<Element> proposals() {
        proposals.setId("flowProposals");
        proposals.getStyleClass().add("proposals");
        proposals.setFocusTraversable(false);
        proposals.setCellFactory(_ -> new ProposalCell());
        proposals.setOnMouseClicked(_ -> take());
        proposals.visibleProperty().bind(model.to().map(Optional::isEmpty));
        proposals.managedProperty().bind(proposals.visibleProperty());
        return proposals;
    }

    private void skipOpeningLetter(KeyEvent event) {
        if (opening) {
            event.consume();
        }
        opening = false;
    }

    private void opened(Optional<ElementId> source) {
        source.ifPresent(id -> {
            from.setText(model.labelOf(id));
            if (model.to().get().isEmpty()) {
                target.clear();
                propose("");
                target.requestFocus();
                opening = true;
            }
        });
    }

    private void aimed(Optional<ElementId> aim) {
        aim.ifPresent(id -> {
            target.setText(model.labelOf(id));
            ports.requestFocus();
            ports.selectAll();
        });
    }

    private void propose(String typed) {
        boolean taken = model.to().get().map(model::labelOf).filter(typed::equals).isPresent();
        if (!taken) {
            model.to().set(Optional.empty());
            List<Element> found = model.targets(typed);
            proposals.getItems().setAll(found);
            proposals.getSelectionModel().selectFirst();
            proposals.setPrefHeight(Math.max(1, found.size()) * 30 + 2);
        }
    }

    private void take() {
        Element chosen = proposals.getSelectionModel().getSelectedItem();
        if (chosen != null) {
            model.aim(chosen.id());
        }
    }

    private void pressed(KeyEvent event) {
        if (event.getCode() == KeyCode.ESCAPE) {
            model.cancel();
            event.consume();
        } else if (event.getCode() == KeyCode.DOWN) {
            proposals.getSelectionModel().selectNext();
            event.consume();
        } else if (event.getCode() == KeyCode.UP) {
            proposals.getSelectionModel().selectPrevious();
            event.consume();
        }
    }

    /// A target that may be meant.
    private static final class ProposalCell extends ListCell<Element> {
        @Override
        protected void updateItem(@Nullable Element element, boolean empty) {
            super.updateItem(element, empty);
            setText(empty || element == null ? null : element.label() + "   " + element.id());
            setGraphic(empty || element == null ? null : IconView.ofKind(element.getClass(), 16));
        }
    }
}
