"""Everything a page may look at when it makes its rows."""

import re
from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from negotiator_tui.case.base import Table
from negotiator_tui.case.case import Case, find
from negotiator_tui.case.edit import UNKNOWN, Path
from negotiator_tui.case.kinds import Side
from negotiator_tui.case.questions import Kind, Question
from negotiator_tui.finance.budget import Budget, budget_of
from negotiator_tui.finance.figure import Figure
from negotiator_tui.text.amounts import format_amount
from negotiator_tui.text.fault import Fault, sentence
from negotiator_tui.text.language import Lang, t
from negotiator_tui.ui.rows import AskRow, Cell
from negotiator_tui.ui.shelf import EMPTY, Shelf

if TYPE_CHECKING:
    from negotiator_tui.finance.search import CaseSearch, DebtSearch
    from negotiator_tui.finance.search_beyond import Beyond
    from negotiator_tui.guide.scene import Scene
    from negotiator_tui.ui.import_state import ImportState
    from negotiator_tui.ui.signing import Signing

WHEN_NO_SIDE = {"income": Side.SHOP, "costs": Side.HOME}
"""Where a budget line without a side is counted, and so shown."""

HIDDEN = "****"
_NO_AMOUNT = (  # days, months and years, numbers of decrees, rates
    r"(?P<plain>(?<!\d)(?:19|20)\d\d(?:年|(?P<mark>[-/.])[01]?\d(?P=mark)[0-3]?\d(?!\d)|-(?:0[1-9]|1[0-2])(?![\d,.]))"
    r"|〔(?:19|20)\d\d〕|(?<![\d.,])\d{1,2}(?:\.\d+)? ?%)"
)
_NUMBER = _NO_AMOUNT + r"|\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d{3,}(?:\.\d+)?|\d+\.\d+"


@dataclass(frozen=True, slots=True)
class View:
    """A case as it stands, and how it is looked at. Pages are functions of this value alone."""

    case: Case
    now: datetime
    lang: Lang
    item: Path = ()
    """`(list, id)` on an item's page."""
    find: str = ""
    unfolded: frozenset[str] = field(default_factory=frozenset)
    hide: bool = False
    ascii: bool = False
    path: str = ""
    """The case file, as text to show; empty while the case has none."""
    figure: Figure | None = None
    """The figure whose arithmetic is open."""
    shelf: Shelf = EMPTY
    about: Question | None = None
    """The question help was asked for."""
    search: "CaseSearch | None" = None
    """What the search found for this case; None while it is not there."""
    still: bool = False
    """Whether nothing is to move on the screen by itself."""
    searching: bool = False
    """Whether it is being looked for."""
    done: "tuple[DebtSearch, ...]" = ()
    """While it is: the debts it is through with."""
    beyond: "Beyond | None" = None
    """What stands beside the search; None while it is being worked out."""
    scenes: "tuple[tuple[str, Scene | Fault], ...]" = ()
    """The scenes from the settings folder by name, or what is wrong with them; only where they are shown."""
    importing: "ImportState | None" = None
    """Statements that were read and are not in the case yet."""

    signing: "Signing | None" = None
    """Who signs documents, as far as it was typed."""

    @property
    def today(self) -> date:
        """The day everything is counted from."""
        return self.now.date()

    @property
    def budget(self) -> Budget:
        """The budget of the case today."""
        return budget_of(self.case, self.today)

    def t(self, msgid: str, /, **args: object) -> str:
        """A sentence in the language of the screen."""
        return t(self.lang, msgid, **args)

    def money(self, amount: Decimal | None, *, plus: bool = False) -> str:
        """An amount as shown, or stars while amounts are hidden; empty for None."""
        if amount is None:
            return ""
        return HIDDEN if self.hide else format_amount(amount, plus=plus)

    def told(self, problem: Fault) -> str:
        """A sentence in the language of the screen, its amounts hidden with all others."""
        words = sentence(problem, self.lang)
        return hidden_words(words) if self.hide else words

    def current(self) -> Any:
        """The item this page is about; None when it is gone."""
        return find(self.case, *self.item) if self.item else None


def ask_row(table: Table, prefix: Path, each: Question, aside: str = "", begin: Any = None) -> AskRow:
    """The row of one question of a table or item that stands at `prefix`; `begin` is what no answer stands for."""
    value = UNKNOWN if each.name in table.unknown else getattr(table, each.name)
    return AskRow((*prefix, each.name), each, value, each.name in table.estimated, aside, begin)


def lines_fold(name: str, side: Side | None) -> str:
    """The fold that shows the other columns of the budget lines of a side."""
    return f"lines.more.{name}.{side or WHEN_NO_SIDE[name]}"


def cell(table: Table, prefix: Path, each: Question) -> Cell:
    """The cell of one question of an item edited in a list."""
    value = UNKNOWN if each.name in table.unknown else getattr(table, each.name)
    return Cell((*prefix, each.name), each, value, each.name in table.estimated)


def hidden_words(text: str) -> str:
    """Free text with stars for every number that may be an amount: three digits and more, or with a decimal point.

    Days, years and rates stay.
    """
    return re.sub(_NUMBER, lambda found: found["plain"] or HIDDEN, text)


def is_amount(each: Question) -> bool:
    """Whether hiding amounts hides this answer."""
    return each.kind is Kind.AMOUNT
