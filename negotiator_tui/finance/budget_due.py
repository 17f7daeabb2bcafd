"""One payment that falls due, and all of them on one debt."""

from dataclasses import dataclass
from datetime import date

from negotiator_tui.case.debts import Debt
from negotiator_tui.case.edit import Path
from negotiator_tui.finance.months import month_of


@dataclass(frozen=True, slots=True)
class Due:
    """One unpaid payment. `fen` is None where its amount is not answered.

    `lump` marks a whole old debt with a deadline: money that is claimed on a day, not an instalment. `sure` is False
    where day or amount is the program's reading and not an answer; `missing` is a part of the amount not answered.
    """

    debt: str
    day: date
    fen: int | None
    source: Path
    lump: bool = False
    agreed: bool = False
    sure: bool = True
    missing: Path | None = None


@dataclass(frozen=True, slots=True)
class Dues:
    """All that is due on one debt: `rows` from the first day of the current month on, by day; `late` those before it.

    `missing` are the answers without which a due day or amount is not known.
    """

    debt: Debt
    rows: tuple[Due, ...]
    late: tuple[Due, ...] = ()
    missing: tuple[Path, ...] = ()
    agreed: bool = False

    def in_month(self, month: int) -> int:
        """What is known to be due in a month, in fen, without lumps."""
        return sum(row.fen or 0 for row in self.rows if not row.lump and month_of(row.day) == month)

    def by_month(self, first: int, span: int) -> list[int]:
        """What is known to be due in each of `span` months from `first`, in fen, without lumps."""
        months = [0] * span
        for row in self.rows:
            index = month_of(row.day) - first
            if 0 <= index < span and not row.lump:
                months[index] += row.fen or 0
        return months
