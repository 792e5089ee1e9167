package io.portolan.model.rule.builtin.gateway;

import io.portolan.model.design.Client;
import io.portolan.model.design.Element;
import io.portolan.model.design.ElementId;
import io.portolan.model.design.Flow;
import io.portolan.model.design.Internet;
import io.portolan.model.rule.RuleContext;

import java.util.stream.Stream;

/// What comes in from the internet: flows of the internet itself, and of clients in its zone.
final class Outside {
    private static final String ZONE = "internet";

    private Outside() {}

    static Stream<Flow> flows(RuleContext context) {
        return context.index().intended().filter(flow -> isOutside(context, flow.from()));
    }

    private static boolean isOutside(RuleContext context, ElementId id) {
        return context.design().find(id).filter(e -> isOutside(context, e)).isPresent();
    }

    private static boolean isOutside(RuleContext context, Element element) {
        return element instanceof Internet
                || (element instanceof Client
                        && (context.design()
                                        .trustZoneOf(element.id())
                                        .filter(ZONE::equals)
                                        .isPresent()
                                || context.design().ancestors(element.id()).stream()
                                        .anyMatch(Internet.class::isInstance)));
    }

    static boolean reaches(Flow flow, ElementId id) {
        return flow.to().equals(id) || flow.via().contains(id);
    }
}
