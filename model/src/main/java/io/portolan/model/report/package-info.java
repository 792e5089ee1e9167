/// What a review says, written for people and programs: text, JSON, SARIF.
@NullMarked
package io.portolan.model.report;

import org.jspecify.annotations.NullMarked;
