"""What is to be said of a proposal once it is worked out, in sentences."""

from collections.abc import Iterator

from negotiator_tui.case.kinds import Method
from negotiator_tui.finance.fen import to_fen, yuan
from negotiator_tui.finance.offer_terms import Proposal
from negotiator_tui.finance.schedule import Schedule
from negotiator_tui.finance.true_rate import TrueRate
from negotiator_tui.text.amounts import format_amount
from negotiator_tui.text.fault import Fault, declare, fault
from negotiator_tui.text.language import N_

declare(
    {
        "offer.interest-to-principal": N_(
            "{amount} of unpaid interest and penalty is added to the principal and would bear interest itself. "
            "Ask to pay it in parts without interest."
        ),
        "offer.instalment-differs": N_(
            "They say {stated} each; by the terms themselves it is {computed}. Ask how the instalment is worked out."
        ),
        "offer.total-differs": N_(
            "They say {stated} in all, but {count} instalments of {instalment} are {product}. Ask which of them counts."
        ),
        "offer.total-by-terms": N_(
            "They say {stated} in all; by the terms themselves it is {computed}. Ask where the difference comes from."
        ),
        "offer.rest": N_(
            "With {instalment} a month it is not paid off: in {month} all that is left is due at once, {amount}. It is "
            "counted here. If they say that it is let off, have that in writing first."
        ),
        "offer.fees": N_("Fees come to {amount} in all. They are counted in the true rate."),
        "offer.over-24": N_("The true annual rate is {rate}%, above 24%."),
    }
)


def remarks(
    proposal: Proposal,
    made: Schedule,
    rate: TrueRate | None,
    *,
    turned: int,
    fees: int,
    paid: Schedule | None = None,
    rest: tuple[int, int] | None = None,
) -> Iterator[Fault]:
    """The remarks: those of its schedule, interest `turned` into principal, `fees` (both in fen), the rate.

    `paid` is the schedule with the instalment the lender states, where that is another than the terms come to, and
    `rest` the last row in which it takes all that is left: its number and fen.
    """
    if rest is not None and proposal.instalment is not None:
        yield fault(
            "offer.rest",
            instalment=format_amount(proposal.instalment),
            month=_month(paid or made, rest[0]),
            amount=format_amount(yuan(rest[1])),
        )
    yield from (each for each in (paid or made).warnings if rest is None or each.code != "schedule.last-larger")
    if turned:
        yield fault("offer.interest-to-principal", amount=format_amount(yuan(turned)))
    computed = yuan(made.payment_fen[made.terms.grace_months])
    if proposal.instalment is not None and abs(to_fen(proposal.instalment) - to_fen(computed)) > 1:
        yield fault(
            "offer.instalment-differs", stated=format_amount(proposal.instalment), computed=format_amount(computed)
        )
    yield from _total(proposal, made, fees)
    if fees:
        yield fault("offer.fees", amount=format_amount(yuan(fees)))
    if rate is not None and rate.over_24:
        yield fault("offer.over-24", rate=f"{rate.nominal:.2f}")


def _month(made: Schedule, row: int) -> str:
    """The month of a row, by the calendar where the schedule has dates."""
    return str(row) if made.dues is None else f"{made.dues[row - 1]:%Y-%m}"


def _total(proposal: Proposal, made: Schedule, fees: int) -> Iterator[Fault]:
    """A stated total that neither the stated instalments nor the terms come to, a fen for each payment aside.

    A last instalment that is less than the others is usual, so a total less than one instalment short is not wrong.
    """
    if proposal.stated_total is None:
        return
    stated, months = to_fen(proposal.stated_total), made.terms.repayment_months
    args = {"stated": format_amount(proposal.stated_total)}
    paid_now = to_fen(proposal.paid_now)
    if proposal.instalment is not None and proposal.method is Method.EQUAL_INSTALMENT and not made.terms.grace_months:
        each = to_fen(proposal.instalment)
        product = each * months
        readings = (product, product + fees, product + paid_now, product + fees + paid_now)
        if not any(-each < stated - reading <= months for reading in readings):
            instalment = format_amount(proposal.instalment)
            yield fault(
                "offer.total-differs", **args, count=months, instalment=instalment, product=format_amount(yuan(product))
            )
        return
    computed = sum(made.payment_fen)
    readings = (computed, computed + fees, computed + paid_now, computed + fees + paid_now)
    if all(abs(stated - reading) > months for reading in readings):
        yield fault("offer.total-by-terms", **args, computed=format_amount(yuan(computed)))
