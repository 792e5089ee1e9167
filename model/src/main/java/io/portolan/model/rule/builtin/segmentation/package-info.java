/// Rules about segmentation: isolation, environments, policies that miss their aim.
@NullMarked
package io.portolan.model.rule.builtin.segmentation;

import org.jspecify.annotations.NullMarked;
