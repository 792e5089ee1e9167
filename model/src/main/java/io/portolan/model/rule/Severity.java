package io.portolan.model.rule;

/// How bad a finding is; the first makes `validate` fail.
public enum Severity {
    /// The design will not work, or something forbidden is possible.
    ERROR,
    WARNING,
    INFO
}
