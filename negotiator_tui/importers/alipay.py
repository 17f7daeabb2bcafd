"""Alipay (支付宝): the statement of the app since 2021, and the older one of the website."""

from decimal import Decimal

from negotiator_tui.importers.layout import Context, Fields, Layout, columns
from negotiator_tui.importers.natures import is_closed, wallet_nature
from negotiator_tui.importers.purses import DIRECTIONS, amount_in, balance_in, currency_in, label_of, small, when
from negotiator_tui.importers.transaction import Direction, Nature, Transaction
from negotiator_tui.text.fault import Fault

_NOTHING = Decimal("0.00")


def _row(fields: Fields, layout: Layout, context: Context) -> Transaction | Fault:
    at = when(fields, context, "paid", "date", "created")
    if isinstance(at, Fault):
        return at
    printed = amount_in(fields)
    if isinstance(printed, Fault):
        return printed
    label = label_of(fields)
    state = fields.text("state")
    direction = DIRECTIONS.get(label or state, Direction.NEUTRAL)
    item, category, status = fields.text("item"), fields.text("category"), fields.text("status")
    text = " ".join((category, item, fields.text("party"), status))
    noted = small(fields, "refunded")
    if _is_refund(direction, item, category, status):
        nature = Nature.REFUND
    elif is_closed(status):
        nature = Nature.SPENDING if noted else Nature.NEVER_PAID  # the website closes an order that was refunded whole
    elif status in {"冻结成功", "解冻成功"}:
        nature = Nature.MOVE
    else:
        nature = wallet_nature(direction, text)
    return Transaction(
        line=fields.line,
        at=at,
        amount=abs(printed.value),
        direction=direction,
        nature=nature,
        party=fields.text("party"),
        item=item,
        account=fields.text("account"),
        id=fields.text("id"),
        order=fields.text("order"),
        status=status,
        category=category,
        remark=fields.text("remark"),
        noted=min(noted, abs(printed.value)) if nature is Nature.SPENDING else _NOTHING,
        fee=small(fields, "fee"),
        currency=currency_in(fields, printed),
        balance=balance_in(fields),
        label=label,
        source=layout.name,
    )


def _is_refund(direction: Direction, item: str, category: str, status: str) -> bool:
    """A refund is a row of its own and no spending. A 支出 marked 退款成功 is money a seller gave back: it left."""
    if direction is Direction.EXPENSE or is_closed(status):
        return False
    return "退款成功" in status or category == "退款" or item.startswith("退款-")


_COMMON = {
    "party": "交易对方",
    "direction": "收/支 收支",
    "status": "交易状态 当前状态",
    "order": "商家订单号 商户订单号",
    "remark": "备注",
    "currency": "币种",
}

LAYOUTS = (
    Layout(
        "alipay-web",
        _row,
        columns(
            **_COMMON,
            paid="付款时间",
            created="交易创建时间",
            date="最近修改时间",
            amount="金额(元) 金额",
            item="商品名称 商品说明",
            category="类型",
            id="交易号",
            fee="服务费(元)",
            refunded="成功退款(元) 退款(元)",
            state="资金状态",
            account="支付方式",
        ),
        ("created", "amount", "direction", "id"),
        never=("订单标题", "实付金额"),
    ),
    Layout(
        "alipay-app",
        _row,
        columns(
            **_COMMON,
            date="交易时间 交易创建时间 创建时间",
            amount="金额 金额(元)",
            item="商品说明 商品名称 商品",
            category="交易分类 交易类型 业务类型 分类",
            account="收/付款方式 支付方式 收付款方式",
            id="交易订单号 交易号",
            peer="对方账号 对方账户",
        ),
        ("date", "amount", "direction", "status", "party"),
        never=("当前状态", "商户名称", "订单标题", "交易单号"),
    ),
)
