/// The enforcement plan: everything that decides whether a connection passes, in one vocabulary for
/// every vendor. It is the waist of the architecture: exporters write it, importers read it,
/// reachability interprets it, drift compares two of them. It knows addresses and names, never a
/// design.
@NullMarked
package io.portolan.model.policy;

import org.jspecify.annotations.NullMarked;
