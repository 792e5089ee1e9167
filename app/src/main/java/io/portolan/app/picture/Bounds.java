package io.portolan.app.picture;

/// Adds up areas to the one that holds them all.
final class Bounds {
    private double left = Double.MAX_VALUE;
    private double top = Double.MAX_VALUE;
    private double right = -Double.MAX_VALUE;
    private double bottom = -Double.MAX_VALUE;

    void add(Area area) {
        left = Math.min(left, area.x());
        top = Math.min(top, area.y());
        right = Math.max(right, area.right());
        bottom = Math.max(bottom, area.bottom());
    }

    boolean isEmpty() {
        return right < left;
    }

    Area area() {
        return isEmpty() ? Area.NOWHERE : new Area(left, top, right - left, bottom - top);
    }
}
