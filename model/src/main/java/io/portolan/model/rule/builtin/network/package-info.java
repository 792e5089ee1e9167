/// Rules about VLANs, routes and devices.
@NullMarked
package io.portolan.model.rule.builtin.network;

import org.jspecify.annotations.NullMarked;
