"""The payments an agreement states itself, and where what it states contradicts itself."""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal

from negotiator_tui.case.agreed import Agreement
from negotiator_tui.case.kinds import Method
from negotiator_tui.finance.calendar import due_dates
from negotiator_tui.finance.fen import to_fen, yuan
from negotiator_tui.text.amounts import format_amount
from negotiator_tui.text.dates import format_date
from negotiator_tui.text.fault import Fault, declare, fault
from negotiator_tui.text.language import N_

declare(
    {
        "agreed.total": N_(
            "It says {stated} in all, but its {count} payments come to {sum}. Ask which of them counts, in writing."
        ),
        "agreed.first-after-end": N_(
            "Its first payment is on {first}, after its last on {last}. Ask for both days again."
        ),
        "agreed.end": N_(
            "{count} payments from {first} on end on {computed}, but it says {last}. Ask for the whole list of payments."
        ),
        "agreed.low-months": N_(
            "It has {low} months with the first instalment but only {count} in all. Ask for the whole list of payments."
        ),
        "agreed.low-not-low": N_(
            "The first instalments of {low} are not lower than the later ones of {later}. Ask whether they were swapped."
        ),
        "agreed.less-than-owed": N_(
            "Its payments come to {sum}, but {owed} is owed. Ask for a line that says the rest is given up; "
            "without it the rest stays owed."
        ),
        "agreed.signed-late": N_(
            "It was agreed on {signed}, after its first payment on {first}. Look at the two days."
        ),
    }
)


def stated_rows(agreement: Agreement) -> tuple[tuple[date, int], ...] | None:
    """The payments as the agreement states them, by day, in fen; None where it states no instalment or too little.

    With a total that is less than one instalment below all of them, the last one is what is left of it: it only closes
    the balance.
    """
    if agreement.first_due is None or not agreement.months or agreement.instalment is None:
        return None
    days = due_dates(agreement.first_due, agreement.months)
    if days is None:
        return None
    first = to_fen(agreement.instalment)
    match agreement.method:
        case None | Method.EQUAL_INSTALMENT:
            amounts = [first] * agreement.months
        case Method.LOW_THEN_HIGH:
            low = agreement.low_months
            if agreement.later is None or low is None or not 0 < low < agreement.months:
                return None
            amounts = [first] * low + [to_fen(agreement.later)] * (agreement.months - low)
        case _:
            return None
    return tuple(zip(days, _closed(amounts, agreement.total), strict=True))


def _closed(amounts: list[int], total: Decimal | None) -> list[int]:
    if total is None:
        return amounts
    less = sum(amounts) - to_fen(total)
    if -len(amounts) <= less < amounts[-1]:
        amounts[-1] -= less
    return amounts


def contradictions(
    agreement: Agreement, rows: tuple[tuple[date, Decimal], ...], owed: Decimal | None = None
) -> Iterator[Fault]:
    """What in an agreement cannot all be so, each in one sentence. `rows` are its payments, `owed` all that is owed.

    Totals may differ by a fen for each payment: lenders round in other places.
    """
    total = sum(to_fen(amount) for _, amount in rows)
    if rows and agreement.total is not None and abs(total - to_fen(agreement.total)) > len(rows):
        stated = format_amount(agreement.total)
        yield fault("agreed.total", stated=stated, count=len(rows), sum=format_amount(yuan(total)))
    yield from _days(agreement)
    low, months = agreement.low_months, agreement.months
    if agreement.method is Method.LOW_THEN_HIGH:
        if low is not None and months is not None and low >= months:
            yield fault("agreed.low-months", low=low, count=months)
        if agreement.instalment is not None and agreement.later is not None and agreement.instalment >= agreement.later:
            amounts = {"low": format_amount(agreement.instalment), "later": format_amount(agreement.later)}
            yield fault("agreed.low-not-low", **amounts)
    if rows and owed is not None and total + len(rows) < to_fen(owed):
        yield fault("agreed.less-than-owed", sum=format_amount(yuan(total)), owed=format_amount(owed))


def _days(agreement: Agreement) -> Iterator[Fault]:
    first, last = agreement.first_due, agreement.ends_on
    if first is None:
        return
    if agreement.signed_on is not None and agreement.signed_on > first:
        yield fault("agreed.signed-late", signed=format_date(agreement.signed_on), first=format_date(first))
    if last is None:
        return
    if last < first:
        yield fault("agreed.first-after-end", first=format_date(first), last=format_date(last))
        return
    days = due_dates(first, agreement.months) if agreement.months else None
    if days and (days[-1].year, days[-1].month) != (last.year, last.month):
        args = {"first": format_date(first), "computed": format_date(days[-1]), "last": format_date(last)}
        yield fault("agreed.end", count=len(days), **args)
