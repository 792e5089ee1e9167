package io.portolan.app.cli;

/// How a command prints its answer.
enum Format {
    TEXT,
    JSON
}
