"""What to say of a debt that nothing is asked about: whether its contract can be kept, and what of it cannot.

A debt that is paid as it should be stays as it is while the coming year's money carries it. Its last payment may still
be more than there will be, or its instalments may never pay it off: that is said, and early.
"""

from negotiator_tui.finance.fen import to_fen, yuan
from negotiator_tui.finance.search import DebtSearch
from negotiator_tui.text.amounts import format_amount
from negotiator_tui.text.fault import Fault, declare, fault
from negotiator_tui.text.language import N_

AHEAD = N_(
    "The money of the first {count} months is worked out; what lies further ahead is taken to be like their last year."
)
"""Stands beside a plan for a contract that runs longer than the money is worked out."""

INSTEAD = N_(
    "By today's figures this could be kept instead: {sentence}. It is only to look at, nothing need be asked yet."
)
NOTHING_INSTEAD = N_(
    "By today's figures no plan of up to {count} months would survive bad months instead: say so early."
)
"""Stand below a contract that is kept for now and breaks after a year."""

declare(
    {
        "kept.holds": N_("The contract can be kept, in bad months too: nothing need be asked for."),
        "kept.as-is": N_("It stays as it is."),
        "kept.bad": N_("It stays as it is. Should {month} be a bad month, {amount} would be missing for it."),
        "kept.breaks": N_(
            "For now it stays as it is, but in {month} {amount} would be missing for it. "
            "Ask in good time before, while nothing is overdue."
        ),
        "kept.repays": N_(
            "As typed, its instalments do not pay off the {amount} that is owed. "
            "Look into the contract what each instalment is, and what the last one is."
        ),
    }
)


def kept_words(found: DebtSearch) -> Fault:
    """The sentence for a debt in mode KEEP, from the payments of its contract tried on the money of the months."""
    contract, trial = found.contract, found.contract.trial
    if contract.holds:
        return fault("kept.holds")
    owed = found.debt.outstanding
    if not contract.repays and owed is not None and not contract.late:
        return fault("kept.repays", amount=format_amount(yuan(to_fen(owed))))
    if trial is None or contract.late:
        return fault("kept.as-is")
    for key, fit in (("kept.breaks", trial.fit), ("kept.bad", trial.hold)):
        if fit.breaks_in is not None and not fit.kept:
            return fault(key, month=trial.month(fit.breaks_in), amount=format_amount(yuan(fit.short_by)))
    return fault("kept.as-is")
