"""Help, the palette, and the way to any page or question: all made from the lists that already exist."""

from negotiator_tui.case.case import LISTS, TABLES
from negotiator_tui.case.labels import label
from negotiator_tui.case.questions import questions
from negotiator_tui.case.stages import STAGES, Page
from negotiator_tui.text.language import N_
from negotiator_tui.ui import rows as r
from negotiator_tui.ui.bars import key_name
from negotiator_tui.ui.commands import COMMANDS
from negotiator_tui.ui.ink import Span, fit
from negotiator_tui.ui.pages.forms import matches
from negotiator_tui.ui.view import View

_FOUND = 2
"""Where the first page stands that is found: under the heading and the line to type on."""
_WALK = (
    ("Enter", N_("keep the answer and go on")),
    ("Up/Down", N_("row before, row after; the answer is kept")),
    ("Tab", N_("next cell in a list, next row in a form")),
    ("Left/Right", N_("change a choice or a number")),
    ("Esc", N_("take back what was typed; else one level up")),
    ("?", N_("alone in a row: I don't know")),
)


def keys(view: View) -> list[r.Row]:
    """Every key, and what the program does and does not do."""
    rows: list[r.Row] = [
        r.Heading(view.t(N_("Help")), view.t(N_("Esc goes back"))),
        *_about(view),
        r.Note(
            view.t(
                N_(
                    "Everything stays on this computer, in one file. The program never connects to a network, "
                    "never asks for a password and never takes money."
                )
            )
        ),
        r.Note(
            view.t(
                N_(
                    "The file is not encrypted. Whoever can use this computer can read it; the system's own disk "
                    "encryption protects it when the computer is lost."
                )
            ),
            "dim",
        ),
        r.Note(view.t(N_("Nothing here is legal advice. 12348 gives legal advice by phone, free of charge.")), "dim"),
        r.Heading(view.t(N_("Walking and typing"))),
    ]
    rows += [_key(name, view.t(text)) for name, text in _WALK]
    rows.append(r.Heading(view.t(N_("Keys"))))
    rows += [_key(key_name(each.key), view.t(each.help)) for each in COMMANDS if each.key]
    rows.append(r.Heading(view.t(N_("How amounts, rates and dates can be written"))))
    rows += [
        _key("1.2万", view.t(N_("amounts: 12,000, ¥12000, 3*1200+80; 约 or ~ before it marks a guess"))),
        _key("万4.5", view.t(N_("rates: 0.045%, 16.2% a year, 月息1分"))),
        _key("12-5", view.t(N_("dates: 12月5日, 20261205, tomorrow as 明天"))),
    ]
    return rows


def _about(view: View) -> list[r.Row]:
    """The question the borrower was at: what it means, its choices, and that it may stay open."""
    if view.about is None:
        return []
    ask = view.about.ask
    rows: list[r.Row] = [r.Note((Span(view.t(ask.label), "accent"),))]
    if ask.help:
        rows.append(r.Note(view.t(ask.help)))
    rows += [r.Note(f"{number}  {view.t(label(each))}", indent=2) for number, each in enumerate(view.about.options, 1)]
    if ask.lender:
        rows.append(
            r.Note(view.t(N_("If you don't know, ask the lender: {question}"), question=view.t(ask.lender)), "dim")
        )
    rows.append(r.Note(view.t(N_("It may stay open; ? alone records that you don't know.")), "dim"))
    return [*rows, r.Blank()]


def palette(view: View) -> list[r.Row]:
    """All commands, found by typing."""
    found: list[r.Row] = [
        r.ActionRow(f"do.{each.id}", view.t(each.label), view.t(each.help), command="run", argument=each.id)
        for each in COMMANDS
        if matches(view, view.t(each.label), view.t(each.help), each.id, each.label)
    ]
    return [
        r.Heading(view.t(N_("Commands"))),
        r.FindRow("", view.t(N_("type to find"))),
        *(found or _nothing(view)),
    ]


def go(view: View) -> list[r.Row]:
    """All stages and pages; with something typed, every question too."""
    rows: list[r.Row] = [
        r.Heading(view.t(N_("Go to"))),
        r.FindRow("", view.t(N_("type a page or a question"))),
    ]
    for number, stage in enumerate(STAGES, 1):
        for page in stage.pages:
            title = f"{number} {view.t(stage.title)} / {view.t(page.title)}"
            if matches(view, title, page.id, page.title, stage.title):
                row = r.ActionRow(f"go.{page.id}", title, target=r.Target(page.id))
                rows.insert(_FOUND if _exactly(view, page) else len(rows), row)
    rows += [
        r.ActionRow(f"go.{each}", view.t(title), target=r.Target(each))
        for each, title in (("urgent", N_("Urgent")), ("review", N_("All answers")), ("start", N_("Other cases")))
        if matches(view, view.t(title), each)
    ]
    rows += _question_rows(view) if view.find.strip() else []
    return rows if len(rows) > 2 else [*rows, *_nothing(view)]


def _exactly(view: View, page: Page) -> bool:
    """Whether the whole name of a page was typed: then Enter goes there, whatever else has it in its name."""
    return view.find.strip().casefold() in {page.id, page.title.casefold(), view.t(page.title).casefold()}


def _nothing(view: View) -> list[r.Row]:
    """That nothing was found, and how to see everything again."""
    return [r.Note(view.t(N_("Nothing found; Esc shows everything again.")), "dim")]


def _question_rows(view: View) -> list[r.Row]:
    rows: list[r.Row] = []
    for stage in STAGES:
        for page in stage.pages:
            for name in page.asks:
                if name in TABLES:
                    rows += [
                        r.ActionRow(
                            f"ask.{name}.{each.name}",
                            view.t(each.ask.label),
                            view.t(page.title),
                            target=r.Target(page.id, (name, each.name)),
                            style="",
                        )
                        for each in questions(TABLES[name])
                        if matches(view, view.t(each.ask.label))
                    ]
                elif name == "debts":
                    rows += _item_questions(view, name)
    return rows


def _item_questions(view: View, name: str) -> list[r.Row]:
    return [
        r.ActionRow(
            f"ask.{name}.{item.id}.{each.name}",
            view.t(each.ask.label),
            item.name or "",
            target=r.Target("item", (name, item.id, each.name)),
            style="",
        )
        for item in view.case.debts
        for each in questions(LISTS[name])
        if (each.ask.when is None or each.ask.when(item)) and matches(view, view.t(each.ask.label))
    ]


def _key(name: str, text: str) -> r.Row:
    return r.Note((Span(fit(name, 12), "accent"), Span(text)))
