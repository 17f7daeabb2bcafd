"""What the lender will see: a text and the statements read back, before they leave."""

from collections.abc import Iterable

from negotiator_tui.case.kinds import Shape
from negotiator_tui.guide.facts import fact_sentence
from negotiator_tui.guide.reading_back import Remark, parties_seen, reading_back, rules
from negotiator_tui.text.dates import format_date
from negotiator_tui.text.language import N_
from negotiator_tui.ui import rows as r
from negotiator_tui.ui.ink import Style
from negotiator_tui.ui.pages.places import target_of
from negotiator_tui.ui.view import View, hidden_words


def seen(view: View) -> list[r.Row]:
    """The rules, a line to try a text on, the borrower's own words, and whom statements name."""
    rows: list[r.Row] = [
        r.Heading(view.t(N_("What the lender will see")), view.t(N_("before anything leaves"))),
        r.FindRow("", view.t(N_("paste what you mean to send, then Enter")), command="read-text"),
    ]
    if view.find:
        return [*rows, r.Note(view.t(N_("Enter reads it back. It is not kept.")), "dim")]
    if view.shelf.text:
        rows += _tried(view)
    else:
        for each in rules(view.case, view.lang):
            rows += [r.Note(each.title, "strong"), r.Note(each.text, "dim", indent=2)]
    return [
        *rows,
        *_own_words(view),
        *_statements(view),
        r.ActionRow("materials", view.t(N_("Back to the papers")), target=r.Target("materials"), style="dim"),
    ]


def remark_rows(view: View, remarks: Iterable[Remark], where: str) -> list[r.Row]:
    """Remarks as rows: what it is, where it stands, what to do, and the rules behind it. Enter closes and opens one.

    `where` tells the same remark on two texts apart.
    """
    rows: list[r.Row] = []
    for each in remarks:
        mark = f"seen.{where}.{each.id}"
        closed = mark in view.unfolded
        command = "fold" if closed else "unfold"
        style: Style = "warn" if each.weight == "care" else "strong"
        rows.append(r.ActionRow(mark, each.title, command=command, argument=mark, style=style))
        rows += [r.Note(_words(view, place), "accent", indent=2) for place in each.places]
        if not closed:
            rows.append(r.Note(each.text, "", indent=2))
            rows += [r.Note(fact_sentence(fact, view.lang, view.today), "dim", indent=2) for fact in each.facts]
    return rows


def _words(view: View, text: str) -> str:
    return hidden_words(text) if view.hide else text


def _tried(view: View) -> list[r.Row]:
    text = view.shelf.text
    rows: list[r.Row] = [r.Heading(view.t(N_("What you mean to send"))), r.Note(_words(view, text), "dim", indent=2)]
    remarks = reading_back(view.case, text, view.lang)
    if not remarks:
        words = N_("Nothing stands out. Read it once more yourself: is every figure right?")
        return [*rows, r.Note(view.t(words), "good")]
    return [*rows, *remark_rows(view, remarks, "text")]


def _own_words(view: View) -> list[r.Row]:
    """What was written about the hardship goes into calls and letters as it is; the use that contracts name."""
    told = view.case.hardship
    rows: list[r.Row] = []
    if told.words or told.proof:
        path = ("hardship", "words")
        rows.append(r.Heading(view.t(N_("Your own words, as they go into a letter"))))
        rows.append(
            r.ActionRow(
                "words",
                _words(view, (told.words or told.proof or "").splitlines()[0]),
                target=target_of(path, view.case),
                style="",
            )
        )
        remarks = reading_back(view.case, "\n".join(part for part in (told.words, told.proof) if part), view.lang)
        rows += remark_rows(view, remarks, "words") or [r.Note(view.t(N_("Nothing stands out.")), "good", indent=2)]
    uses = [each for each in view.case.debts if each.shape is Shape.LOAN and each.contract_use]
    rows += [
        r.Note(
            view.t(
                N_("In the contract of {name} the use is: {use}"), name=each.name or "", use=each.contract_use or ""
            ),
            "dim",
        )
        for each in uses
    ]
    return rows


def _statements(view: View) -> list[r.Row]:
    """What statements cover, and who is named in them."""
    rows: list[r.Row] = [r.Heading(view.t(N_("Your statements")))]
    if not view.case.statements and not view.case.parties:
        words = N_("When statements were read in, this says whom a reader will see in them: other lenders, family.")
        return [*rows, r.Note(view.t(words), "dim")]
    for each in view.case.statements:
        days = [format_date(day) for day in (each.first_day, each.last_day) if day is not None]
        rows.append(r.Note("  ".join(part for part in (each.file or each.id, " - ".join(days)) if part), "dim"))
    remarks = remark_rows(view, parties_seen(view.case, view.lang), "parties")
    return [
        *rows,
        *(remarks or [r.Note(view.t(N_("No other lender and no family among those noted so far.")), "good")]),
    ]
