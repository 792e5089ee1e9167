package io.portolan.app.layout;

import io.portolan.model.design.ElementId;

/// Two elements that belong near each other, `from` left of `to` where that is possible.
record Connection(ElementId from, ElementId to) {}
