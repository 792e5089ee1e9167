package io.portolan.app.ui.inspector;

import io.portolan.model.change.Change;
import io.portolan.model.design.Element;
import io.portolan.model.design.Flow;
import io.portolan.model.design.Kinds;
import io.portolan.model.design.Link;

/// What the inspector shows: one record of the design.
public sealed interface Subject {
    /// The record whose components are edited.
    Record record();

    /// The line under the title.
    String facts();

    /// The change that puts an edited record in its place.
    Change put(Record edited);

    record OfElement(Element element) implements Subject {
        @Override
        public Record record() {
            return (Record) element;
        }

        @Override
        public String facts() {
            return Kinds.titleOf(element.getClass()) + " \u00b7 " + element.id();
        }

        @Override
        public Change put(Record edited) {
            return new Change.Put("edit " + element.label(), (Element) edited);
        }
    }

    record OfFlow(Flow flow) implements Subject {
        @Override
        public Record record() {
            return flow;
        }

        @Override
        public String facts() {
            return "Flow \u00b7 " + flow.id();
        }

        @Override
        public Change put(Record edited) {
            return new Change.PutFlow("edit flow " + flow.id(), (Flow) edited);
        }
    }

    record OfLink(Link link) implements Subject {
        @Override
        public Record record() {
            return link;
        }

        @Override
        public String facts() {
            return "Link \u00b7 " + link.id();
        }

        @Override
        public Change put(Record edited) {
            return new Change.PutLink("edit link " + link.id(), (Link) edited);
        }
    }
}
