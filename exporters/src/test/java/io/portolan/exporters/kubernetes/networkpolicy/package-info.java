/// Tests of NetworkPolicy.
@NullMarked
package io.portolan.exporters.kubernetes.networkpolicy;

import org.jspecify.annotations.NullMarked;
