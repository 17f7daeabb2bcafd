"""Commands that change what is seen, not the case: parts of a page, stars for amounts, the language, a copy."""

from typing import TYPE_CHECKING

from negotiator_tui.text.fault import Fault, declare, fault
from negotiator_tui.text.language import LANGUAGES, N_
from negotiator_tui.ui import rows as r
from negotiator_tui.ui.pages import rows_of

if TYPE_CHECKING:
    from negotiator_tui.ui.app import Negotiator
    from negotiator_tui.ui.doing import Do

declare(
    {
        "ui.copied": N_("Copied. Paste it where you write to the lender, and read it once more before sending."),
    },
    told=True,
)
declare(
    {
        "ui.nothing-to-copy": N_("There is nothing to copy on this page."),
    }
)


def _unfold(app: "Negotiator", argument: str) -> None:
    _show_folds(app, app.session.unfolded | {argument})


def _fold(app: "Negotiator", argument: str) -> None:
    _show_folds(app, app.session.unfolded - {argument})


def _show_folds(app: "Negotiator", unfolded: frozenset[str]) -> None:
    """Open or close parts of the page; stay on the row."""
    row = app.sheet.row
    app.session.unfolded = unfolded
    app.sheet.show(r.key_of(row) if row is not None else None)


def _hide(app: "Negotiator", _argument: str) -> None:
    app.session.hide = not app.session.hide
    app.document.remember(app.session)
    app.show_page(app.session.place.path)


def _language(app: "Negotiator", argument: str) -> None:
    """The language that is named, else the next one."""
    session = app.session
    following = LANGUAGES[(LANGUAGES.index(session.lang) + 1) % len(LANGUAGES)]
    session.lang = next((each for each in LANGUAGES if each == argument), following)
    app.document.remember(session)
    app.show_page(session.place.path)


def _copy(app: "Negotiator", argument: str) -> Fault:
    """A text, else the one the page offers to copy."""
    session = app.session
    text = argument or _copyable(rows_of(session.place.page, session.view()))
    if not text:
        return fault("ui.nothing-to-copy")
    app.copy_to_clipboard(text)
    return fault("ui.copied")


def _copyable(rows: list[r.Row]) -> str:
    return next((row.argument for row in rows if isinstance(row, r.ActionRow) and row.command == "copy"), "")


DO: dict[str, "Do"] = {
    "unfold": _unfold,
    "fold": _fold,
    "hide": _hide,
    "language": _language,
    "copy": _copy,
}
