"""The documents: which there are, one of them on the screen, read back, to copy or save; and what was made so far."""

from collections.abc import Callable
from datetime import date

from negotiator_tui.case.debts import Debt
from negotiator_tui.documents.as_text import as_text
from negotiator_tui.documents.make import PER_DEBT, TITLES, make, masked
from negotiator_tui.documents.making import Kind, Made, Needed, Request
from negotiator_tui.finance.plans import chosen_term
from negotiator_tui.guide.pages import holding_debt, limitation_note
from negotiator_tui.guide.reading_back import reading_back
from negotiator_tui.text.dates import format_date
from negotiator_tui.text.fault import sentence
from negotiator_tui.text.language import N_
from negotiator_tui.ui import rows as r
from negotiator_tui.ui.ink import Style
from negotiator_tui.ui.pages.choosing import choice, chosen
from negotiator_tui.ui.pages.document_rows import document_rows
from negotiator_tui.ui.pages.exports import EXPORTS, export_rows, menu_rows, schedule_rows
from negotiator_tui.ui.pages.forms import debt_name
from negotiator_tui.ui.pages.guided import open_answers
from negotiator_tui.ui.pages.identity_rows import identity_rows
from negotiator_tui.ui.pages.seen import remark_rows
from negotiator_tui.ui.signing import signing_of
from negotiator_tui.ui.view import View

_FOR: dict[Kind, str] = {
    Kind.LETTER: N_("one request, with dates and amounts"),
    Kind.STATEMENT: N_("goes with the letter; two kinds of months"),
    Kind.SCHEDULE: N_("every instalment of the plan"),
    Kind.HARDSHIP: N_("where they ask for it apart"),
    Kind.BREAKDOWN: N_("before anything is agreed"),
    Kind.CONFIRM: N_("after a call in which something was offered"),
    Kind.OBJECTION: N_("within fifteen days"),
    Kind.COMPLAINT: N_("how collectors behaved, only what is true"),
    Kind.SUMMARY: N_("for an adviser of your own; it shows your line"),
}
"""When each is needed."""
_PAGES: dict[str, tuple[str, str]] = {
    "debts": ("debts", N_("Write down whom you owe")),
    "income": ("shop", N_("What comes in and goes out")),
    "plans": ("plan", N_("Make the plan")),
    "court": ("court", N_("Court papers")),
    "contacts": ("log", N_("Contacts")),
}
"""Where a list that is needed is filled."""
_MAY_NAME_A_DEBT = {Kind.HARDSHIP, Kind.OBJECTION, Kind.COMPLAINT}


def documents(view: View) -> list[r.Row]:
    """The list of documents; or the one that was chosen."""
    picked = chosen(view, "document")
    if picked in EXPORTS:
        return [*export_rows(view, picked), _back(view)]
    kind = chosen_kind(view)
    return _one(view, kind) if kind is not None else [*_menu(view), *_made_so_far(view)]


def chosen_kind(view: View) -> Kind | None:
    """The document on the screen; None while there is none."""
    picked = chosen(view, "document")
    return Kind(picked) if picked in set(Kind) else None


def request_of(view: View, *, mask: bool = False) -> Request:
    """What the document on the screen is made from; with `mask` so that nobody can be recognised."""
    debt = _debt(view)
    who = signing_of(view.signing, view.case).of(debt.id if debt is not None else "")
    return Request(
        view.case,
        view.today,
        debt,
        masked(who) if mask else who,
        view.lang,
        with_debts=chosen(view, "document-debts") == "yes",
    )


def _menu(view: View) -> list[r.Row]:
    rows: list[r.Row] = [
        r.Heading(view.t(N_("Papers to hand over")), view.t(N_("Enter shows one"))),
        r.Note(view.t(N_("Hand over only what was asked for. Nothing leaves this computer by itself.")), "dim"),
    ]
    for kind in Kind:
        argument = choice(view, "document", kind)
        label, hint = view.t(TITLES[kind]), view.t(_FOR[kind])
        rows.append(r.ActionRow(f"document.{kind}", label, hint, command="document-open", argument=argument))
    return [*rows, *menu_rows(view)]


def _back(view: View) -> r.Row:
    return r.ActionRow(
        "document.menu",
        view.t(N_("Another document")),
        command="document-open",
        argument=choice(view, "document", ""),
        style="dim",
    )


def _one(view: View, kind: Kind) -> list[r.Row]:
    request = request_of(view)
    made = make(kind, request)
    back = _back(view)
    rows: list[r.Row] = [r.Heading(view.t(TITLES[kind])), *_which_debt(view, kind, request.debt)]
    if isinstance(made, Needed):
        return [*rows, r.Note(sentence(made.fault, view.lang), "accent"), *_ways(view, made), back]
    rows += [r.Note(sentence(each, view.lang), "warn") for each in made.remarks]
    rows += [
        *_with_debts(view, kind),
        *identity_rows(view, request.identity, request.debt.id if request.debt is not None else "-"),
    ]
    rows += [r.Heading(view.t(N_("As it will stand on paper"))), *document_rows(view, made.document)]
    return [*rows, *_read_back(view, made, request), *_actions(view, made), back]


def _ways(view: View, missing: Needed) -> list[r.Row]:
    """Where the answers that are missing are given: a row of a page, or a page where a whole list is empty."""
    rows: list[r.Row] = [
        r.ActionRow(f"to.{name}", view.t(title), target=r.Target(page))
        for name, (page, title) in _PAGES.items()
        if (name,) in missing.paths
    ]
    return [*rows, *open_answers(view, (path for path in missing.paths if len(path) > 1))]


def _debt(view: View) -> Debt | None:
    """The debt it is about: the one chosen here, else one with a plan, else the one the first message is for."""
    picked = chosen(view, "document-debt")
    named = next((each for each in view.case.debts if each.id == picked), None)
    planned = (each for each in view.case.debts if chosen_term(view.case, each.id) is not None)
    return named or next(planned, None) or holding_debt(view.case, view.today) or next(iter(view.case.debts), None)


def _which_debt(view: View, kind: Kind, debt: Debt | None) -> list[r.Row]:
    if debt is None or (kind not in PER_DEBT and kind not in _MAY_NAME_A_DEBT):
        return []
    ids = [each.id for each in view.case.debts]
    following = ids[(ids.index(debt.id) + 1) % len(ids)]
    return [
        r.ActionRow(
            "document.debt",
            view.t(N_("About: {name}"), name=debt_name(view, debt.id)),
            "" if following == debt.id else view.t(N_("Enter: {name}"), name=debt_name(view, following)),
            command="unfold",
            argument=choice(view, "document-debt", following),
        )
    ]


def _with_debts(view: View, kind: Kind) -> list[r.Row]:
    if kind is not Kind.STATEMENT:
        return []
    listed = chosen(view, "document-debts") == "yes"
    label = N_("Leave the debts out again") if listed else N_("List the debts too")
    hint = "" if listed else view.t(N_("only if they asked for them"))
    argument = choice(view, "document-debts", "" if listed else "yes")
    return [r.ActionRow("document.debts", view.t(label), hint, command="unfold", argument=argument, style="dim")]


def _read_back(view: View, made: Made, request: Request) -> list[r.Row]:
    """What a lender will notice in it; and where the oldest instalment is long due, what asking means for limitation."""
    debt = request.debt
    remarks = reading_back(view.case, as_text(made.document), view.lang, debt=debt.id if debt is not None else None)
    rows: list[r.Row] = [r.Heading(view.t(N_("What they will see in it")))]
    rows += remark_rows(view, remarks, "document") or [
        r.Note(view.t(N_("Nothing stands out. Read it once more yourself: is every figure right?")), "good")
    ]
    if made.kind is Kind.LETTER and debt is not None and limitation_note(debt, view.case, view.today):
        from negotiator_tui.guide.facts import fact, fact_sentence

        rows.append(r.Note(fact_sentence(fact("LIM-14"), view.lang, view.today), "warn"))
    return rows


def _actions(view: View, made: Made) -> list[r.Row]:
    text = as_text(made.document)
    rows: list[r.Row] = [
        r.Heading(view.t(N_("Take it along"))),
        r.ActionRow(
            "document.copy",
            view.t(N_("Copy the text")),
            view.t(N_("to paste into a chat or the app")),
            command="copy",
            argument=text,
        ),
    ]
    for name, label in (
        ("docx", N_("Save as .docx")),
        ("pdf", N_("Save as .pdf")),
        ("text", N_("Save as .txt")),
    ):
        hint = view.t(N_("into the folder beside the case")) if name == "docx" else ""
        rows.append(r.ActionRow(f"document.{name}", view.t(label), hint, command="document-save", argument=name))
    if made.kind is Kind.SCHEDULE:
        rows += schedule_rows(view)
    rows.append(
        r.ActionRow(
            "document.note",
            view.t(N_("Handed over today: note it")),
            view.t(N_("keeps the figures, nobody's name")),
            command="document-note",
            style="dim",
        )
    )
    return rows


def _made_so_far(view: View) -> list[r.Row]:
    """Everything made or noted, the newest first."""
    found = list(reversed(view.case.sent))
    if not found:
        return []
    rows: list[r.Row] = [r.Heading(view.t(N_("Made so far")), view.t(N_("frozen, without names")))]
    for each in found:
        when, style = _when(view, each.on, each.made_on)
        rows.append(r.ItemRow(r.Target("item", ("sent", each.id)), each.what or "", _columns(when, style, each.what)))
    return rows


def _when(view: View, on: date | None, made_on: date | None) -> tuple[str, Style]:
    if on is not None:
        return view.t(N_("handed over {day}"), day=format_date(on)), ""
    return (view.t(N_("made {day}"), day=format_date(made_on)) if made_on is not None else ""), "dim"


def _columns(when: str, style: Style, what: str | None) -> Callable[[], tuple[tuple[str, int, Style], ...]]:
    return lambda: ((when, 23, style), (what or "", 34, ""))
