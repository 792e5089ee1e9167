/// Rules about the network plug-ins of clusters: what they enforce, encapsulate and translate.
@NullMarked
package io.portolan.model.rule.builtin.cni;

import org.jspecify.annotations.NullMarked;
