/// Writing configuration text: indentation, comment headers, names of limited length, YAML.
@NullMarked
package io.portolan.exporters.text;

import org.jspecify.annotations.NullMarked;
