/// Tests of reading Calico's objects.
@NullMarked
package io.portolan.exporters.kubernetes.calico;

import org.jspecify.annotations.NullMarked;
