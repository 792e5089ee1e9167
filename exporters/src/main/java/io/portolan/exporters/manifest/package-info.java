/// Kubernetes objects as users have them: typed views of YAML and JSON documents, and the writing
/// of such documents.
@NullMarked
package io.portolan.exporters.manifest;

import org.jspecify.annotations.NullMarked;
