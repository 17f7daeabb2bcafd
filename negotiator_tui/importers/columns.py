"""Saying which column of an unknown statement holds what."""

from collections.abc import Callable, Iterable, Sequence
from collections.abc import Mapping as Table
from dataclasses import fields
from enum import StrEnum

from negotiator_tui.importers.cells import Order, is_turned, turned_order
from negotiator_tui.importers.mapped import is_complete
from negotiator_tui.importers.statement import Candidate, Mapping


class Role(StrEnum):
    """What a column holds. The values are the fields of `Mapping`."""

    NOTHING = "nothing"
    DATE = "date"
    TIME = "time"
    AMOUNT = "amount"
    IN = "money_in"
    OUT = "money_out"
    DIRECTION = "direction"
    PARTY = "party"
    ITEM = "item"
    ID = "id"


_WORDS: tuple[tuple[Role, tuple[str, ...]], ...] = (
    (Role.ID, ("流水号", "单号", "订单号", "日志号", "序号", "凭证", "reference", "id")),
    (Role.DIRECTION, ("收/支", "收支", "借贷", "借/贷", "方向", "direction", "type")),
    (Role.IN, ("收入", "贷方", "存入", "转入", "credit", "deposit", "paid in")),
    (Role.OUT, ("支出", "借方", "支取", "转出", "debit", "withdraw", "paid out")),
    (Role.AMOUNT, ("金额", "发生额", "变动", "amount", "sum")),
    (Role.DATE, ("日期", "记账日", "交易日", "date")),
    (Role.TIME, ("时间", "time")),
    (Role.PARTY, ("对方", "对手", "户名", "商户", "收款人", "付款人", "payee", "counterparty", "name")),
    (Role.ITEM, ("摘要", "说明", "商品", "用途", "附言", "备注", "description", "memo")),
)


def guessed_roles(names: Sequence[str]) -> tuple[Role, ...]:
    """What columns may hold, by their names; each role is guessed once, and a time alone stands for the date."""
    found: list[Role] = []
    for name in names:
        lower = name.casefold()
        role = next((role for role, words in _WORDS if any(word in lower for word in words)), Role.NOTHING)
        found.append(Role.NOTHING if role in found else role)
    if Role.DATE not in found and Role.TIME in found:
        found[found.index(Role.TIME)] = Role.DATE
    return tuple(found)


def next_role(roles: Sequence[Role], column: int) -> tuple[Role, ...]:
    """The roles with that of one column turned to the next that no other column has."""
    order = tuple(Role)
    now = order.index(roles[column])
    turned = (*order[now + 1 :], *order[: now + 1])
    role = next(each for each in turned if each is Role.NOTHING or each not in roles)
    return tuple(role if place == column else each for place, each in enumerate(roles))


def turned_day(candidate: Candidate, roles: Sequence[Role]) -> str:
    """A day of the date column of which nobody can tell the day from the month, like 03/04/2025; "" if there is none."""
    if Role.DATE not in roles:
        return ""
    place = tuple(roles).index(Role.DATE)
    texts = [sample[place] for sample in candidate.sample if place < len(sample)]
    return "" if turned_order(texts) else next((text for text in texts if is_turned(text)), "")


def remembered(
    candidates: Iterable[Candidate], known: Callable[[str], Table[str, str | bool] | None]
) -> Mapping | None:
    """What was said before of one of these headers; `known` gives what is kept under a signature."""
    names = {each.name for each in fields(Mapping)}
    for candidate in candidates:
        kept = known(candidate.signature)
        if kept is None or not kept.keys() <= names:
            continue
        words = {name: value for name, value in kept.items() if isinstance(value, str) and name != "order"}
        order: Order = "dmy" if kept.get("order") == "dmy" else "mdy" if kept.get("order") == "mdy" else ""
        charges = kept.get("charges_positive") is True
        if words.get("date"):
            return Mapping(words.pop("date"), **words, charges_positive=charges, order=order)
    return None


def mapping_of(
    names: Sequence[str], roles: Sequence[Role], *, charges_positive: bool, order: Order = ""
) -> Mapping | None:
    """The mapping that roles stand for; None while the day or the amount (or in and out) is not said."""
    names_of = {role: name for name, role in zip(names, roles, strict=True) if role is not Role.NOTHING}
    mapping = Mapping(
        names_of.get(Role.DATE, ""),
        amount=names_of.get(Role.AMOUNT, ""),
        money_in=names_of.get(Role.IN, ""),
        money_out=names_of.get(Role.OUT, ""),
        direction=names_of.get(Role.DIRECTION, ""),
        party=names_of.get(Role.PARTY, ""),
        item=names_of.get(Role.ITEM, ""),
        id=names_of.get(Role.ID, ""),
        time=names_of.get(Role.TIME, ""),
        charges_positive=charges_positive,
        order=order,
    )
    return mapping if is_complete(mapping) else None
