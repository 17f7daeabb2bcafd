"""Where to go after a refusal, and with a paper of a court. What cannot wait and what comes after stand beside it."""

from collections.abc import Callable
from decimal import Decimal

from negotiator_tui.case.case import find
from negotiator_tui.case.court import Court
from negotiator_tui.case.debts import Debt
from negotiator_tui.case.kinds import Answer, CourtPaper, Refusal, YesNo
from negotiator_tui.case.labels import label
from negotiator_tui.case.offers import Offer
from negotiator_tui.finance.cash_free import cash_free
from negotiator_tui.guide.facts import named_facts
from negotiator_tui.guide.notes import Note
from negotiator_tui.guide.pages import court_kinds, holding_debt, page_help, route
from negotiator_tui.text.language import N_
from negotiator_tui.ui import rows as r
from negotiator_tui.ui.ink import Style
from negotiator_tui.ui.pages.choosing import chosen, fold
from negotiator_tui.ui.pages.court_paper import standing, told_paper
from negotiator_tui.ui.pages.forms import debt_name
from negotiator_tui.ui.pages.guided import fact_rows, open_answers
from negotiator_tui.ui.pages.hanging import beside
from negotiator_tui.ui.pages.plan_more_money import needed_rows
from negotiator_tui.ui.pages.plan_other import other_request_rows
from negotiator_tui.ui.pages.prevention import prevention
from negotiator_tui.ui.pages.refusal_levels import level_rows
from negotiator_tui.ui.pages.refusal_ways import part_rows, way_rows
from negotiator_tui.ui.pages.urgency import urgent
from negotiator_tui.ui.view import View

__all__ = ["court", "prevention", "refused", "urgent"]

INDENT = 2

# After a refusal

_REFUSAL_PARTS = (
    ("first", N_("First")),
    ("then", N_("Then")),
    ("document", N_("On paper")),
    ("care", N_("Take care")),
)


def refused(view: View) -> list[r.Row]:
    """The thirteen reasons with their ways: those that were given in this case first, the newest of them open."""
    given = _given(view)
    opened = chosen(view, "route")
    if opened is None:
        opened = next(iter(given), "")
    rows: list[r.Row] = [
        r.Heading(view.t(N_("After a refusal")), view.t(N_("one refusal is not the last word"))),
        r.Note(page_help("refused", view.lang).text, "dim"),
    ]
    if given:
        rows.append(r.Heading(view.t(N_("What they said"))))
        rows += [row for reason, offers in given.items() for row in _route(view, reason, offers, opened)]
    rows += [_unreasoned(view, offer) for offer in view.case.offers if _is_refused(offer) and offer.refusal is None]
    rows.append(r.Heading(view.t(N_("Other answers one may get")) if given else view.t(N_("What did they say?"))))
    rows += [row for reason in Refusal if reason not in given for row in _route(view, reason, (), opened)]
    debt = _debt_of(view, tuple(offer for offers in given.values() for offer in offers))
    if debt is not None:
        rows += level_rows(view, debt)
    return [
        *rows,
        r.Blank(),
        r.ActionRow("offers", view.t(N_("Write down what they offered or refused")), target=r.Target("offers")),
        r.ActionRow("log", view.t(N_("Write down who said it, and when")), target=r.Target("log")),
    ]


def _is_refused(offer: Offer) -> bool:
    return offer.answer is Answer.REFUSED


def _given(view: View) -> dict[Refusal, tuple[Offer, ...]]:
    """The reasons that were given, the newest first, with the offers they belong to."""
    found: dict[Refusal, tuple[Offer, ...]] = {}
    for offer in reversed(view.case.offers):
        if _is_refused(offer) and offer.refusal is not None:
            found[offer.refusal] = (*found.get(offer.refusal, ()), offer)
    return found


def _unreasoned(view: View, offer: Offer) -> r.Row:
    words = view.t(N_("{name}: which reason did they give?"), name=debt_name(view, offer.debt))
    return r.ActionRow(
        f"reason.{offer.id}", words, target=r.Target("item", ("offers", offer.id, "refusal")), style="warn"
    )


def _route(view: View, reason: Refusal, offers: tuple[Offer, ...], opened: str) -> list[r.Row]:
    debt = _debt_of(view, offers)
    note = route(reason, debt, view.case, view.today, view.lang)
    is_open = opened == reason
    head = fold(
        view,
        "route",
        reason,
        note.title,
        _from_whom(view, offers),
        is_open=is_open,
        style="" if not offers else "accent",
    )
    if not is_open:
        return [head]
    return [
        head,
        *beside(((view.t(name), note[field]) for field, name in _REFUSAL_PARTS), indent=INDENT),
        *(_OWN_FIGURES[reason](view) if reason in _OWN_FIGURES else []),
        *fact_rows(view, note.facts, indent=INDENT),
        *way_rows(view, reason),
    ]


def _from_whom(view: View, offers: tuple[Offer, ...]) -> str:
    names = dict.fromkeys(debt_name(view, offer.debt) for offer in offers)
    return view.t(N_(", ")).join(names)


def _debt_of(view: View, offers: tuple[Offer, ...]) -> Debt | None:
    """The debt that was refused; before any refusal the one that is talked about."""
    for offer in offers:
        debt: Debt | None = find(view.case, "debts", offer.debt) if offer.debt else None
        if debt is not None:
            return debt
    return holding_debt(view.case, view.today)


def _free_now(view: View) -> list[r.Row]:
    """What a part payment could be made from at most; nothing of it where there is nothing."""
    free = cash_free(view.case, view.today)
    if free.value is None:
        words = view.t(N_("Whether there is money for a part payment cannot be told yet. Missing:"))
        return [r.Note(words, "dim", INDENT), *open_answers(view, free.missing, limit=3)]
    if free.value <= 0:
        words = view.t(N_("After this week, stock, rent, wages and medicine nothing is left to pay now."))
        return [
            r.Note(view.t(N_("There is nothing to pay a part from now.")), "warn", INDENT),
            r.Note(words, "dim", INDENT),
            r.FigureRow(free),
        ]
    return [r.FigureRow(free, view.t(N_("more than this would come out of stock, rent or wages")))]


def _part_payment(view: View) -> list[r.Row]:
    """What is free to be paid at all, and what a part payment would go to first."""
    return [*_free_now(view), *part_rows(view, _part_debt(view))]


def _part_debt(view: View) -> tuple[Debt, Decimal | None] | None:
    """The debt a part payment was asked for, and the sum they named."""
    for offer in reversed(view.case.offers):
        debt = find(view.case, "debts", offer.debt) if offer.debt else None
        if _is_refused(offer) and offer.refusal in {Refusal.PAY_FIRST, Refusal.CLEAR_ARREARS} and debt is not None:
            return debt, offer.paid_now
    debt = holding_debt(view.case, view.today)
    return None if debt is None else (debt, None)


def _bad_month(view: View) -> list[r.Row]:
    """What is there for all debts together in a bad month."""
    safe = view.budget.safe
    if safe.value is None:
        words = view.t(N_("What a bad month leaves for debts cannot be told yet. Missing:"))
        return [r.Note(words, "dim", INDENT), *open_answers(view, safe.missing, limit=3)]
    return [r.FigureRow(safe, view.t(N_("all debts together, in a bad month")))]


def _arrears(view: View) -> list[r.Row]:
    arrears = view.budget.arrears
    row = r.FigureRow(arrears, view.t(N_("of all debts; ask which part they mean")))
    return [*([row] if arrears.value else []), *part_rows(view, _part_debt(view))]


def _cannot_carry(view: View) -> list[r.Row]:
    """What a bad month leaves, what more a month would do for the plan to ask for, and the other request."""
    return [*_bad_month(view), *needed_rows(view), *other_request_rows(view)]


def _too_short(view: View) -> list[r.Row]:
    return [*_bad_month(view), *needed_rows(view)]


_OWN_FIGURES: dict[Refusal, Callable[[View], list[r.Row]]] = {
    Refusal.PAY_FIRST: _part_payment,
    Refusal.CLEAR_ARREARS: _arrears,
    Refusal.TOO_SHORT: _too_short,
    Refusal.CANNOT_CARRY: _cannot_carry,
}
"""The figures of the case that matter after a reason."""


# Court papers

_ALWAYS = ("COURT-12368", "CH-4", "CPL-254", "EXE-3")
"""The facts that hold whatever came: how to check, whom to ask, what enforcement must leave."""


def court(view: View) -> list[r.Row]:
    """The papers that came with the days left, what each kind is, and what always holds."""
    papers = view.case.court
    opened = chosen(view, "paper")
    if opened is None:
        opened = next((each.kind for each in papers if each.kind and each.answered_on is None), "")
    kinds = court_kinds(view.lang, view.today)
    rows: list[r.Row] = [
        r.Heading(view.t(N_("Court papers")), view.t(N_("check first, then the day, then the papers"))),
        *(_paper(view, each) for each in sorted(papers, key=lambda each: each.answered_on is not None)),
        r.ActionRow(
            "add",
            view.t(N_("Write down what came")),
            view.t(N_("kind, day, which court")),
            command="new-item",
            argument="court",
        ),
        r.Heading(view.t(N_("What came?"))),
    ]
    for note in kinds:
        is_open = note.id == opened
        rows.append(fold(view, "paper", note.id, note.title, is_open=is_open, style=""))
        if is_open:
            rows += told_paper(view, _undated(view, note), indent=INDENT, then=[_record(view, note)])
    return [
        *rows,
        r.Heading(view.t(N_("Whatever came"))),
        *fact_rows(view, named_facts(_ALWAYS, None, view.today, view.case)),
        r.Note(
            view.t(
                N_(
                    "That binds courts when they enforce. A debit by contract is another matter: ask the lender about it."
                )
            ),
            "dim",
        ),
    ]


def _record(view: View, note: Note) -> r.Row:
    return r.ActionRow(
        f"record.{note.id}",
        view.t(N_("Write down this one")),
        view.t(N_("the day it came, which court; then the days are counted")),
        command="new-item",
        argument=f"court kind={note.id}",
    )


def _undated(view: View, note: Note) -> Note:
    """A kind of paper without a day of its own: the fifteen days in words instead of two blanks."""
    if note.id != CourtPaper.PAYMENT_ORDER:
        return note
    words = view.t(N_("Fifteen days from the day it was handed over; that day itself is not counted."))
    return Note(note.id, note.group, note.page, {**note.fields, "deadline": words}, note.facts)


def _paper(view: View, paper: Court) -> r.Row:
    def parts() -> tuple[tuple[str, int, Style], ...]:
        kind = view.t(label(paper.kind)) if paper.kind else view.t(N_("what came?"))
        words, style = standing(view, paper)
        checked = paper.verified is YesNo.YES or paper.answered_on is not None
        note: tuple[str, int, Style] = ("" if checked else view.t(N_("not checked")), 11, "warn")
        return ((kind, 16, ""), (words, 26, style), note, (paper.court_name or "", 20, "dim"))

    return r.ItemRow(r.Target("item", ("court", paper.id)), paper.court_name or "", parts)
