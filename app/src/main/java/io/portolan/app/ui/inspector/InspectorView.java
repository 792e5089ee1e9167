package io.portolan.app.ui.inspector;

import io.portolan.app.service.Words;
import io.portolan.app.ui.editor.Background;
import io.portolan.app.ui.theme.EmptyState;
import io.portolan.app.ui.theme.IconView;
import io.portolan.app.ui.theme.VerdictLook;
import io.portolan.model.design.Intent;
import io.portolan.model.reach.Hop;
import io.portolan.model.reach.Verdict;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

import java.util.List;
import java.util.Optional;

/// The right dock: what is selected, editable.
public final class InspectorView extends StackPane {
    private final InspectorViewModel model;
    private final Background background;
    private final EditContext context;
    private final VBox content = new VBox();
    private Optional<Subject> shown = Optional.empty();
    private State state = new State(0, Optional.empty(), Optional.empty());

    /// What the form was made from beside its subject.
    private record State(int design, Optional<Verdict> verdict, Optional<Hop> decision) {}

    public InspectorView(InspectorViewModel model, Background background) {
        this.model = model;
        this.background = background;
        context = new EditContext(model.model());
        setId("inspector");
        getStyleClass().add("dock");
        content.getStyleClass().add("inspector");
        ScrollPane scroll = new ScrollPane(content);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        getChildren().setAll(scroll);
        model.subject().subscribe(this::later);
        model.model().verdicts().subscribe(this::later);
        model.model().spotted().subscribe(this::later);
        build();
    }

    /// Not at once: a field that loses the focus commits while the next one is getting it.
    private void later() {
        background.deliver(this::build);
    }

    /// Verdicts that change nothing here leave the form alone: somebody may be typing into it.
    private void build() {
        Optional<Subject> subject = model.subject().get();
        State now =
                new State(
                        System.identityHashCode(context.design()),
                        subject.flatMap(model::verdict),
                        subject.flatMap(model::decision));
        if (now.equals(state) && subject.equals(shown)) {
            return;
        }
        state = now;
        if (!subject.map(Subject::facts).equals(shown.map(Subject::facts))) {
            context.foldAll();
        }
        String focused = focusedId();
        shown = subject;
        content.getChildren().setAll(subject.map(this::form).orElseGet(InspectorView::empty));
        restore(focused);
    }

    private String focusedId() {
        Node owner = getScene() == null ? null : getScene().getFocusOwner();
        String id = owner == null ? null : owner.getId();
        return id == null || !id.startsWith("field-") ? "" : id;
    }

    private void restore(String focused) {
        Node field = focused.isEmpty() ? null : content.lookup("#" + focused);
        if (field != null) {
            field.requestFocus();
        }
    }

    private static List<Node> empty() {
        return List.of(
                new EmptyState(
                        "select",
                        "Nothing selected",
                        "Click an element or a flow in the drawing, the outline or a table to see"
                                + " and change it here."));
    }

    private List<Node> form(Subject subject) {
        VBox form = new VBox();
        form.getStyleClass().add("inspector-form");
        form.getChildren().add(head(subject));
        model.verdict(subject)
                .map(verdict -> banner(model.wanted(subject), verdict))
                .ifPresent(form.getChildren()::add);
        model.decision(subject).map(InspectorView::decision).ifPresent(form.getChildren()::add);
        model.sections(subject.record())
                .forEach((title, fields) -> {
                    form.getChildren().add(heading(title));
                    form.getChildren()
                            .add(
                                    new RecordForm(
                                            fields,
                                            context,
                                            (field, value) -> model.commit(subject, field, value)));
                });
        return List.of(form);
    }

    private Node head(Subject subject) {
        Label title = new Label(model.title(subject));
        title.getStyleClass().add("subject-title");
        Label facts = new Label(subject.facts());
        facts.getStyleClass().add("subject-facts");
        VBox words = new VBox(2, title, facts);
        HBox.setHgrow(words, Priority.ALWAYS);
        HBox head = new HBox(10, icon(subject), words);
        head.setAlignment(Pos.CENTER_LEFT);
        return head;
    }

    private static Node icon(Subject subject) {
        return switch (subject) {
            case Subject.OfElement(var element) -> IconView.tile(element.getClass(), 32);
            case Subject.OfFlow _ -> IconView.of("flow", 20);
            case Subject.OfLink _ -> IconView.of("link", 20);
        };
    }

    private static Node banner(Intent wanted, Verdict verdict) {
        VerdictLook look = VerdictLook.of(wanted, verdict);
        Label words = new Label(Words.verdict(wanted, verdict));
        words.setWrapText(true);
        HBox.setHgrow(words, Priority.ALWAYS);
        HBox banner = new HBox(8, IconView.of(look.icon(), 18), words);
        banner.setId("verdictBanner");
        banner.getStyleClass().addAll("banner", look.styleClass());
        return banner;
    }

    /// What this element said about the connection that is being traced.
    private static Node decision(Hop hop) {
        Label words = new Label(Words.outcome(hop.outcome()) + ": " + hop.because());
        words.setWrapText(true);
        Label header = new Label(hop.seen().replace(" -> ", " \u2192 "));
        header.setWrapText(true);
        header.getStyleClass().add("muted-small");
        Label rule = new Label(InspectorViewModel.ruleOf(hop));
        rule.getStyleClass().add("muted-small");
        rule.setWrapText(true);
        VBox box = new VBox(2, words, rule, header);
        HBox.setHgrow(box, Priority.ALWAYS);
        HBox banner = new HBox(8, IconView.of("trace", 18), box);
        banner.setId("decision");
        banner.getStyleClass().addAll("banner", "decision");
        return banner;
    }

    private static Label heading(String title) {
        Label heading = new Label(title.toUpperCase(java.util.Locale.ROOT));
        heading.getStyleClass().add("section-head");
        return heading;
    }
}
