/// What window and command line share: opening, analysing and exporting designs. Without JavaFX.
@NullMarked
package io.portolan.app.service;

import org.jspecify.annotations.NullMarked;
