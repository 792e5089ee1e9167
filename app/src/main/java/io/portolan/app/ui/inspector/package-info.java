/// Forms for elements, flows and links, made from their records.
@NullMarked
package io.portolan.app.ui.inspector;

import org.jspecify.annotations.NullMarked;
