"""Before anything is sent: each figure of a proposal has an exhibit, or is said to be the borrower's own statement."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Literal

from negotiator_tui.case.case import Case
from negotiator_tui.case.debts import Debt
from negotiator_tui.case.edit import Path, table_at, value_at
from negotiator_tui.case.exhibits import proofs
from negotiator_tui.case.kinds import Shape, YesNo
from negotiator_tui.case.labels import label
from negotiator_tui.case.materials import Material
from negotiator_tui.finance.claim import balance_of
from negotiator_tui.finance.plan_basis import negotiable_debts
from negotiator_tui.guide.proofs import is_stale, proved_words
from negotiator_tui.text.dates import format_date
from negotiator_tui.text.language import N_, Lang, t
from negotiator_tui.text.rates import format_rate

Topic = Literal["income", "costs", "worst", "balance", "overdue", "rate", "since", "cause", "before"]

GROUPS: dict[str, tuple[Topic, ...]] = {
    "income": ("income", "worst"),
    "costs": ("costs",),
    "debts": ("balance", "overdue", "rate"),
    "hardship": ("cause", "since", "before"),
}
"""The parts of a proposal and what stands in each."""


@dataclass(frozen=True, slots=True)
class Gap:
    """One figure or statement of a proposal and the papers at hand that prove it; none: it is the borrower's own word.

    `path` is the answer it stands in, `about` what a paper has to be about to prove it. `amount` is in yuan, `words`
    what is said instead of an amount. `statements` are statement files that were read into this line. `stale`: all its
    papers are older than three months and of a kind that grows old. `estimated`: the borrower marked it as a guess.
    """

    topic: Topic
    path: Path
    about: Path
    name: str
    amount: Decimal | None = None
    words: str = ""
    papers: tuple[Material, ...] = ()
    statements: tuple[str, ...] = ()
    stale: bool = False
    estimated: bool = False

    @property
    def proved(self) -> bool:
        """Whether a paper proves it."""
        return bool(self.papers)

    @property
    def exhibits(self) -> tuple[int, ...]:
        """The numbers of its exhibits, in order."""
        return tuple(each.exhibit for each in self.papers if each.exhibit is not None)


def gaps(case: Case, today: date, lang: Lang) -> tuple[Gap, ...]:
    """Every figure a proposal would name, in its order, with what proves it."""
    return tuple(_gaps(case, today, lang))


def proof_words(gap: Gap, lang: Lang) -> str:
    """What stands behind a figure in a letter: its exhibits, or that it is the borrower's own statement."""
    if gap.exhibits:
        numbers = t(lang, N_(", ")).join(str(number) for number in gap.exhibits)
        return t(lang, N_("Exhibit {number}"), number=numbers)
    if gap.proved:
        return t(lang, N_("a paper without a number"))
    return t(lang, N_("own statement"))


def _gaps(case: Case, today: date, lang: Lang) -> Iterator[Gap]:
    def gap(topic: Topic, path: Path, about: Path, *, amount: Decimal | None = None, words: str = "") -> Gap:
        papers = proofs(case, about)
        read = tuple(each.file or each.id for each in case.statements if len(about) > 1 and about[1] in each.lines)
        stale = bool(papers) and all(is_stale(each, today) for each in papers)
        guessed = _guessed(case, path)
        name = _name(case, topic, path, about, lang)
        return Gap(topic, path, about, name, amount, words, papers, read, stale, guessed)

    for line in case.income:
        if line.amount is not None:
            yield gap("income", ("income", line.id, "amount"), ("income", line.id), amount=line.amount)
    if not case.income and case.first.takings is not None:
        yield gap("income", ("first", "takings"), ("first", "takings"), amount=case.first.takings)
    worst = case.budget.worst_takings
    if worst is not None:
        yield gap("worst", ("budget", "worst_takings"), ("budget", "worst_takings"), amount=worst)
    for cost in case.costs:
        if cost.amount is not None:
            yield gap("costs", ("costs", cost.id, "amount"), ("costs", cost.id), amount=cost.amount)
    for name in () if case.costs else ("shop_costs", "home_costs"):
        if (rough := getattr(case.first, name)) is not None:
            yield gap("costs", ("first", name), ("first", name), amount=rough)
    asked = {each.id for each in negotiable_debts(case, today)}
    for debt in case.debts:
        owed = ("debts", debt.id, "outstanding")
        if (balance := balance_of(debt)) is not None:
            yield gap("balance", owed, owed, amount=balance)
        if debt.id in asked:
            yield from (gap(*each[:3], words=each[3]) for each in _contract(debt, lang))
    yield from (gap(*each[:3], amount=each[3], words=each[4]) for each in _hardship(case, lang))


def _at(debt: Debt) -> Path:
    return ("debts", debt.id)


def _contract(debt: Debt, lang: Lang) -> Iterator[tuple[Topic, Path, Path, str]]:
    """Since when a debt is overdue and at what rate, as far as it is answered."""
    if debt.overdue is YesNo.YES and debt.overdue_since is not None:
        day = format_date(debt.overdue_since)
        yield "overdue", ("debts", debt.id, "overdue_since"), ("debts", debt.id, "outstanding"), day
    if debt.rate is not None and debt.shape in {None, Shape.LOAN}:
        unit = t(lang, label(debt.rate_per)) if debt.rate_per is not None else ""
        words = t(lang, N_("{rate}% a {unit}"), rate=format_rate(debt.rate), unit=unit) if unit else ""
        yield "rate", (*_at(debt), "rate"), (*_at(debt), "rate"), words or f"{format_rate(debt.rate)}%"


def _hardship(case: Case, lang: Lang) -> Iterator[tuple[Topic, Path, Path, Decimal | None, str]]:
    told = case.hardship
    about = ("hardship",)
    if told.cause is not None or told.words:
        words = t(lang, label(told.cause)) if told.cause is not None else (told.words or "").splitlines()[0]
        yield "cause", ("hardship", "words" if told.words else "cause"), about, None, words
    if told.since is not None:
        yield "since", ("hardship", "since"), about, None, told.since
    if told.takings_before is not None:
        before = ("hardship", "takings_before")
        yield "before", before, before, told.takings_before, ""


_NAMES: dict[Topic, str] = {
    "worst": N_("takings of a rather bad month"),
    "overdue": N_("{name}: overdue since"),
    "rate": N_("{name}: rate in the contract"),
    "balance": N_("{name}: what is owed"),
    "cause": N_("what happened"),
    "since": N_("since when"),
    "before": N_("takings in a month before that"),
}


def _name(case: Case, topic: Topic, path: Path, about: Path, lang: Lang) -> str:
    if topic in _NAMES:
        name = proved_words(case, path[:2], lang) if path[0] == "debts" else ""
        return t(lang, _NAMES[topic], name=name)
    return proved_words(case, about, lang)


def _guessed(case: Case, path: Path) -> bool:
    table = table_at(case, path)
    return table is not None and value_at(case, path) is not None and path[-1] in table.estimated
