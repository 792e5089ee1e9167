package io.portolan.app.service;

import java.util.List;

/// The user gave something that cannot be used. Every message says where, what is wrong and what to
/// do; it is shown as it is, without a stack trace.
public final class InvalidInputException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient List<String> messages;

    public InvalidInputException(List<String> messages) {
        super(String.join("\n", messages));
        this.messages = List.copyOf(messages);
    }

    public InvalidInputException(String message) {
        this(List.of(message));
    }

    public List<String> messages() {
        return messages;
    }
}
