"""What left and right do to an answer that is chosen rather than typed."""

from decimal import Decimal
from typing import Any

from negotiator_tui.case.questions import Kind, Question

RATE_STEP = Decimal("0.5")
PERCENT_STEP = 5
"""Of a share in whole percent."""


def stepped(question: Question, value: Any, by: int) -> Any:
    """The next or previous choice, number or rate; None where the keys move the caret instead.

    Choices go round, several of them one at a time; numbers stop at their bounds; a yearly rate moves by half a point, a share goes to
    the next five percent.
    """
    match question.kind:
        case Kind.CHOICE:
            if value not in question.options:
                return question.options[0 if by > 0 else -1]
            return question.options[(question.options.index(value) + by) % len(question.options)]
        case Kind.CHOICES:
            return _one_of(question, value, by)
        case Kind.NUMBER if isinstance(value, int):
            step = PERCENT_STEP if question.ask.unit == "%" else 1
            wanted = (value // step + by) * step if by > 0 else (-(-value // step) + by) * step
            return max(question.low, min(wanted, question.high))
        case Kind.RATE if isinstance(value, Decimal) and question.ask.unit == "%":
            return max(Decimal(0), min(value + by * RATE_STEP, Decimal(1000)))
        case _:
            return None


def _one_of(question: Question, value: Any, by: int) -> Any:
    """The next single choice; from several chosen ones it begins again."""
    only = value[0] if isinstance(value, tuple) and len(value) == 1 else None
    if only is None:
        return (question.options[0 if by > 0 else -1],)
    return (question.options[(question.options.index(only) + by) % len(question.options)],)
