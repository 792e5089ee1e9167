/// Network namespaces in which tests load what was exported and try connections.
@NullMarked
package io.portolan.exporters.netns;

import org.jspecify.annotations.NullMarked;
