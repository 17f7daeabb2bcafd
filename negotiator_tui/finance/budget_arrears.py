"""What is due this month and what is overdue from before, debt by debt."""

from datetime import date
from functools import partial

from negotiator_tui.case.debts import Debt
from negotiator_tui.case.kinds import Shape, YesNo
from negotiator_tui.finance.budget_contract import called_in, owed_before
from negotiator_tui.finance.budget_due import Due, Dues
from negotiator_tui.finance.budget_kept import Kept
from negotiator_tui.finance.fen import to_fen, yuan
from negotiator_tui.finance.figure import Figure, total, unanswered
from negotiator_tui.finance.months import month_of
from negotiator_tui.text.language import N_

UNNAMED = N_("a debt without a name")
_OPEN = N_("counted as overdue: whether it is has no answer yet")

_due_kept: Kept[Figure] = Kept(4)
_arrears_kept: Kept[Figure] = Kept(4)
_leaves: Kept[tuple[Figure, ...]] = Kept(2000)


def due_figure(dues: tuple[Dues, ...], month: int) -> Figure:
    """Unpaid instalments with a due date in a month; None where there are no debts or no amount is known."""
    return _due_kept.get((dues,), month, lambda: _due(dues, month))


def arrears_figure(dues: tuple[Dues, ...], today: date) -> Figure:
    """What is overdue from earlier months, as the lenders state it or as the missed instalments add up."""
    return _arrears_kept.get((dues,), today, lambda: _arrears(dues, today))


def _due(dues: tuple[Dues, ...], month: int) -> Figure:
    parts = [leaf for each in dues for leaf in _leaves.get((each,), month, partial(_due_leaves, each, month))]
    return _sum(N_("Due this month"), tuple(parts), any_debt=bool(dues))


def _arrears(dues: tuple[Dues, ...], today: date) -> Figure:
    parts = [leaf for each in dues for leaf in _leaves.get((each,), today, partial(arrears_of, each, today))]
    return _sum(N_("Overdue before"), tuple(parts), any_debt=bool(dues))


def _sum(label: str, parts: tuple[Figure, ...], *, any_debt: bool) -> Figure:
    figure = total(label, parts)
    if figure.value is None and any_debt and not figure.missing:
        return Figure(label, yuan(0), "sum", parts)
    return figure


def _due_leaves(dues: Dues, month: int) -> tuple[Figure, ...]:
    rows = [row for row in dues.rows if not row.lump and month_of(row.day) == month]
    of_rows = {row.source for row in dues.rows}
    unknown = [path for path in dues.missing if path not in of_rows]
    return (
        *(due_leaf(dues.debt, row) for row in rows),
        *(unanswered(UNNAMED, path, name=dues.debt.name or "") for path in unknown),
    )


def due_leaf(debt: Debt, row: Due) -> Figure:
    """One payment as a leaf, with its day."""
    if row.fen is None:
        return unanswered(UNNAMED, row.source, name=debt.name or "")
    return Figure(
        UNNAMED,
        yuan(row.fen),
        name=debt.name or "",
        estimated=not row.sure or row.source[-1] in debt.estimated,
        missing=(row.missing,) if row.missing else (),
        source=row.source,
        note=N_("due on {day}, as agreed") if row.agreed else N_("due on {day}"),
        args=(("day", row.day.isoformat()),),
    )


def arrears_of(dues: Dues, today: date) -> tuple[Figure, ...]:
    """What is overdue on one debt from before this month, as leaves; none where nothing is.

    An agreement takes the place of what was overdue before it: only its own unpaid rows count then. Of a card or a bill
    with a coming payment it is the payment that was missed, if that was before this month.
    """
    debt = dues.debt
    if dues.agreed or (debt.shape is Shape.LOAN and not _stated(debt, today)):
        return tuple(due_leaf(debt, row) for row in dues.late) or _unknown_arrears(dues)
    match debt.shape:
        case Shape.LOAN:
            return _stated(debt, today)
        case Shape.ARREARS if debt.outstanding is None and (fen := owed_before(debt)) is not None:
            return (_months_owed(debt, fen),)
        case Shape.ARREARS:
            return (_part(debt, "outstanding", N_("owed from before"), open_note=_OPEN),)
        case Shape.CARD | Shape.BILL if debt.overdue is YesNo.YES:
            if dues.rows or dues.late:
                return tuple(due_leaf(debt, row) for row in dues.late)
            field = "statement" if debt.statement is not None else "outstanding"
            return (_part(debt, field, N_("overdue")),)
        case Shape.UNVERIFIED if debt.overdue is YesNo.YES and debt.to_repay is not None:
            return (_part(debt, "to_repay", N_("as they claim")),)
        case _:
            return (_part(debt, "outstanding", N_("overdue")),) if debt.overdue is YesNo.YES else ()


def _stated(debt: Debt, today: date) -> tuple[Figure, ...]:
    """The lender's own sum of what is overdue, or the whole loan where it was declared due; else nothing."""
    if called_in(debt, today):
        first = _part(debt, "outstanding", N_("the whole loan, declared due"))
    elif debt.overdue_principal is not None and debt.overdue is not YesNo.NO:
        first = _part(debt, "overdue_principal", N_("overdue principal"), open_note=_OPEN)
    else:
        return ()
    more = (("overdue_interest", N_("overdue interest")), ("penalty_due", N_("penalty so far")))
    return (first, *(_part(debt, name, note) for name, note in more if getattr(debt, name) is not None))


def _unknown_arrears(dues: Dues) -> tuple[Figure, ...]:
    debt = dues.debt
    if dues.agreed or debt.overdue is not YesNo.YES or any(not row.sure for row in dues.rows):
        return ()
    if any(row.source[0] == "missed" for row in dues.rows):
        return ()
    return (unanswered(UNNAMED, ("debts", debt.id, "overdue_principal"), name=debt.name or ""),)


def _months_owed(debt: Debt, fen: int) -> Figure:
    """Rent owed for whole months, where nobody has named the sum."""
    is_open = debt.overdue is None
    return Figure(
        UNNAMED,
        yuan(fen),
        name=debt.name or "",
        estimated=is_open or not {"monthly", "months_owed"}.isdisjoint(debt.estimated),
        source=("debts", debt.id, "months_owed"),
        note=_OPEN if is_open else N_("{months} months of {amount} yuan"),
        args=(("months", str(debt.months_owed)), ("amount", str(debt.monthly))),
    )


def _part(debt: Debt, field: str, note: str, *, open_note: str = "") -> Figure:
    """An answer as a leaf. With `open_note` it is a guess and says so while "is it overdue?" has no answer."""
    source = ("debts", debt.id, field)
    answer = getattr(debt, field)
    is_open = bool(open_note) and debt.overdue is None
    note = open_note if is_open else note
    if answer is None:
        return unanswered(UNNAMED, source, name=debt.name or "", note=note)
    estimated = is_open or field in debt.estimated
    value = yuan(to_fen(answer))
    return Figure(UNNAMED, value, name=debt.name or "", estimated=estimated, source=source, note=note)
