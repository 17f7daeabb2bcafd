"""The first screen: a new case, one opened before, or one by its path."""

from negotiator_tui.case.stages import STAGES
from negotiator_tui.storage.recents import Recent
from negotiator_tui.text.amounts import format_yuan
from negotiator_tui.text.dates import format_moment
from negotiator_tui.text.fault import sentence
from negotiator_tui.text.language import N_
from negotiator_tui.ui import rows as r
from negotiator_tui.ui.pages.forms import matches
from negotiator_tui.ui.view import HIDDEN, View

_TITLES = {stage.id: stage.title for stage in STAGES}


def start(view: View) -> list[r.Row]:
    """Begin, go on, or look at the made-up case first."""
    shelf = view.shelf
    rows: list[r.Row] = [
        r.Heading(view.t(N_("Negotiator")), view.t(N_("for loans that cannot be repaid as agreed"))),
        r.Note(
            view.t(
                N_("One step after another: what this week needs, what you owe, what you can truly pay, what to say.")
            )
        ),
        r.Note(
            view.t(N_("Everything stays on this computer. No network, no password, no fee. A black window is normal.")),
            "dim",
        ),
        r.Blank(),
    ]
    if shelf.damaged is not None:
        rows += _damaged(view)
    rows.append(r.FindRow("", view.t(N_("type a name or the path of a case file")), command="open-file"))
    if not view.find:
        rows += [
            r.ActionRow("new", view.t(N_("Begin a new case")), view.t(N_("a file in this folder")), command="new-file"),
            r.ActionRow(
                "demo", view.t(N_("Look at a made-up case first")), view.t(N_("the noodle shop")), command="demo"
            ),
            r.ActionRow("language", "简体中文 / English / 繁體中文", command="language"),
        ]
    found = [each for each in shelf.recents if matches(view, each.alias, str(each.path))]
    if found:
        rows += [r.Heading(view.t(N_("Opened before"))), *(row for each in found for row in _recent(view, each))]
    return rows


def _recent(view: View, each: Recent) -> list[r.Row]:
    """A case to open, and under it the one thing to do in it, once it was looked into."""
    name = each.alias or each.path.name
    stage = view.t(_TITLES[each.stage]) if each.stage in _TITLES else ""
    hint = "  ".join(part for part in (stage, format_moment(each.opened_at), str(each.path.parent)) if part)
    row = r.ActionRow(f"open.{each.path}", name, hint, command="open-file", argument=str(each.path))
    action = dict(view.shelf.nexts).get(each.path)
    if action is None:
        return [row]
    words = action.sentence(view.lang, money=(lambda _amount: HIDDEN) if view.hide else format_yuan)
    return [row, r.Note(words, "dim", 2)]


def _damaged(view: View) -> list[r.Row]:
    shelf = view.shelf
    rows: list[r.Row] = []
    if shelf.damaged is not None:
        rows.append(r.Note(sentence(shelf.damaged, view.lang), "warn"))
    if shelf.backup:
        rows.append(
            r.ActionRow(
                "backup",
                view.t(N_("Open the newest good backup, of {day}"), day=shelf.backup),
                view.t(N_("it is put beside the damaged file, which stays as it is")),
                command="open-backup",
                argument=shelf.damaged_path,
            )
        )
    return [*rows, r.Blank()]
