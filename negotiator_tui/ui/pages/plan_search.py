"""What the search found, first of all in one sentence per debt: the least to ask for that can be carried."""

from decimal import Decimal

from negotiator_tui.finance.fen import yuan
from negotiator_tui.finance.kept_words import AHEAD, INSTEAD, NOTHING_INSTEAD, kept_words
from negotiator_tui.finance.months import HORIZON, month_of, month_text
from negotiator_tui.finance.plan_basis import basis_of
from negotiator_tui.finance.plan_words import plan_sentence
from negotiator_tui.finance.search import CaseSearch, DebtSearch, outcome_of
from negotiator_tui.finance.search_debt import Mode, Result
from negotiator_tui.finance.search_grid import LIMIT, Candidate
from negotiator_tui.text.language import N_
from negotiator_tui.ui import rows as r
from negotiator_tui.ui.changes_search import argument_of, taken_over
from negotiator_tui.ui.ink import Span
from negotiator_tui.ui.pages.choosing import chosen, fold
from negotiator_tui.ui.pages.forms import debt_name
from negotiator_tui.ui.pages.places import target_of
from negotiator_tui.ui.pages.plan_more_money import more_money_rows
from negotiator_tui.ui.pages.plan_other import other_request_rows
from negotiator_tui.ui.pages.plan_search_more import more_rows
from negotiator_tui.ui.pages.plan_term import fit_to, said
from negotiator_tui.ui.pages.terms_words import told
from negotiator_tui.ui.view import View

_MORE = "found"
"""What is open among the results: one debt's other choices."""
_NAME = 24


def proposal(view: View) -> list[r.Row]:
    """The recommended terms of every debt searched, the way to take them over, and behind a fold what else there is.

    Nothing where it is not known what is there for debts, or where nothing is: the page says so itself.
    """
    search = view.search
    if search is None:
        if not view.searching:
            return []
        looking = r.Note(view.t(N_("Looking for the least that would have to be asked for")), "dim")
        return (
            [*_head(view), *(row for each in view.done for row in _debt(view, each)), looking]
            if view.done
            else [looking]
        )
    if search.mode is Mode.DEFICIT:
        return more_money_rows(view)
    if search.mode is None or not search.debts:
        return []
    rows = _head(view)
    for each in search.debts:
        rows += _debt(view, each)
    if view.budget.bad_is_guess and any(
        each.result is not None and each.result.beside is None for each in search.debts
    ):
        rows.append(worst_row(view, view.t(N_("A bad month is a guess here: 80% of the takings"))))
    rows += [*_left_out(view, search), *order_hint(view)]
    argument = argument_of(search)
    rows += _use(view, argument) if argument else []
    opened = chosen(view, _MORE)
    for each in search.debts:
        if each.result is None or each.result.recommended is None:
            continue
        is_open = each.debt.id == opened
        words = view.t(N_("Why, and what else there is: {name}"), name=fit_to(debt_name(view, each.debt.id), _NAME))
        rows.append(fold(view, _MORE, each.debt.id, words, is_open=is_open, style="dim"))
        rows += more_rows(view, search, each) if is_open else []
    none_fits = any(each.mode is Mode.NONE_FITS for each in search.debts)
    if none_fits and not basis_of(view.case, view.today, view.today).deficit:  # the page says it of a deficit itself
        rows += other_request_rows(view)
    return [*rows, *more_money_rows(view)]


def _head(view: View) -> list[r.Row]:
    aside = view.t(N_("the lender gives the least, and you can carry it"))
    return [r.Heading(view.t(N_("What you could ask for")), aside)]


def order_hint(view: View) -> list[r.Row]:
    """That another order of asking would need less in total, where it does."""
    order = None if view.beyond is None else view.beyond.order
    if order is None:
        return []
    names, *others = (debt_name(view, debt_id) for debt_id in order.debts)
    for other in others:
        names = view.t(N_("{before}, then {name}"), before=names, name=other)
    concession, total = order.before
    if order.concession < concession:
        words = N_(
            "Asked one after the other ({names}), each on what the ones before leave over, the lenders together would "
            "give up {amount} instead of {before}."
        )
        pair = (Decimal(order.concession), Decimal(concession))
    else:
        words = N_(
            "Asked one after the other ({names}), each on what the ones before leave over, you would pay {amount} in "
            "all instead of {before}."
        )
        pair = (yuan(order.total), yuan(total))
    amount, before = map(said(view), pair)
    return [r.Note(view.t(words, names=names, amount=amount, before=before), "accent")]


def _left_out(view: View, search: CaseSearch) -> list[r.Row]:
    """Which debts no plan is looked for, so that nobody thinks they were forgotten."""
    searched = {each.debt.id for each in search.debts}
    names = [debt_name(view, debt.id) for debt in view.case.debts if debt.id not in searched]
    if not names:
        return []
    words = view.t(
        N_(
            "Not in here, but counted: {names}. Rent, goods, wages, family and bills are paid or talked about on their own."
        ),
        names=view.t(N_(", ")).join(names),
    )
    return [r.Note(words, "dim")]


def _debt(view: View, found: DebtSearch) -> list[r.Row]:
    name = fit_to(debt_name(view, found.debt.id), _NAME)
    if found.result is None:
        return [_named(view, name, told(view, kept_words(found))), *_instead(view, found)]
    if found.result.recommended is None:
        return [_named(view, name, _none_fits(view, _most_months(found))), *_needed(view, found, found.result)]
    best = found.result.recommended
    sentence = sentence_of(view, found, best)
    rows: list[r.Row] = [_named(view, name, sentence, strong=True)]
    rows += [_verdict(view, found, found.result), r.Note(given_words(view, found, best), "dim", 2)]
    if found.assumed:
        rows.append(r.Note(view.t(AHEAD, count=HORIZON), "dim", 2))
    return [*rows, *_guess(view, found, found.result)]


def _instead(view: View, found: DebtSearch) -> list[r.Row]:
    """What could be kept instead of a contract that breaks after a year."""
    if not found.breaks_later:
        return []
    if found.ahead is None:
        return [r.Note(view.t(NOTHING_INSTEAD, count=max(LIMIT, found.debt.months_left or 1)), "warn", 2)]
    sentence = plan_sentence(found.ahead, found.debt, view.lang, said(view))
    return [r.Note(view.t(INSTEAD, sentence=sentence), "accent", 2)]


def sentence_of(view: View, found: DebtSearch, candidate: Candidate) -> str:
    """A choice in one sentence, as it is said on the phone; empty where its dated schedule is no plan."""
    outcome = found.outcome
    if outcome is None or found.result is None or candidate is not found.result.recommended:
        outcome = outcome_of(found, candidate, view.case, view.today)
    return "" if outcome is None else plan_sentence(outcome, found.debt, view.lang, said(view))


def given_words(view: View, found: DebtSearch, candidate: Candidate) -> str:
    """What the lender gives up, in words."""
    if found.rate_assumed:
        return view.t(N_("Counted without interest, as the rate is not written down: that is part of the request."))
    if candidate.concession > 0:
        amount = said(view)(Decimal(candidate.concession))
        return view.t(N_("The lender gives up about {amount}, in today's money."), amount=amount)
    if candidate.months_added:
        return view.t(N_("The lender gives up no money, only time: {count} months more."), count=candidate.months_added)
    return view.t(N_("The lender gives up nothing: the months stay, only their order changes."))


def _named(view: View, name: str, words: str, *, strong: bool = False) -> r.Row:
    return r.Note((Span(view.t(N_("{name}: "), name=name), "dim"), Span(words, "strong" if strong else "")))


def _verdict(view: View, found: DebtSearch, result: Result) -> r.Row:
    """Whether it holds in bad months, needs savings, or only just fits."""
    first = month_of(found.first_due)
    if result.savings:
        month, amount = max(result.savings, key=lambda each: each[1])
        words = view.t(
            N_(
                "Only if money is put by in good months: for {month} at least {amount}. {count} months live on savings."
            ),
            month=month_text(first + month),
            amount=view.money(yuan(amount)),
            count=len(result.savings),
        )
        return r.Note(words, "accent" if result.holds else "warn", 2)
    if result.holds:
        return r.Note(view.t(N_("Every month is covered, and a bad month too.")), "good", 2)
    hold = found.outcome.hold if found.outcome is not None else None
    if hold is None or hold.breaks_in is None:
        return r.Note(view.t(N_("Only just enough: a bad month would break it.")), "warn", 2)
    words = view.t(
        N_("Only just enough: were {month} a bad month, {amount} would be missing."),
        month=month_text(first + hold.breaks_in),
        amount=view.money(yuan(hold.short_by)),
    )
    return r.Note(words, "warn", 2)


def _guess(view: View, found: DebtSearch, result: Result) -> list[r.Row]:
    """Where only the guess of a bad month forces more than time: the worst month decides."""
    if result.beside is None:
        return []
    words = view.t(
        N_("Only the guess of a bad month asks for that much. In usual months this would do: {sentence}."),
        sentence=sentence_of(view, found, result.beside),
    )
    return [
        r.Note(words, "accent", 2),
        worst_row(view, view.t(N_("Write down your worst month")), found.debt.id),
    ]


def worst_row(view: View, label: str, debt: str = "") -> r.Row:
    """The way to the worst month."""
    hint = view.t(N_("it takes the place of the guess") if debt else N_("your worst month replaces it"))
    return r.ActionRow(f"found.worst.{debt}", label, hint, target=target_of(("budget", "worst_takings"), view.case))


def _most_months(found: DebtSearch) -> int:
    """The most months that were looked at: more than usual only where the contract has more."""
    return LIMIT if found.grid is None else found.grid.months[-1]


def _none_fits(view: View, months: int) -> str:
    return view.t(
        N_("No plan of up to {count} months can be carried. That is said honestly, not promised."), count=months
    )


def _needed(view: View, found: DebtSearch, result: Result) -> list[r.Row]:
    rows: list[r.Row] = []
    needed = result.needed
    if needed is not None:
        words = view.t(
            N_("It would take {amount} a month for {count} months."),
            amount=view.money(yuan(needed.monthly)),
            count=_most_months(found),
        )
        rows.append(r.Note(words, "warn", 2))
        if needed.months is not None:
            words = view.t(N_("With what is there now it would take {count} months."), count=needed.months)
            rows.append(r.Note(words, "", 2))
    label = view.t(N_("When no plan can be carried"))
    target = r.Target("refused", ("action", "route.cannot-carry"))
    return [*rows, r.ActionRow(f"found.no-plan.{found.debt.id}", label, target=target)]


def _use(view: View, argument: str) -> list[r.Row]:
    there = taken_over(view.case, argument)
    if there is not None:
        name = next((plan.name for plan in view.case.plans if plan.id == there), None)
        words = view.t(N_("It is among your plans: {name}"), name=name or view.t(N_("Plan without a name")))
        return [r.Note(words, "good")]
    return [
        r.ActionRow(
            "found.use",
            view.t(N_("Use this as a plan")),
            view.t(N_("everything in it can still be changed")),
            command="replace",
            argument=argument,
        )
    ]
