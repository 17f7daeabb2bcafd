"""What is proved, and what is still the borrower's own word: figure by figure, each leading to what can be done."""

from collections.abc import Iterator

from rich.cells import cell_len

from negotiator_tui.case.exhibits import at_hand
from negotiator_tui.case.materials import Material
from negotiator_tui.finance.own_differences import own_differences
from negotiator_tui.guide.gaps import GROUPS, Gap, gaps, proof_words
from negotiator_tui.guide.proofs import suggested
from negotiator_tui.text.language import N_
from negotiator_tui.ui import rows as r
from negotiator_tui.ui.ink import Style, fit, right
from negotiator_tui.ui.pages.choosing import chosen, fold
from negotiator_tui.ui.pages.paper import exhibit_words
from negotiator_tui.ui.pages.places import target_of
from negotiator_tui.ui.view import View

_GROUP = "gap"
_MOST = 5
"""So many papers are offered for a figure; the others are reached through their own page."""

_NAME, _AMOUNT = 24, 14
"""Cells of a figure's name and of its amount, so that the amounts stand under each other."""

_TITLES = {
    "income": N_("What comes in"),
    "costs": N_("What goes out"),
    "debts": N_("The debts"),
    "hardship": N_("What happened"),
}


def gap_report(view: View) -> list[r.Row]:
    """Each figure of a proposal with its exhibit, or marked as the borrower's own statement."""
    found = gaps(view.case, view.today, view.lang)
    if not found:
        return _nothing(view)
    proved = sum(each.proved for each in found)
    aside = view.t(N_("{ready} of {count}"), ready=proved, count=len(found))
    rows: list[r.Row] = [
        r.Heading(view.t(N_("What is proved, and what is not")), aside),
        r.Note(
            view.t(
                N_(
                    "In a letter each figure has an exhibit, or is marked as your own statement. Both are honest. "
                    "Enter on a line: which paper proves it."
                )
            ),
            "dim",
        ),
    ]
    open_one = chosen(view, _GROUP)
    for name, topics in GROUPS.items():
        here = [each for each in found if each.topic in topics]
        if here:
            rows.append(r.Heading(view.t(_TITLES[name])))
        for each in here:
            rows += _figure(view, each, is_open=open_one == _key(each))
    return [*rows, *_differences(view)]


def _differences(view: View) -> list[r.Row]:
    """Where the budget and the statements say different things: whoever reads both will ask."""
    found = own_differences(view.case, view.today)
    if not found:
        return []
    rows: list[r.Row] = [
        r.Heading(view.t(N_("Budget and statements side by side"))),
        r.Note(
            view.t(N_("Who reads both will ask about a difference. Mend the budget, or have the reason ready.")), "dim"
        ),
    ]
    for each in found:
        remark = view.t(N_("they agree")) if not each.notable else ""
        rows += [r.FigureRow(each.gap, remark, "" if each.notable else "dim")]
        if each.cash is not None and each.notable:
            rows.append(r.FigureRow(each.cash, style="dim"))
    return rows


def _nothing(view: View) -> list[r.Row]:
    words = N_("Here stands each figure of a proposal with the paper that proves it, as soon as there are figures.")
    return [
        r.Heading(view.t(N_("What is proved, and what is not"))),
        r.Note(view.t(words)),
        r.ActionRow("debts", view.t(N_("Debts")), target=r.Target("debts")),
        r.ActionRow("shop", view.t(N_("Shop")), target=r.Target("shop")),
        r.ActionRow("home", view.t(N_("Home")), target=r.Target("home")),
    ]


def _key(gap: Gap) -> str:
    return ".".join(gap.path)


def _figure(view: View, gap: Gap, *, is_open: bool) -> list[r.Row]:
    said = view.money(gap.amount) if gap.amount is not None else gap.words
    if gap.estimated:
        said = view.t(N_("about {text}"), text=said)
    hint = proof_words(gap, view.lang)
    if gap.stale:
        hint = view.t(N_("{proof}, older than three months"), proof=hint)
    style: Style = "warn" if gap.stale else "dim" if gap.proved else ""
    said = right(said, _AMOUNT) if cell_len(said) <= _AMOUNT else said
    row = fold(view, _GROUP, _key(gap), f"{fit(gap.name, _NAME)} {said}", hint, is_open=is_open, style=style)
    return [row, *_ways(view, gap)] if is_open else [row]


def _ways(view: View, gap: Gap) -> Iterator[r.Row]:
    """What can be done about one figure: its papers, those that could prove it, a new one, the figure itself."""
    about = ".".join(gap.about)
    for each in gap.papers:
        yield r.ActionRow(
            f"paper.{each.id}",
            _paper_words(view, each),
            view.t(N_("proves it; Enter opens it")),
            target=r.Target("item", ("materials", each.id)),
            style="good",
        )
    for file in gap.statements:
        yield r.Note(view.t(N_("read in from the statement {file}"), file=file), "dim", indent=2)
    for each in _candidates(view, gap, about):
        yield r.ActionRow(
            f"link.{each.id}",
            view.t(N_("Prove it with: {name}"), name=_paper_words(view, each)),
            command="replace",
            argument=f"link-paper {each.id} {about}",
            style="dim",
        )
    yield r.ActionRow(
        "new-paper",
        view.t(N_("Another paper proves it")),
        view.t(N_("name it, take in a file")),
        command="new-paper",
        argument=f"about={about}",
    )
    yield r.ActionRow(
        "figure", view.t(N_("Go to the figure itself")), target=target_of(gap.path, view.case), style="dim"
    )


def _candidates(view: View, gap: Gap, about: str) -> list[Material]:
    """Papers at hand that could prove a figure: of a fitting kind first."""
    free = [each for each in view.case.materials if at_hand(each) and each not in gap.papers]
    fitting = [each for each in free if about in suggested(view.case, each)]
    own = [each for each in free if each not in fitting and (each.kind is None or each.sha256 is not None)]
    return (fitting + own)[:_MOST]


def _paper_words(view: View, material: Material) -> str:
    name = material.name or material.file or view.t(N_("no name"))
    number = exhibit_words(view, material)
    return f"{number} {name}" if number else name
