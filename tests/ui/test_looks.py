"""How the screens look: the text of every cell, and which parts are dimmed, marked or warned about."""

from pathlib import Path

import pytest
from rich.cells import cell_len
from textual.strip import Strip

from negotiator_tui.text.language import Lang
from tests.ui.scenes import SCENES, SHOWN_LANGUAGES, SIZES, Scene, staged, strips_of

LOOKS = Path(__file__).parent / "looks"


def look(strips: list[Strip]) -> str:
    """The screen as text, and below it one letter a cell for its colours, in the order they first appear."""
    names: dict[str, str] = {}
    text, inks = [], []
    for strip in strips:
        text.append(strip.text.rstrip())
        letters = ""
        for segment in strip:
            style = segment.style
            key = f"{style.color.name if style and style.color else '-'} {style.bgcolor.name if style and style.bgcolor else '-'}"
            key += " bold" if style and style.bold else ""
            letters += names.setdefault(key, chr(ord("a") + len(names))) * cell_len(segment.text)
        inks.append(letters)
    return "\n".join([*text, "", *inks, "", *(f"{letter} {key}" for key, letter in names.items()), ""])


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("lang", SHOWN_LANGUAGES)
@pytest.mark.parametrize("scene", SCENES, ids=lambda scene: scene.name)
async def test_the_screen_looks_as_it_did(scene: Scene, lang: Lang, size: str, request: pytest.FixtureRequest) -> None:
    async with staged(scene, SIZES[size], lang) as app:
        seen = look(strips_of(app))
    path = LOOKS / f"{scene.name}-{lang}-{size}.txt"
    if request.config.getoption("--update-looks"):
        LOOKS.mkdir(exist_ok=True)
        path.write_text(seen, encoding="utf-8")
    assert seen == path.read_text(encoding="utf-8")


@pytest.mark.parametrize("scene", SCENES, ids=lambda scene: scene.name)
async def test_ascii_draws_nothing_of_ambiguous_width(scene: Scene) -> None:
    import unicodedata

    async with staged(scene, SIZES["wide"], "zh_Hans", ascii_only=True) as app:
        strips = strips_of(app)
    text = "".join(strip.text for strip in strips)
    drawn = {each for each in text if "\u2500" <= each <= "\u25ff"}
    assert not drawn
    assert text.isprintable()
    assert unicodedata.is_normalized("NFC", text)
