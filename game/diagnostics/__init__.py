"""What is wrong with a file and where: values, and one module per way of printing them."""

from game.diagnostics.diagnostic import Diagnostic, Severity, Span, Value

__all__ = ["Diagnostic", "Severity", "Span", "Value"]
