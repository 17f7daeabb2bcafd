"""The colours: quiet, one accent."""

from textual.theme import Theme

DARK = Theme(
    name="evening",
    primary="#7aa2c9",
    secondary="#8fbf8f",
    accent="#e6b673",
    warning="#e0a458",
    error="#cc6666",
    success="#8fbf8f",
    foreground="#d7dae0",
    background="#16191f",
    surface="#1e222a",
    panel="#39404d",
    boost="#2a3040",
    dark=True,
    variables={"ink-dim": "#868d9a", "ink-row": "#262c3a", "ink-edit": "#323a4d"},
)
LIGHT = Theme(
    name="morning",
    primary="#2f5f8f",
    secondary="#3f7f3f",
    accent="#9a5b00",
    warning="#9a5b00",
    error="#a03030",
    success="#2f7a2f",
    foreground="#22262e",
    background="#fbfaf7",
    surface="#efede7",
    panel="#c9c6be",
    boost="#e4e1d8",
    dark=False,
    variables={"ink-dim": "#6d7178", "ink-row": "#eae6dc", "ink-edit": "#ddd7c8"},
)
THEMES: tuple[Theme, ...] = (DARK, LIGHT)
