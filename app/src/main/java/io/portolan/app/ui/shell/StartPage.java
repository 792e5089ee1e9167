package io.portolan.app.ui.shell;

import io.portolan.app.ui.theme.IconView;
import io.portolan.samples.Sample;
import io.portolan.samples.SampleCatalogue;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

/// What the window shows before a design is open: begin, go on, or look at a sample.
final class StartPage extends StackPane {
    private static final double CARD = 360;
    private static final double CARD_HEIGHT = 92;

    private final VBox recent = new VBox(2);
    private final Consumer<Path> openFile;

    /// What the page can begin.
    record Ways(Runnable blank, Runnable open, Consumer<Sample> sample, Consumer<Path> file) {}

    StartPage(Ways ways) {
        openFile = ways.file();
        setId("startPage");
        getStyleClass().add("start-page");
        Label title = new Label("Portolan");
        title.getStyleClass().add("start-title");
        Label claim =
                new Label("Draw what shall talk to what. See what can. Export what makes it so.");
        claim.getStyleClass().add("start-claim");
        VBox page = new VBox(new VBox(4, title, claim), begin(ways), samples(ways), recentFiles());
        page.getStyleClass().add("start-content");
        page.setMaxWidth(2 * CARD + 16);
        StackPane middle = new StackPane(page);
        middle.setAlignment(Pos.TOP_CENTER);
        ScrollPane scroll = new ScrollPane(middle);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        getChildren().add(scroll);
    }

    private static Node begin(Ways ways) {
        Button blank = new Button("New design", IconView.of("plus", 16));
        blank.setId("startNew");
        blank.getStyleClass().add("accent");
        blank.setOnAction(_ -> ways.blank().run());
        Button open = new Button("Open\u2026", IconView.of("folder", 16));
        open.setId("startOpen");
        open.setOnAction(_ -> ways.open().run());
        return new HBox(8, blank, open);
    }

    private static Node samples(Ways ways) {
        FlowPane cards = new FlowPane(16, 16);
        for (Sample sample : SampleCatalogue.all()) {
            cards.getChildren().add(card(sample, ways.sample()));
        }
        return new VBox(10, heading("SAMPLES"), cards);
    }

    private static Node card(Sample sample, Consumer<Sample> open) {
        Label title = new Label(sample.title());
        title.getStyleClass().add("card-title");
        Label summary = new Label(sample.summary());
        summary.setWrapText(true);
        summary.getStyleClass().add("muted");
        summary.setMinHeight(USE_PREF_SIZE);
        Button card = new Button();
        card.setGraphic(new VBox(6, title, summary));
        card.setId("sample-" + sample.name());
        card.setAccessibleText("Open the sample " + sample.title());
        card.getStyleClass().add("sample-card");
        card.setPrefWidth(CARD);
        card.setMinHeight(CARD_HEIGHT);
        card.setPrefHeight(CARD_HEIGHT);
        card.setMaxHeight(CARD_HEIGHT);
        card.setAlignment(Pos.TOP_LEFT);
        summary.setMaxWidth(CARD - 36);
        card.setOnAction(_ -> open.accept(sample));
        return card;
    }

    private Node recentFiles() {
        return new VBox(10, heading("RECENT"), recent);
    }

    private static Label heading(String text) {
        Label heading = new Label(text);
        heading.getStyleClass().add("section-head");
        return heading;
    }

    /// Shows these files as the recent ones.
    void showRecent(List<Path> files) {
        recent.getChildren().clear();
        if (files.isEmpty()) {
            Label none = new Label("Designs that you open or save will be listed here.");
            none.getStyleClass().add("muted");
            recent.getChildren().add(none);
        }
        files.forEach(file -> recent.getChildren().add(link(file)));
    }

    private Node link(Path file) {
        Label name = new Label(String.valueOf(file.getFileName()));
        Label folder = new Label(String.valueOf(file.getParent()));
        folder.getStyleClass().add("muted");
        HBox words = new HBox(12, name, folder);
        Button link = new Button();
        link.setGraphic(words);
        link.getStyleClass().addAll("flat", "recent-link");
        link.setMaxWidth(Double.MAX_VALUE);
        link.setAlignment(Pos.CENTER_LEFT);
        link.setOnAction(_ -> openFile.accept(file));
        return link;
    }
}
