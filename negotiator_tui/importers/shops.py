"""JD (京东) and Meituan (美团)."""

import re
from decimal import Decimal

from negotiator_tui.importers.cells import Sum, amount_of
from negotiator_tui.importers.layout import Context, Fields, Layout, columns
from negotiator_tui.importers.natures import is_closed, wallet_nature
from negotiator_tui.importers.purses import DIRECTIONS, amount_in, label_of, when
from negotiator_tui.importers.transaction import Direction, Nature, Transaction
from negotiator_tui.text.fault import Fault

_NOTHING = Decimal("0.00")
_PART = re.compile(r"已退款\s*[¥￥]?([0-9][0-9,]*(?:\.[0-9]{1,2})?)")


def _jd_row(fields: Fields, layout: Layout, context: Context) -> Transaction | Fault:
    """JD notes refunds in the amount cell, and lists them again as rows that it counts as neither."""
    came_back = "退款成功" in fields.text("status") or fields.text("item").startswith("退款-")
    return _row(fields, layout, context, is_refund=came_back and label_of(fields) != "支出")


def _meituan_row(fields: Fields, layout: Layout, context: Context) -> Transaction | Fault:
    """Meituan lists refunds as income of the kind 退款, and repayments of its 月付 as spending of the kind 还款."""
    came_back = fields.text("kind") == "退款" or "退款成功" in fields.text("status")
    return _row(fields, layout, context, is_refund=came_back and label_of(fields) != "支出")


def _row(fields: Fields, layout: Layout, context: Context, *, is_refund: bool) -> Transaction | Fault:
    at = when(fields, context, "paid", "date")
    if isinstance(at, Fault):
        return at
    printed = amount_in(fields)
    if isinstance(printed, Fault):
        return printed
    amount = abs(printed.value)
    label = label_of(fields)
    direction = DIRECTIONS.get(label, Direction.NEUTRAL)
    kind, status = fields.text("kind"), fields.text("status")
    noted = _noted(printed, amount)
    if is_refund:
        nature = Nature.REFUND
    elif is_closed(status):
        nature = Nature.NEVER_PAID
    elif noted:
        nature = Nature.SPENDING
    else:
        nature = wallet_nature(direction, " ".join((kind, fields.text("item"), fields.text("category"))))
    return Transaction(
        line=fields.line,
        at=at,
        amount=amount,
        direction=direction,
        nature=nature,
        party=fields.text("party"),
        item=fields.text("item"),
        account=fields.text("account"),
        id=fields.text("id"),
        order=fields.text("order"),
        status=status,
        category=fields.text("category") or kind,
        remark=fields.text("remark"),
        noted=noted if nature is Nature.SPENDING else _NOTHING,
        label=label,
        source=layout.name,
    )


def _noted(printed: Sum, amount: Decimal) -> Decimal:
    """What the note in an amount cell says came back: `468.32(已全额退款)`, `131.77(已退款89.84)`."""
    if "全额退款" in printed.note:
        return amount
    match = _PART.search(printed.note)
    found = amount_of(match[1]) if match else None
    return min(found.value, amount) if found is not None else _NOTHING


LAYOUTS = (
    Layout(
        "jd",
        _jd_row,
        columns(
            date="交易时间",
            party="商户名称",
            item="交易说明",
            amount="金额 金额(元)",
            account="收/付款方式",
            status="交易状态",
            direction="收/支",
            category="交易分类",
            id="交易订单号",
            order="商家订单号",
            remark="备注",
        ),
        ("date", "party", "item", "amount", "direction"),
        marks=("商户名称",),
    ),
    Layout(
        "meituan",
        _meituan_row,
        columns(
            date="交易时间 交易创建时间 交易成功时间",
            paid="交易成功时间",
            kind="交易类型",
            party="交易对方 订单标题",
            item="商品 订单标题",
            direction="收/支",
            amount="实付金额 实付金额(元) 金额 订单金额",
            account="支付方式",
            status="交易状态",
            category="交易分类",
            id="交易单号",
            order="商家单号 商家订单号",
            remark="备注",
        ),
        ("date", "amount", "direction", "item", "id"),
        never=("当前状态", "商户单号", "商户名称"),
    ),
)
