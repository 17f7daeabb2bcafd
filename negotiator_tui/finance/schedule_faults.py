"""What can be wrong with terms, and what a schedule says of itself. `fault` taken from here knows them."""

from negotiator_tui.text.fault import declare, fault
from negotiator_tui.text.language import N_

__all__ = ["fault"]

declare(
    {
        # Refused
        "schedule.amount": N_("A schedule needs an amount above zero. Please write what is still owed."),
        "schedule.rate": N_(
            "This rate cannot be used: it must be from 0% to 1000%. Please compare it with the contract."
        ),
        "schedule.months": N_("A plan has from 1 to {limit} instalments. Please change their number."),
        "schedule.grace": N_(
            "{grace} months of grace leave no month to repay in: the {months} months are the whole length. "
            "Please take fewer months of grace or more months."
        ),
        "schedule.grace-interest-only": N_(
            "With interest only, every month but the last is already without principal. Please take no months of grace."
        ),
        "schedule.low": N_("For low then high, please write the low instalment and for how many months it is paid."),
        "schedule.low-months": N_(
            "The low instalment is paid from 1 to {limit} months here, so that at least one high one follows. "
            "Please change its months."
        ),
        "schedule.instalment": N_("An instalment must be above zero. Please write it again."),
        "schedule.instalment-method": N_(
            "This repayment method works out its own instalments. Leave the instalment empty or choose another method."
        ),
        "schedule.change": N_(
            "A change of rate or instalment begins in a month from 2 to {limit}, each later than the one before, "
            "and says what changes."
        ),
        "schedule.no-dates": N_("Interest by the day needs the first due date. Please write it."),
        "schedule.start": N_(
            "Interest begins on {start}, after the first due date {first_due}. Please change one of the two days."
        ),
        "schedule.calendar": N_("The last due date is outside the calendar. Please look at the first due date again."),
        "schedule.year-days": N_(
            "It is not known whether the year has 360 or 365 days in the contract, and this schedule depends on it. "
            "Please choose one."
        ),
        "schedule.below-interest": N_(
            "In month {month} the instalment of {payment} is less than the interest of {interest}, "
            "so the debt would grow. Please choose a higher instalment, more even payments or a lower rate."
        ),
        # Said beside a schedule
        "schedule.grows": N_(
            "On these terms the debt grows beyond all measure. Please look at the rate and the instalment again."
        ),
        "schedule.interest-added": N_("Interest of {amount} is added to the principal and then bears interest itself."),
        "schedule.unpaid-added": N_(
            "From month {month} the instalment does not cover the interest: {amount} is added to what is owed."
        ),
        "schedule.last-larger": N_("The last instalment is {last}, not {level} like the one before."),
        "schedule.low-not-low": N_("The first instalments of {low} are not lower than the later ones of {high}."),
        "schedule.cleared-early": N_("All is repaid with instalment {month} of {months}; the rest are 0.00."),
    }
)
