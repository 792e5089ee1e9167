/// Tests of what the project shows of itself: samples and pages of the kinds.
@NullMarked
package io.portolan.app.docs;

import org.jspecify.annotations.NullMarked;
