package io.portolan.app.ui.views;

import io.portolan.app.picture.Lens;
import io.portolan.app.ui.editor.EditorModel;
import io.portolan.model.change.Change;
import io.portolan.model.design.Design;
import io.portolan.model.design.Element;
import io.portolan.model.design.ElementFilter;
import io.portolan.model.design.ElementId;
import io.portolan.model.design.View;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyListProperty;
import javafx.beans.property.ReadOnlyListWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/// The views of the design: those that follow from it (all, by environment, by owner), those that
/// are saved, which one is looked through, and the layer that stands out.
public final class ViewsViewModel {
    /// The view that shows everything.
    public static final View ALL = new View("All", "");

    private final EditorModel model;
    private final ReadOnlyListWrapper<View> views =
            new ReadOnlyListWrapper<>(FXCollections.observableArrayList(ALL));
    private final ObjectProperty<View> current = new SimpleObjectProperty<>(ALL);
    private final ObjectProperty<Focus> focus = new SimpleObjectProperty<>(Focus.ALL);
    private final ReadOnlyObjectWrapper<Optional<Lens>> lens =
            new ReadOnlyObjectWrapper<>(Optional.empty());

    public ViewsViewModel(EditorModel model) {
        this.model = model;
        model.history().subscribe(this::update);
        model.analysis().subscribe(this::look);
        current.subscribe(this::look);
        focus.subscribe(this::look);
    }

    private void update() {
        List<View> next = new ArrayList<>(List.of(ALL));
        Design design = model.design();
        next.addAll(by(design, "env", design::environmentOf));
        next.addAll(by(design, "owner", id -> ownerOf(design, id)));
        next.addAll(design.layout().views());
        if (!next.equals(views.get())) {
            View was = current.get();
            views.setAll(next);
            current.set(next.contains(was) ? was : ALL);
        }
        look();
    }

    private static List<View> by(
            Design design, String key, Function<ElementId, Optional<String>> value) {
        return design.elements().keySet().stream()
                .flatMap(id -> value.apply(id).stream())
                .filter(text -> !text.isBlank() && text.indexOf('"') < 0)
                .distinct()
                .sorted()
                .map(text -> new View(title(key) + ": " + text, key + ":\"" + text + "\""))
                .toList();
    }

    private static String title(String key) {
        return key.equals("env") ? "Environment" : "Owner";
    }

    private static Optional<String> ownerOf(Design design, ElementId id) {
        return Stream.concat(design.find(id).stream(), design.ancestors(id).stream())
                .map(Element::about)
                .flatMap(about -> about.owner().stream())
                .findFirst();
    }

    private void look() {
        lens.set(
                Lenses.of(
                        model.design(),
                        model.analysis().get(),
                        ElementFilter.parse(current.get().show()),
                        focus.get()));
    }

    /// Saves a view; one of the same name is replaced. Then it is the one looked through.
    ///
    /// @throws IllegalArgumentException if it has no name, or the filter is none
    public void keep(String name, String show) {
        View view = new View(name.strip(), show.strip());
        List<View> next = new ArrayList<>(model.design().layout().views());
        next.removeIf(v -> v.name().equals(view.name()));
        next.add(view);
        model.apply(new Change.KeepViews("save view " + view.name(), next));
        current.set(view);
    }

    /// Takes a saved view away.
    public void forget(View view) {
        List<View> next = new ArrayList<>(model.design().layout().views());
        if (next.remove(view)) {
            model.apply(new Change.KeepViews("delete view " + view.name(), next));
        }
    }

    /// Whether it was saved by somebody.
    public boolean isKept(View view) {
        return model.design().layout().views().contains(view);
    }

    public ReadOnlyListProperty<View> views() {
        return views.getReadOnlyProperty();
    }

    public ObjectProperty<View> current() {
        return current;
    }

    public ObjectProperty<Focus> focus() {
        return focus;
    }

    /// What stands out; absent where everything does.
    public ReadOnlyObjectProperty<Optional<Lens>> lens() {
        return lens.getReadOnlyProperty();
    }
}
