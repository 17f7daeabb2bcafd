"""Which kind of money a row is, by rules that are data: never a name in the code, and every guess called one."""

import re
from dataclasses import dataclass
from enum import StrEnum
from functools import cache, lru_cache
from importlib.resources import files
from typing import Any

from negotiator_tui.case.kinds import Belongs, CostGroup, Side
from negotiator_tui.importers.transaction import Transaction


class Flow(StrEnum):
    """What a row is in a budget."""

    TAKINGS = "takings"
    DELIVERY = "delivery"
    WAGE = "wage"
    INCOME = "income"
    COST = "cost"
    PEOPLE = "people"
    """To or from somebody of whom no rule knows what for."""
    FEE = "fee"
    """What moving money cost."""
    BORROWED = "borrowed"
    DEBT = "debt"
    MOVE = "move"
    NOTHING = "nothing"
    """Not the borrower's money."""


@dataclass(frozen=True, slots=True)
class Sort:
    """How a row is sorted. `sure` is False where `side` or `flow` is a guess."""

    flow: Flow
    side: Side
    group: CostGroup
    sure: bool


@dataclass(frozen=True, slots=True)
class _Rule:
    incoming: bool
    words: re.Pattern[str] | None
    own: re.Pattern[str] | None
    sort: Sort


def sort_of(row: Transaction, *, incoming: bool) -> Sort:
    """How the rules sort a row whose money came in or went out."""
    if incoming and row.source in _data()["buyers"]["sources"]:
        return _people(incoming)
    return _sorted(f"{row.party} {row.item} {row.remark} {row.category}", row.category, incoming)


def decided(sort: Sort, belongs: Belongs, group: CostGroup | None, *, incoming: bool) -> Sort:
    """How a row is sorted once the borrower has said where its other party belongs."""
    match belongs:
        case Belongs.OWN:
            return Sort(Flow.MOVE, sort.side, sort.group, sure=True)
        case Belongs.DEBT:
            return Sort(Flow.BORROWED if incoming else Flow.DEBT, sort.side, sort.group, sure=True)
        case Belongs.NOT_MINE:
            return Sort(Flow.NOTHING, sort.side, sort.group, sure=True)
    side = Side.SHOP if belongs is Belongs.SHOP else Side.HOME
    if not incoming:
        return Sort(Flow.COST, side, group or sort.group, sure=True)
    if side is Side.SHOP:
        return Sort(Flow.DELIVERY if sort.flow is Flow.DELIVERY else Flow.TAKINGS, side, sort.group, sure=True)
    return Sort(Flow.WAGE if sort.flow is Flow.WAGE else Flow.INCOME, side, sort.group, sure=True)


def repaid_words(text: str) -> frozenset[str]:
    """The products and lenders that a text names."""
    found = _debt_words().findall(text)
    return frozenset(found)


def names_card(text: str) -> bool:
    """Whether a text says credit card without more."""
    return any(word in text for word in _data()["debts"]["card"])


def purse_of(source: str) -> str:
    """Which purse a layout belongs to: `alipay`, `wechat`, or "" for anything else."""
    return next((name for name in _data()["purses"] if source.startswith(name)), "")


def names_purse(text: str) -> str:
    """The purse that a row of a bank or a shop names as the other side, or ""."""
    return _named_purse(text)


@lru_cache(maxsize=65_536)
def _named_purse(text: str) -> str:
    lower = text.casefold()
    return next((name for name, words in _data()["purses"].items() if any(word in lower for word in words)), "")


@lru_cache(maxsize=65_536)
def _sorted(text: str, own: str, incoming: bool) -> Sort:
    for rule in _rules():
        if rule.incoming is not incoming:
            continue
        if (rule.words is not None and rule.words.search(text)) or (rule.own is not None and rule.own.search(own)):
            return rule.sort
    return _people(incoming)


@cache
def _people(incoming: bool) -> Sort:
    rule = next(each for each in _rules() if each.sort.flow is Flow.PEOPLE and each.incoming is incoming)
    return rule.sort


@cache
def _rules() -> tuple[_Rule, ...]:
    return tuple(
        _Rule(
            incoming=entry["way"] == "in",
            words=_any(entry.get("words")),
            own=_any(entry.get("own")),
            sort=Sort(
                Flow(entry["flow"]),
                Side(entry.get("side") or entry.get("guess") or "home"),
                CostGroup(entry.get("group", "other")),
                sure="guess" not in entry,
            ),
        )
        for entry in _data()["rule"]
    )


@cache
def _debt_words() -> re.Pattern[str]:
    return re.compile("|".join(map(re.escape, _data()["debts"]["words"])))


def _any(words: list[str] | None) -> re.Pattern[str] | None:
    return re.compile("|".join(map(re.escape, words))) if words else None


@cache
def _data() -> dict[str, Any]:
    import tomllib

    place = files("negotiator_tui").joinpath("importers", "categories.toml")
    return tomllib.loads(place.read_text(encoding="utf-8"))
