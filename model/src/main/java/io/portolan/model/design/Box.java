package io.portolan.model.design;

/// Where an element is drawn: absolute, in drawing units (pixels at 100 %).
public record Box(int x, int y, int width, int height) {
    public Box movedBy(int dx, int dy) {
        return new Box(x + dx, y + dy, width, height);
    }
}
