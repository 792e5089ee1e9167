package io.portolan.exporters.mesh.istio;

/// Thrown inside the lowering for a part of the plan that Istio has no words for.
final class Unwritable extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final String advice;

    Unwritable(String why, String advice) {
        super(why);
        this.advice = advice;
    }

    String why() {
        return String.valueOf(getMessage());
    }

    String advice() {
        return advice;
    }
}
