/// Tests of the table of who reaches whom.
@NullMarked
package io.portolan.app.ui.reach;

import org.jspecify.annotations.NullMarked;
