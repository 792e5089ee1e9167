/// Other projects' manifests with their answers, compared with ours. The data lies beside the
/// checkout and is not part of it; without it these tests are skipped.
@NullMarked
package io.portolan.exporters.conformance;

import org.jspecify.annotations.NullMarked;
