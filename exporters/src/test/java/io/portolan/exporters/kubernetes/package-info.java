/// Tests of the Kubernetes importer.
@NullMarked
package io.portolan.exporters.kubernetes;

import org.jspecify.annotations.NullMarked;
