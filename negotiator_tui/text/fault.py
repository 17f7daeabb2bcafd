"""What is wrong with something a person wrote, as a value; its sentence is made in the language asked for."""

from collections.abc import Mapping
from dataclasses import dataclass

from negotiator_tui.text.clean import clean
from negotiator_tui.text.language import N_, Lang, t

FAULTS: dict[str, str] = {
    # Amounts
    "empty": N_("Nothing is written here yet."),
    "too-long": N_("This is too long to read as one value. Please write only the value itself."),
    "text-long": N_(
        "This has {count} characters, and {limit} fit here. All of it still stands here: please shorten it."
    ),
    "amount-unclear": N_("“{text}” cannot be read as an amount. Write it like 12000, 1.2万 or 3*1200+80."),
    "amount-places": N_("“{text}” has more than two decimals. Please write it to the fen, like 12.35."),
    "amount-commas": N_("The commas in “{text}” are not where they usually are. Please write the amount without them."),
    "amount-range": N_("This amount is more than 99,999,999.99 yuan. Please look at the number of zeros again."),
    "amount-negative": N_("This amount is below zero. Please write it without the minus."),
    "amount-date": N_("“{text}” looks like a day. Here an amount is asked for, like 12000."),
    "amount-division": N_("The sum “{text}” divides by zero. Please change the number after the ÷."),
    # Whole numbers and multipliers
    "whole-unclear": N_("“{text}” cannot be read as a whole number. Write it like 12."),
    "whole-range": N_("Please write a whole number from {low} to {high}."),
    "number-unclear": N_("“{text}” cannot be read as a number. Write it like 1.5."),
    "number-range": N_("Please write a number from {low} to {high}."),
    "number-places": N_("“{text}” has more decimals than this takes. At most {places}, please."),
    # Rates
    "rate-unclear": N_("“{text}” cannot be read as a rate. Copy it from the contract, like 0.045%, 万4.5, 年16.2%."),
    "rate-range": N_("This rate comes to more than 1000% a year. Please compare it with the contract again."),
    "rate-places": N_("“{text}” has more than eight decimals. Please copy the rate as the contract has it."),
    # Dates
    "date-no-day": N_("“{text}” is a month; the day is still missing. Write it like 2026-12-05, 12-5 or 12月5日."),
    "date-unclear": N_("“{text}” cannot be read as a date. Write it like 2026-12-05, 12-5 or 12月5日."),
    "date-impossible": N_("There is no such day in the calendar: “{text}”. Please look at it again."),
    "date-range": N_("Only years from 1990 to 2100 can be used here, and “{text}” is outside them."),
    "month-unclear": N_("“{text}” cannot be read as a month. Write it like 2026-06 or 6月."),
    "months-unclear": N_("“{text}” cannot be read as months. Write them like 1-3,12."),
    "moment-unclear": N_("“{text}” cannot be read as a day and time. Write it like 12-5 14:30 or 昨天下午3点."),
}


_TOLD: set[str] = set()


@dataclass(frozen=True, slots=True)
class Fault:
    """Something that could not be accepted, or is only told: a code from `FAULTS`, the values its sentence names."""

    code: str
    args: tuple[tuple[str, str], ...] = ()


def fault(code: str, /, **args: object) -> Fault:
    """A `Fault`; each argument is turned into clean text, cut to what fits into a sentence."""
    return Fault(code, tuple((name, clean(str(value), limit=200)) for name, value in args.items()))


def sentence(problem: Fault, lang: Lang) -> str:
    """The one plain sentence for a fault: what, where, what to do. KeyError if the code was never declared."""
    return t(lang, FAULTS[problem.code], **dict(problem.args))


def is_told(problem: Fault) -> bool:
    """Whether its sentence only tells what was done or is going on: nothing is wrong."""
    return problem.code in _TOLD


def declare(sentences: Mapping[str, str], *, told: bool = False) -> None:
    """Add the faults of another layer, code -> N_("English sentence"), once, where that layer's faults are defined.

    With `told` nothing is wrong when they are said. ValueError if a code is taken by another sentence.
    """
    for code, msgid in sentences.items():
        if FAULTS.setdefault(code, msgid) != msgid:
            raise ValueError(f"two sentences for the fault {code!r}")
    if told:
        _TOLD.update(sentences)
