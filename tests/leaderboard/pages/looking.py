"""Looking at a page in a browser: what it asks of others, what was forbidden, what axe finds, what sticks out."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from playwright.sync_api import ConsoleMessage, Page, Request

__all__ = ["violations", "watched", "width_over"]

_FORBIDDEN = """
addEventListener("securitypolicyviolation", (event) =>
  console.error(`forbidden: ${event.violatedDirective} ${event.blockedURI} ${event.sample}`));
"""
_RUN = """
async (rules) => {
  const only = rules.length ? {runOnly: {type: "rule", values: rules}} : {};
  const found = await axe.run(document, {resultTypes: ["violations"], ...only});
  return found.violations.map((each) => `${each.id}: ${each.nodes.map((node) => node.target.join(" ")
    + " – " + node.failureSummary.split("\\n").slice(1, 3).join(" ")).slice(0, 4).join("; ")}`);
}
"""


@contextmanager
def watched(page: Page, address: str) -> Iterator[None]:
    """Note what a page does meanwhile; nothing may come from elsewhere, and nothing may be amiss in it."""
    amiss: list[str] = []

    def asks(request: Request) -> None:
        if not request.url.startswith((f"{address}/", "data:")):
            amiss.append(f"asks for {request.url}")

    def says(line: ConsoleMessage) -> None:
        # That a connection was lost, or an answer refused, the browser tells by itself; tests look at what pages say.
        if line.type in ("error", "warning") and not line.text.startswith("Failed to load resource"):
            amiss.append(line.text)

    page.add_init_script(_FORBIDDEN)
    page.on("request", asks)
    page.on("console", says)
    page.on("pageerror", lambda error: amiss.append(f"script: {error}"))
    yield
    assert amiss == []


def violations(page: Page, *rules: str) -> list[str]:
    """What axe finds on a page, each with the places where; by these rules alone, where some are named."""
    if not page.evaluate("'axe' in window"):
        page.evaluate(_axe())
    found: list[str] = page.evaluate(_RUN, list(rules))
    return found


def width_over(page: Page) -> int:
    """By how many pixels a page is wider than its window; what scrolls by itself counts for nothing."""
    over: int = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
    return over


@cache
def _axe() -> str:
    return (files("axe_core_python") / "axe.min.js").read_text(encoding="utf-8")
