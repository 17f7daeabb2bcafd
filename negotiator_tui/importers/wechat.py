"""WeChat Pay (微信支付): CSV, and the book it became; since March 2026 with the header a row lower and plain numbers."""

import re
from decimal import Decimal

from negotiator_tui.importers.cells import amount_of
from negotiator_tui.importers.layout import Context, Fields, Layout, columns
from negotiator_tui.importers.natures import fee_inside, is_closed, wallet_nature
from negotiator_tui.importers.purses import DIRECTIONS, amount_in, label_of, when
from negotiator_tui.importers.transaction import Direction, Nature, Transaction
from negotiator_tui.text.fault import Fault

_NOTHING = Decimal("0.00")
_WHOLE = re.compile("全额退款|对方已退还|^已退还|已退回")
_PART = re.compile(r"已退款\s*[(（]?\s*[¥￥]?\s*([0-9][0-9,]*(?:\.[0-9]{1,2})?)")


def _row(fields: Fields, layout: Layout, context: Context) -> Transaction | Fault:
    at = when(fields, context, "date")
    if isinstance(at, Fault):
        return at
    printed = amount_in(fields)
    if isinstance(printed, Fault):
        return printed
    amount = abs(printed.value)
    label = label_of(fields)
    direction = DIRECTIONS.get(label, Direction.NEUTRAL)
    kind, status, remark = fields.text("kind"), fields.text("status"), fields.text("remark")
    item, party = fields.text("item"), fields.text("party")
    if direction is not Direction.EXPENSE and kind.endswith("退款"):
        nature = Nature.REFUND
    elif is_closed(status):
        nature = Nature.NEVER_PAID
    else:
        nature = wallet_nature(direction, f"{kind} {item} {party}")
    fee = amount_of(fee_inside(remark)) if remark else None
    return Transaction(
        line=fields.line,
        at=at,
        amount=amount,
        direction=direction,
        nature=nature,
        party=party,
        item=item,
        account=fields.text("account"),
        id=fields.text("id"),
        order=fields.text("order"),
        status=status,
        category=kind,
        remark=remark,
        noted=_noted(status, amount) if nature is Nature.SPENDING else _NOTHING,
        fee=fee.value if fee is not None else _NOTHING,
        label=label,
        source=layout.name,
    )


def _noted(status: str, amount: Decimal) -> Decimal:
    """What the state of a purchase says of it came back: 已全额退款, 已退款(￥12.00), 已退款￥12.00."""
    if _WHOLE.search(status):
        return amount
    match = _PART.search(status)
    found = amount_of(match[1]) if match else None
    return min(found.value, amount) if found is not None else _NOTHING


LAYOUTS = (
    Layout(
        "wechat",
        _row,
        columns(
            date="交易时间",
            kind="交易类型",
            party="交易对方",
            item="商品",
            direction="收/支",
            amount="金额(元) 金额",
            account="支付方式",
            status="当前状态",
            id="交易单号",
            order="商户单号",
            remark="备注",
        ),
        ("date", "kind", "direction", "amount", "status"),
    ),
)
