"""One payment in two statements: a purchase in the shop's list, in the purse's and in the account's it was paid from."""

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Sequence
from datetime import timedelta

from negotiator_tui.importers.transaction import Nature, Transaction

_FINER = {"jd": 0, "meituan": 0, "wechat": 1, "alipay-app": 1, "alipay-web": 1}
"""What tells most of a payment; accounts and cards, which are not named here, tell least."""
_COARSEST = 2
_NAMES = {
    "jd": "京东|网银在线|JD",
    "meituan": "美团|三快|大众点评|点评",
    "wechat": "财付通|微信|TENPAY|WEIXIN|WECHAT",
    "alipay-app": "支付宝|蚂蚁|ALIPAY",
    "alipay-web": "支付宝|蚂蚁|ALIPAY",
}
_CALLED = {name: re.compile(pattern, re.IGNORECASE) for name, pattern in _NAMES.items()}
_FROM_ACCOUNT = re.compile(r"银行|信用卡|储蓄卡|借记卡|农信|信用社|云闪付|\([0-9]{4}\)|（[0-9]{4}）")
_BEFORE, _AFTER = timedelta(days=1), timedelta(days=4)
"""A bank may book a day early by its own clock, and some days late."""


def without_twins(rows: Sequence[Transaction]) -> tuple[list[Transaction], list[Transaction]]:
    """The rows, by time, without those that a finer statement tells of; and those left out."""
    levels = {_FINER.get(row.source, _COARSEST) for row in rows}
    if len(levels) < 2:
        return list(rows), []
    finer: dict[object, list[Transaction]] = defaultdict(list)
    for row in rows:
        if _FINER.get(row.source, _COARSEST) < _COARSEST and row.nature in (Nature.SPENDING, Nature.REFUND):
            finer[row.amount, row.nature].append(row)
    used: set[int] = set()
    kept, left_out = [], []
    for row in rows:
        twin = (
            _twin(row, finer[row.amount, row.nature], used) if row.nature in (Nature.SPENDING, Nature.REFUND) else None
        )
        if twin is None:
            kept.append(row)
        else:
            used.add(id(twin))
            left_out.append(row)
    return kept, left_out


def _twin(row: Transaction, finer: Sequence[Transaction], used: set[int]) -> Transaction | None:
    """The finer row of the same payment: of a shop or purse that `row` names, paid from what `row` is."""
    level = _FINER.get(row.source, _COARSEST)
    text = f"{row.party} {row.item} {row.remark}"
    first = bisect_left(finer, row.at - _AFTER, key=lambda each: each.at)
    for other in finer[first:]:
        if other.at > row.at + _BEFORE:
            return None
        if (
            _FINER[other.source] < level
            and id(other) not in used
            and _CALLED[other.source].search(text)
            and _paid_from(other, row)
        ):
            return other
    return None


def _paid_from(finer: Transaction, coarser: Transaction) -> bool:
    called = _CALLED.get(coarser.source)
    return bool(called.search(finer.account) if called is not None else _FROM_ACCOUNT.search(finer.account))
