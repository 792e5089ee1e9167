/// Rules about addresses: overlaps, duplicates, gateways.
@NullMarked
package io.portolan.model.rule.builtin.addressing;

import org.jspecify.annotations.NullMarked;
