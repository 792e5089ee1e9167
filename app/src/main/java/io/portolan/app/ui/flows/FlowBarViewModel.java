package io.portolan.app.ui.flows;

import io.portolan.model.design.Element;
import io.portolan.model.design.ElementId;
import io.portolan.model.design.Endpoint;
import io.portolan.model.design.Enforcer;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// The flow that is being added: from where, to where, which traffic. Open while `from` is set.
public final class FlowBarViewModel {
    private static final int MOST = 8;

    private final FlowsViewModel flows;
    private final ObjectProperty<Optional<ElementId>> from =
            new SimpleObjectProperty<>(Optional.empty());
    private final ObjectProperty<Optional<ElementId>> to =
            new SimpleObjectProperty<>(Optional.empty());
    private final StringProperty protocol = new SimpleStringProperty("tcp");
    private final StringProperty ports = new SimpleStringProperty("");
    private final StringProperty refusal = new SimpleStringProperty("");

    public FlowBarViewModel(FlowsViewModel flows) {
        this.flows = flows;
    }

    /// Begins a flow at an element.
    public void begin(ElementId source) {
        refusal.set("");
        to.set(Optional.empty());
        ports.set("");
        from.set(Optional.of(source));
    }

    /// Begins a flow of which both ends are known.
    public void begin(ElementId source, ElementId target) {
        begin(source);
        aim(target);
    }

    /// Takes the other end, and proposes the port it listens on.
    public void aim(ElementId target) {
        to.set(Optional.of(target));
        flows.model().design().find(target).ifPresent(e -> ports.set(DefaultPorts.of(e)));
    }

    public void cancel() {
        from.set(Optional.empty());
    }

    /// The elements that a flow may lead to and whose name has the text, names that begin with it
    /// first.
    public List<Element> targets(String typed) {
        String text = typed.strip().toLowerCase(Locale.ROOT);
        return flows.model().design().elements().values().stream()
                .filter(e -> e instanceof Endpoint || e instanceof Enforcer)
                .filter(e -> !from.get().equals(Optional.of(e.id())))
                .filter(e -> words(e).contains(text))
                .sorted(
                        Comparator.comparing(
                                e -> !e.label().toLowerCase(Locale.ROOT).startsWith(text)))
                .limit(MOST)
                .toList();
    }

    private static String words(Element element) {
        return element.label().toLowerCase(Locale.ROOT) + " " + element.id();
    }

    /// Adds the flow; what is typed wrong is said in `refusal`.
    public void add() {
        if (from.get().isEmpty() || to.get().isEmpty()) {
            refusal.set("Choose what it shall reach: type its name and press Enter.");
            return;
        }
        try {
            flows.add(
                    from.get().get(),
                    to.get().get(),
                    new FlowsViewModel.Traffic(protocol.get(), ports.get()));
            cancel();
        } catch (IllegalArgumentException e) {
            refusal.set(e.getMessage());
        }
    }

    public ObjectProperty<Optional<ElementId>> from() {
        return from;
    }

    public ObjectProperty<Optional<ElementId>> to() {
        return to;
    }

    public StringProperty protocol() {
        return protocol;
    }

    public StringProperty ports() {
        return ports;
    }

    public StringProperty refusal() {
        return refusal;
    }

    String labelOf(ElementId id) {
        return flows.model().labelOf(id);
    }
}
