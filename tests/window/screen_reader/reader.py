"""A screen reader as a program: finds what is on the screen over AT-SPI, asks for it, and hears what is announced."""

from __future__ import annotations

import time
from collections import deque
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from jeepney import DBusAddress, MatchRule, MessageType, Properties, message_bus, new_method_call
from jeepney.io.blocking import DBusConnection, open_dbus_connection
from jeepney.wrappers import DBusErrorResponse, unwrap_msg

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

__all__ = ["PATIENCE", "Gone", "Node", "ScreenReader"]

ACCESSIBLE = "org.a11y.atspi.Accessible"
TEXT = "org.a11y.atspi.Text"
VALUE = "org.a11y.atspi.Value"
ROOT = "/org/a11y/atspi/accessible/root"
PATIENCE = 20.0
"""Seconds the game may take for anything, on the slowest machine."""

ROLES = {
    7: "check box",
    16: "dialog",
    23: "frame",
    27: "image",
    29: "label",
    31: "list",
    32: "list item",
    39: "panel",
    43: "button",
    44: "radio button",
    51: "slider",
    52: "spin button",
    54: "status bar",
    62: "toggle button",
    75: "application",
    79: "entry",
    83: "heading",
    103: "level bar",
    111: "log",
    115: "timer",
}
"""The numbers of AT-SPI's roles, as far as the game has them."""
STATES = {
    "active": 1,
    "checked": 4,
    "editable": 7,
    "enabled": 8,
    "focusable": 11,
    "focused": 12,
    "modal": 16,
    "sensitive": 24,
    "showing": 25,
    "checkable": 41,
    "read only": 43,
}


class Gone(Exception):
    """What was asked is not on the screen any more."""


@dataclass(frozen=True, slots=True)
class Node:
    """One thing on the screen."""

    path: str
    role: str
    name: str
    states: frozenset[str]
    attributes: Mapping[str, str]
    depth: int

    def __str__(self) -> str:
        return f"{'  ' * self.depth}{self.role} {self.name!r} {' '.join(sorted(self.states))} {dict(self.attributes)}"


class ScreenReader:
    """Reads one program, the first that shows up."""

    def __init__(self, environment: Mapping[str, str]) -> None:
        with open_dbus_connection(environment["DBUS_SESSION_BUS_ADDRESS"]) as session:
            launcher = DBusAddress("/org/a11y/bus", "org.a11y.Bus", "org.a11y.Bus")
            (address,) = _ask(session, new_method_call(launcher, "GetAddress"))
            status = DBusAddress("/org/a11y/bus", "org.a11y.Bus", "org.a11y.Status")
            # Programs tell nothing before somebody says that he listens.
            for what in ("IsEnabled", "ScreenReaderEnabled"):
                _ask(session, Properties(status).set(what, "b", True))
        self.bus = open_dbus_connection(address)
        self.heard: deque[str] = deque()
        """Announcements that nobody took yet, in the order in which they came."""
        self.program = ""
        rule = MatchRule(type="signal", interface="org.a11y.atspi.Event.Object", member="Announcement")
        self._announcements: deque[Any] = deque()
        self.bus.filter(rule, queue=self._announcements)
        _ask(self.bus, message_bus.AddMatch(rule))

    def close(self) -> None:
        """Stop listening."""
        self.bus.close()

    def find_program(self) -> None:
        """Wait until a program is there."""
        self.program = self.until(self._first_program, "program")

    def until(self, found: Callable[[], Any], what: str) -> Any:
        """Ask until there is an answer."""
        end = time.monotonic() + PATIENCE
        while time.monotonic() < end:
            try:
                if answer := found():
                    return answer
            except (Gone, DBusErrorResponse):
                pass  # the screen changed while it was read; ask anew
            self.listen(0.05)
        raise AssertionError(f"there is no {what}; this is on the screen:\n{self}")

    def nodes(self) -> list[Node]:
        """All that is on the screen, in the order of reading."""
        (windows,) = self.call(ROOT, ACCESSIBLE, "GetChildren")
        return [node for _program, window in windows for node in self._walk(window, 0)]

    def find(self, role: str, name: str = "") -> Node | None:
        """The first of that role whose name contains those words; None if there is none."""
        return next((node for node in self.nodes() if node.role == role and name in node.name), None)

    def inside(self, role: str, name: str) -> list[Node]:
        """All that lies in the first of that role and name."""
        nodes = self.nodes()
        start = next((place for place, node in enumerate(nodes) if node.role == role and node.name == name), len(nodes))
        found: list[Node] = []
        for node in nodes[start + 1 :]:
            if node.depth <= nodes[start].depth:
                break
            found.append(node)
        return found

    def wait_for(self, role: str, name: str = "") -> Node:
        """The first of that role whose name contains those words, as soon as it is there."""
        found: Node = self.until(lambda: self.find(role, name), f"{role} {name!r}")
        return found

    def press(self, node: Node) -> None:
        """Do what the node is there for."""
        assert self.call(node, "org.a11y.atspi.Action", "DoAction", "i", 0) == (True,), f"{node} cannot be pressed"

    def focus(self, node: Node) -> None:
        """Give it the focus."""
        assert self.call(node, "org.a11y.atspi.Component", "GrabFocus") == (True,), f"{node} cannot have the focus"

    def call(self, node: Node | str, interface: str, method: str, signature: str = "", *values: Any) -> tuple[Any, ...]:
        """Call a method of a node."""
        path = node if isinstance(node, str) else node.path
        address = DBusAddress(path, self.program, interface)
        return _ask(self.bus, new_method_call(address, method, signature or None, values))

    def value(self, node: Node) -> float | str | None:
        """The figure of a meter or a slider, the text of a field; None for the rest."""
        (interfaces,) = self.call(node, ACCESSIBLE, "GetInterfaces")
        if TEXT in interfaces:
            (text,) = self.call(node, TEXT, "GetText", "ii", 0, -1)
            return str(text)
        if VALUE in interfaces:
            return float(self._property(node.path, VALUE, "CurrentValue"))
        return None

    def set_value(self, node: Node, value: float) -> None:
        """Give it a figure."""
        _ask(self.bus, Properties(DBusAddress(node.path, self.program, VALUE)).set("CurrentValue", "d", float(value)))

    def caret(self, node: Node) -> int:
        """How many letters stand before the caret."""
        return int(self._property(node.path, TEXT, "CaretOffset"))

    def put_caret(self, node: Node, letters: int) -> None:
        """Put the caret behind so many letters."""
        assert self.call(node, TEXT, "SetCaretOffset", "i", letters) == (True,), f"{node} has no caret"

    def _property(self, path: str, interface: str, what: str) -> Any:
        return _ask(self.bus, Properties(DBusAddress(path, self.program, interface)).get(what))[0][1]

    def listen(self, seconds: float) -> None:
        """Take what is announced within a time."""
        end = time.monotonic() + seconds
        while (left := end - time.monotonic()) > 0:
            try:
                message = self.bus.recv_until_filtered(self._announcements, timeout=left)
            except TimeoutError:
                return
            self.heard.append(message.body[3][1])

    def __str__(self) -> str:
        if not self.program:
            return "(no program)"
        try:
            return "\n".join(map(str, self.nodes()))
        except (Gone, DBusErrorResponse) as error:
            return f"({error})"

    def _first_program(self) -> str:
        registry = DBusAddress(ROOT, "org.a11y.atspi.Registry", ACCESSIBLE)
        (children,) = _ask(self.bus, new_method_call(registry, "GetChildren"))
        return str(children[0][0]) if children else ""

    def _walk(self, path: str, depth: int) -> Iterator[Node]:
        (number,) = self.call(path, ACCESSIBLE, "GetRole")
        (states,) = self.call(path, ACCESSIBLE, "GetState")
        (attributes,) = self.call(path, ACCESSIBLE, "GetAttributes")
        name = self._property(path, ACCESSIBLE, "Name")
        bits = states[0] | states[1] << 32
        told = frozenset(state for state, bit in STATES.items() if bits >> bit & 1)
        yield Node(path, ROLES.get(number, f"role {number}"), name, told, attributes, depth)
        (children,) = self.call(path, ACCESSIBLE, "GetChildren")
        for _program, child in children:
            yield from self._walk(child, depth + 1)


def _ask(bus: DBusConnection, message: Any) -> tuple[Any, ...]:
    reply = bus.send_and_get_reply(message, timeout=PATIENCE)
    if reply.header.message_type is MessageType.error:
        raise Gone(f"{message.header.fields}: {reply.body}")
    answer: tuple[Any, ...] = unwrap_msg(reply)
    return answer
