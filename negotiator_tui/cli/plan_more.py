"""`plan --stress` and `plan --more`: bad times, own months drawn, what more money would do, another order of asking."""

from collections.abc import Iterator
from typing import Any

from negotiator_tui.case.case import Case
from negotiator_tui.cli import values
from negotiator_tui.cli.options import Given
from negotiator_tui.cli.output import NOTHING, money, table
from negotiator_tui.finance.fen import to_fen, yuan
from negotiator_tui.finance.months import month_of, month_text
from negotiator_tui.finance.more_money import Aim, More, more_money
from negotiator_tui.finance.own_months import own_takings
from negotiator_tui.finance.search import CaseSearch, DebtSearch
from negotiator_tui.finance.search_debt import finished
from negotiator_tui.finance.search_order import Order, better_order
from negotiator_tui.finance.search_points import Change
from negotiator_tui.finance.stress import NAMES, Stress, stresses
from negotiator_tui.finance.stress_draws import SEED, Draws, draws, draws_words, own_money
from negotiator_tui.text.clean import clean
from negotiator_tui.text.language import N_

LARGEST_SEED = 10**9

_AIMS = {
    Aim.CONTRACT: N_("the instalments of all contracts, what is overdue apart"),
    Aim.PLAN: N_("a plan that survives bad months for every debt"),
    Aim.ASK: N_("the ask to survive bad months without savings"),
}
_STEPS = {
    Change.RATE: N_("the rate half a point higher"),
    Change.WAIVER: N_("one waiver less"),
    Change.MONTHS: N_("a month shorter"),
    Change.GRACE: N_("a month of grace less"),
}


class Stressed:
    """The recommended terms of one debt in bad times. `seed` makes the same draws again."""

    def __init__(self, given: Given, found: CaseSearch, debt: DebtSearch, case: Case) -> None:
        self.found = debt
        result = debt.result
        self.tried: tuple[Stress, ...] = ()
        self.drawn: Draws | None = None
        takings = [fen for _, fen in own_takings(case.own_months)]
        self.own = len(takings)
        if result is None or result.recommended is None:
            return
        cost = values.amount(given, "--large-cost")
        payments = result.recommended.payments
        self.tried = stresses(
            found.basis,
            debt.debt.id,
            payments,
            result.frontier,
            large_cost=None if cost is None else to_fen(cost),
            worst=min(takings, default=None),
        )
        seed = values.count(given, "--seed", 0, LARGEST_SEED)
        own = own_money(found.basis, debt.debt.id, takings)
        self.drawn = draws(payments, own, SEED if seed is None else seed)

    def month(self, number: int) -> str:
        """A month of the plan, `YYYY-MM`."""
        return month_text(month_of(self.found.first_due) + number)


def stress_json(given: Given, found: CaseSearch, case: Case) -> list[dict[str, Any]]:
    """Bad times by debt: what each comes to, and the draws; `survivor` is a place in that debt's frontier."""
    made = []
    for debt in found.debts:
        each = Stressed(given, found, debt, case)
        places = [] if debt.result is None else [choice.key for choice in debt.result.shown]
        rows = [
            {
                "blow": stress.blow.value,
                "month": None if stress.month is None else each.month(stress.month),
                "holds": stress.fit.ok,
                "savings": [{"month": each.month(m), "amount": str(yuan(fen))} for m, fen in stress.fit.savings],
                "breaks_in": None if stress.fit.breaks_in is None else each.month(stress.fit.breaks_in),
                "short_by": str(yuan(stress.fit.short_by)),
                "survivor": None if stress.survivor is None else places.index(stress.survivor.key),
            }
            for stress in each.tried
        ]
        made.append({"id": debt.debt.id, "blows": rows, "draws": _draws_json(each.drawn)})
    return made


def _draws_json(made: Draws | None) -> dict[str, Any] | None:
    if made is None:
        return None
    return {
        "draws": made.draws,
        "own_months": made.own_months,
        "seed": made.seed,
        "survived": made.survived,
        "kept": list(made.kept),
    }


def stress_lines(given: Given, found: CaseSearch, case: Case) -> Iterator[str]:
    """The same as a table for each debt, with a sentence on the draws."""
    for debt in found.debts:
        each = Stressed(given, found, debt, case)
        if not each.tried:
            continue
        yield given.say(N_("If things turn out worse: {name}"), name=clean(debt.debt.name or debt.debt.id))
        head = [given.say(name) for name in (N_("what happens"), N_("breaks in"), N_("short by"), N_("would survive"))]
        yield from (f"  {line}" for line in table(head, [_row(given, each, stress) for stress in each.tried], (0,)))
        yield f"  {draws_words(each.drawn, each.own, given.lang)}"
        yield ""


def _row(given: Given, each: Stressed, stress: Stress) -> list[str]:
    fit, survivor = stress.fit, stress.survivor
    ends = [given.say(N_("holds")), NOTHING, NOTHING]
    if fit.savings:
        ends = [given.say(N_("savings")), money(yuan(max(fen for _, fen in fit.savings))), NOTHING]
    elif fit.breaks_in is not None:
        months = NOTHING if survivor is None else given.say(N_("{count} months"), count=survivor.last)
        ends = [each.month(fit.breaks_in), money(yuan(fit.short_by)), months]
    return [given.say(NAMES[stress.blow]), *ends]


def more_json(given: Given, found: CaseSearch, case: Case) -> dict[str, Any]:
    """What so much more a month would do, and the order of asking that needs less in total; null where none does."""
    order = finished(better_order(found))
    more = finished(more_money(found, case, given.today))
    return {
        "more_money": [
            {
                "aim": each.aim.value,
                "debt": each.debt or None,
                "change": None if each.smaller is None else each.smaller.change.value,
                "monthly": None if each.fen is None else str(yuan(each.fen)),
            }
            for each in more
        ],
        "better_order": None if order is None else _order_json(order),
    }


def _order_json(order: Order) -> dict[str, Any]:
    return {
        "debts": list(order.debts),
        "concession": f"{order.concession}.00",
        "total_paid": str(yuan(order.total)),
        "together": {"concession": f"{order.before[0]}.00", "total_paid": str(yuan(order.before[1]))},
    }


def more_lines(given: Given, found: CaseSearch, case: Case) -> Iterator[str]:
    """The same for people. Sums, never advice."""
    names = {each.debt.id: clean(each.debt.name or each.debt.id) for each in found.debts}
    more = finished(more_money(found, case, given.today))
    if more:
        yield given.say(N_("If so much more came in each month, or less went out (after tax, a tenth stays yours):"))
        yield from (f"  {_more_words(given, each, names.get(each.debt, ''))}" for each in more)
        yield ""
    order = finished(better_order(found))
    if order is not None:
        first, *rest = (names[debt] for debt in order.debts)
        for name in rest:
            first = given.say(N_("{before}, then {name}"), before=first, name=name)
        yield given.say(
            N_("Asked one after the other ({names}): {amount} in all, given up {given}. Together: {before}, {others}."),
            names=first,
            amount=money(yuan(order.total)),
            given=money(yuan(order.concession * 100)),
            before=money(yuan(order.before[1])),
            others=money(yuan(order.before[0] * 100)),
        )
        yield ""


def _more_words(given: Given, each: More, name: str) -> str:
    what = given.say(_AIMS[each.aim] if each.smaller is None else _STEPS[each.smaller.change])
    if name:
        what = given.say(N_("{name}: {words}"), name=name, words=what)
    return given.say(N_("{amount}  {what}"), amount=money(None if each.fen is None else yuan(each.fen)), what=what)
