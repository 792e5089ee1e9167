package io.portolan.model.rule.builtin.hygiene;

import io.portolan.model.change.Change;
import io.portolan.model.design.Design;
import io.portolan.model.design.Element;
import io.portolan.model.design.ElementId;
import io.portolan.model.design.Mesh;
import io.portolan.model.rule.DesignRule;
import io.portolan.model.rule.Finding;
import io.portolan.model.rule.Names;
import io.portolan.model.rule.RuleContext;
import io.portolan.model.rule.RuleInfo;
import io.portolan.model.rule.Severity;
import io.portolan.model.rule.builtin.hygiene.Reference.Holder;
import io.portolan.model.rule.builtin.hygiene.References.Dangling;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// HYG-010: something names a thing that does not exist.
final class UndefinedReference implements DesignRule {
    @Override
    public RuleInfo info() {
        return new RuleInfo("HYG-010", "Undefined reference", Severity.ERROR);
    }

    @Override
    public Stream<Finding> check(RuleContext context) {
        Design design = context.design();
        return new References(design).dangling().map(dangling -> finding(design, dangling));
    }

    private Finding finding(Design design, Dangling dangling) {
        Reference reference = dangling.reference();
        String message =
                "%s names %s as %s, which does not exist. %s"
                        .formatted(
                                capital(reference.holder().toString()),
                                reference.name(),
                                reference.what(),
                                Names.nearest(reference.name(), dangling.offered())
                                        .map("Did you mean %s?"::formatted)
                                        .orElse("Draw it, or take the reference away."));
        Finding finding =
                Finding.of(info(), message, reference.element().stream().toArray(ElementId[]::new))
                        .withWitness(
                                reference.holder()
                                        + " "
                                        + reference.what()
                                        + " "
                                        + reference.name());
        return removal(design, reference)
                .map(finding::withFix)
                .map(found -> withFlow(found, reference))
                .orElse(finding);
    }

    private static String capital(String holder) {
        return holder.startsWith("the ") ? "T" + holder.substring(1) : holder;
    }

    private static Finding withFlow(Finding finding, Reference reference) {
        return reference.holder() instanceof Holder.OfFlow(String id)
                ? finding.withFlow(id)
                : finding;
    }

    /// A line or flow without an end goes away whole; a list forgets the name.
    private static Optional<Change> removal(Design design, Reference reference) {
        return switch (reference.holder()) {
            case Holder.OfFlow(String id) ->
                    Optional.of(new Change.RemoveFlow("remove flow " + id, id));
            case Holder.OfLink(String id) ->
                    Optional.of(new Change.RemoveLink("remove link " + id, id));
            case Holder.OfElement(ElementId id) ->
                    design.find(id)
                            .flatMap(element -> without(element, reference.name()))
                            .map(shorter ->
                                    new Change.Put(
                                            "let %s forget %s".formatted(id, reference.name()),
                                            shorter));
        };
    }

    private static Optional<Element> without(Element element, String name) {
        return element instanceof Mesh mesh
                ? Optional.of(mesh.withMembers(without(mesh.members(), name)))
                : Optional.empty();
    }

    private static List<ElementId> without(List<ElementId> ids, String name) {
        return Stream.of(ids).flatMap(List::stream).filter(id -> !id.value().equals(name)).toList();
    }
}
