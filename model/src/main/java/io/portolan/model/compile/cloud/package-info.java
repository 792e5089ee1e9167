/// What the filters of AWS, Azure and GCP let pass.
@NullMarked
package io.portolan.model.compile.cloud;

import org.jspecify.annotations.NullMarked;
