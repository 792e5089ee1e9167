/// What is easy to get wrong, from the text that users write to the verdict. One class for each
/// system; all of them ask through `EdgeCase`.
@NullMarked
package io.portolan.exporters.edgecases;

import org.jspecify.annotations.NullMarked;
