package io.portolan.model.report;

import io.portolan.model.rule.Review;

/// What a report is made from: the name of the design, what the rules found, and where in the file
/// that is.
public record ReviewReport(String design, Review review, Locations locations) {}
