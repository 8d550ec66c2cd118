"""A picture shows something, and does nothing else."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.trainer.sharing.pictures import is_harmless
from tests.effort import examples
from tests.trainer.sharing.conftest import FACE, PNG

SVG = '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink">{}</svg>'


@pytest.mark.parametrize(
    "inside",
    [
        "<title>Reto</title><g><path d='M0 0'/></g>",
        "<defs><linearGradient id='a'/></defs><rect fill='url(#a)'/>",
        "<use href='#a'/><use xlink:href='#a'/>",
        "<image href='data:image/png;base64,AAAA'/>",
        "<style>.a { fill: red }</style><animate attributeName='x' to='1'/>",
    ],
)
def test_a_drawing_is_harmless(inside: str) -> None:
    """Shapes, gradients, references to itself, pictures within it."""
    assert is_harmless("a.svg", SVG.format(inside).encode())
    assert is_harmless("a.svg", FACE.encode())


@pytest.mark.parametrize(
    "inside",
    [
        "<script>go()</script>",
        "<foreignObject/>",
        "<rect onclick='go()'/>",
        "<use href='https://a.example/b.svg#c'/>",
        "<image xlink:href='file:///etc/passwd'/>",
        "<a href='javascript:go()'/>",
        "<a href='data:text/html;base64,AAAA'/>",
        "<rect style='fill:url(https://a.example/b)'/>",
        "<rect style='fill:u\\72l(https://a.example/b)'/>",
        "<style>@import 'a.css';</style>",
        "<style>.a { fill: url( 'http://a.example' ) }</style>",
        "<set attributeName='href' to='http://a.example'/>",
        "<set attributeName='xlink:href' to='#b'/>",
        "<g xml:base='http://a.example'/>",
        "<?xml-stylesheet href='a.css'?>",
        "<g>" * 100 + "</g>" * 100,
        "<g>",
        "&nbsp;",
    ],
)
def test_what_runs_or_asks_for_something_is_not(inside: str) -> None:
    """Scripts, events, other addresses, other programs; and what is not well-formed."""
    assert not is_harmless("a.svg", SVG.format(inside).encode())


@pytest.mark.parametrize(
    "text",
    [
        "",
        "<html/>",
        "<svg/>",
        '<!DOCTYPE svg [<!ENTITY a "b">]>' + FACE,
        '<?xml version="1.0" encoding="no-such"?>' + FACE,
        PNG.decode("latin-1"),
    ],
)
def test_what_is_no_svg_is_none(text: str) -> None:
    """Whatever its name says; with a document type it could swell without end."""
    assert not is_harmless("a.svg", text.encode())


def test_a_png_is_told_by_its_first_bytes() -> None:
    """And is no wider than a screen."""
    assert is_harmless("a.png", PNG)
    wide = PNG[:16] + (5000).to_bytes(4, "big") + PNG[20:]
    for content in (b"", b"GIF89a", PNG[:20], FACE.encode(), wide, PNG.replace(b"IHDR", b"IDAT")):
        assert not is_harmless("a.png", content)


@examples(200)
@given(st.text(st.sampled_from("<>/='\" &#;!?-[]svgscriptxlinkhrefon:\\url()"), max_size=60) | st.binary(max_size=60))
def test_anything_is_answered(inside: str | bytes) -> None:
    """With a yes or a no."""
    content = SVG.format(inside).encode() if isinstance(inside, str) else inside
    assert is_harmless("a.svg", content) in (True, False)
    assert is_harmless("a.png", content) is False
