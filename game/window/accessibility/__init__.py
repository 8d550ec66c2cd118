"""What screen readers know: the tree of widgets, told through AccessKit where there is one."""

from game.window.accessibility.bridge import AccessKitBridge, Bridge, NullBridge, bridge_for

__all__ = ["AccessKitBridge", "Bridge", "NullBridge", "bridge_for"]
