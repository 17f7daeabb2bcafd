"""Bank accounts and cards: the sign is a column, a word or a mark before the amount; footers look like rows."""

import re
from dataclasses import replace
from datetime import datetime, time
from decimal import Decimal

from negotiator_tui.importers.cells import Order, Sum, amount_of, clock_of, is_nothing
from negotiator_tui.importers.layout import Context, Fields, Layout, Names, columns
from negotiator_tui.importers.natures import account_nature, card_nature, is_refund
from negotiator_tui.importers.purses import amount_in, balance_in, currency_in, label_of, when
from negotiator_tui.importers.transaction import Direction, Transaction
from negotiator_tui.text.fault import Fault, fault

_ZERO = Decimal("0.00")
_OUT = re.compile(r"借|支|付|取|转出|汇出|消费|出账|^(?:出|流出|-|D|DR|DEBIT|DBIT|OUT)$")
_IN = re.compile(r"贷|收|存|转入|汇入|入账|退|^(?:进|入|流入|\+|C|CR|CREDIT|CRDT|IN)$")
_NEITHER = re.compile("不计|中性|^/$|其他")
_CREDITED = re.compile("退货|退款|还款|返还|撤销|冲正|存入|奖励|返现")
"""How a line of a card begins that lessens what is owed, where the amounts have no sign."""
_NOT_BOOKED = frozenset({"尚未入账", "未入账", "未出账"})


def read_row(fields: Fields, layout: Layout, context: Context) -> Transaction | Fault:
    """One row of an account or a card."""
    at = _moment(fields, context)
    if isinstance(at, Fault):
        return at
    signed = _signed(fields, layout)
    if isinstance(signed, Fault):
        return signed
    printed, label, direction = signed
    party, item, remark = fields.text("party"), fields.text("item"), fields.text("remark")
    category = fields.text("kind")
    text = " ".join((category, item, party, remark))
    return Transaction(
        line=fields.line,
        at=at,
        amount=abs(printed.value),
        direction=direction,
        nature=(card_nature if layout.card else account_nature)(direction, text),
        party=party or (fields.text("place") or item if layout.card else fields.text("place")),
        item=item or category,
        account=fields.text("own"),
        id=fields.text("id"),
        status=fields.text("status"),
        category=category,
        remark=remark,
        currency=currency_in(fields, printed),
        balance=balance_in(fields),
        label=label,
        source=layout.name,
    )


def _moment(fields: Fields, context: Context) -> datetime | Fault:
    """The day in the first date column that has one, at the time in the time column."""
    roles = [role for role in ("date", "booked") if fields.text(role) not in _NOT_BOOKED]
    at = when(fields, context, *roles)
    if isinstance(at, Fault) or at.time() != time():
        return at
    clock = clock_of(fields.cell("time")) if fields.has("time") else None
    return at if clock is None else datetime.combine(at.date(), clock)


def _signed(fields: Fields, layout: Layout) -> tuple[Sum, str, Direction] | Fault:
    """The amount, the printed sign (positive, negative or zero; or the word for neither), and the direction."""
    if fields.has("in") and fields.has("out"):
        return _two_columns(fields)
    printed = amount_in(fields)
    if isinstance(printed, Fault):
        return printed
    if fields.has("direction"):
        said = label_of(fields).upper()
        inward, outward = bool(_IN.search(said)), bool(_OUT.search(said))
        if _NEITHER.search(said):
            return printed, said, Direction.NEUTRAL
        if inward != outward:
            return printed, _label(printed.value, inward), _direction(inward)
        if said and not printed.signed:  # nothing tells which way it went; a guess would be wrong half of the time
            return fault("import.row-direction", text=fields.text("direction"))
    if layout.by_word:
        inward = bool(_CREDITED.search(fields.text("item")[:12]))
        return printed, _label(printed.value, inward), _direction(inward)
    inward = printed.value < 0 if layout.charges_positive else printed.value >= 0
    return printed, _label(printed.value, printed.value > 0), _direction(inward)


def _two_columns(fields: Fields) -> tuple[Sum, str, Direction] | Fault:
    inward, outward = amount_of(fields.cell("in")), amount_of(fields.cell("out"))
    for role, found in (("in", inward), ("out", outward)):
        if found is None and not is_nothing(fields.cell(role)):
            return fault("import.row-amount", text=fields.text(role))
    if inward is None and outward is None:
        return fault("import.row-no-amount")
    spent = outward.value if outward else _ZERO
    if spent < 0 and not is_refund(" ".join(fields.text(role) for role in ("item", "kind", "remark"))):
        spent = -spent  # some banks print a minus before all that went out; else it is a correction in red
    received = (inward.value if inward else _ZERO) - spent
    kept = inward if inward and inward.value else outward or inward
    currency = kept.currency if kept else ""
    return Sum(abs(received), currency=currency), _label(received, received > 0), _direction(received >= 0)


def _label(value: Decimal, inward: bool) -> str:
    return "zero" if not value else "positive" if inward else "negative"


_COLUMNS = columns(
    **{"in": "记账金额(收入) 收入 收入金额 收入(元) 收入金额(元) 存入 存入金额 存入金额(元) 贷方 贷方金额 贷方发生额 贷方发生额(元) "
       "贷方发生额/元(收入) 收方金额 转入金额 转入 存款 存款金额 收入(贷) credit creditamount deposit deposits moneyin paidin",
       "out": "记账金额(支出) 支出 支出金额 支出(元) 支出金额(元) 取出 取出金额 取出金额(元) 借方 借方金额 借方发生额 借方发生额(元) "
       "借方发生额/元(支取) 付方金额 转出金额 转出 支取 支取金额 支出(借) debit debitamount withdrawal withdrawals moneyout paidout"},
    date="交易日期 交易日 交易时间 交易日期时间 交易发生日期 发生日期 日期 账单日期 时间 date transactiondate 记账日期 记账日 入账日期 账务日期",
    booked="银行记账日 记账日期 记账日 入账日期 入账日 postdate postingdate ",
    time="交易时间 记账时间 时间 time",
    amount="入账币种/金额 入账金额/币种(支出为-) 记账金额/币种 入账金额 人民币金额 结算金额 记账金额 交易金额 交易金额(元) 发生额 发生金额 金额 金额(元) 交易额 billingamount "
    "transactionamount amount",
    direction="借贷 借贷标志 借贷标记 借/贷 借贷方向 借贷状态 收/支 收支 收支类型 收支标志 收支方向 支出/收入 收入/支出 收付标志 收/付 交易方向 "
    "credit/debit debit/credit dr/cr 资金方向",
    party="对方户名 对方账户名 对方账户名称 对方名称 对方姓名 对方单位 对方单位名称 对手户名 交易对手名称 交易对手 交易方名称 交易对方 对方信息 对手信息 "
    "对方账号与户名 对手方 对方 merchantname 商户名称",
    item="交易摘要 交易说明 交易描述 摘要 业务摘要 交易名称 description details 用途 交易类型 业务类型 附言 备注 交易附言 交易备注 摘要说明 商品说明 商品",
    kind="交易类型 业务类型 交易种类 交易名称 类型",
    remark="客户摘要 交易附言 交易备注 交易详情 附言 备注 用途",
    place="交易场所 交易地点 交易地点/附言 交易渠道",
    id="交易流水号 流水号 日志号 交易序号 核心流水号 柜员流水号 凭证号 电子回单号 参考号 交易单号 交易订单号 订单号",
    own="卡号末四位 卡号后四位 卡末四位 卡号 借记卡号 信用卡卡号 支付方式 付款方式",
    status="交易状态 transactionstatus",
    balance="账户余额 本次余额 联机余额 余额 交易后余额 可用余额 balance 余额(元)",
    currency="记账币种 入账币种 入账货币 结算币种 币种 币别 货币 交易货币 交易币种 billingcurrency currency",
)  # fmt: skip
_SIGNED = ("date", "amount")
_TWO = ("date", "in", "out")


def _direction(inward: bool) -> Direction:
    return Direction.INCOME if inward else Direction.EXPENSE


def _names(marks: str) -> Names:
    return columns(marks=marks)["marks"]


def _account(name: str, marks: str, needed: Names, *, never: str = "", order: Order = "") -> Layout:
    return Layout(name, read_row, _COLUMNS, needed, _names(marks), _names(never), order=order)


def _card(
    name: str, marks: str, needed: Names, *, charges_positive: bool = False, by_word: bool = False, order: Order = ""
) -> Layout:
    return Layout(
        name, read_row, _COLUMNS, needed, _names(marks), card=True, charges_positive=charges_positive, by_word=by_word,
        order=order,
    )  # fmt: skip


LAYOUTS = (
    _account("abc-debit", "交易日期 交易摘要 交易金额 本次余额", _SIGNED),
    _card("boc-credit", "交易日 银行记账日 交易描述 存入 支出", _TWO),
    _account("boc-debit", "记账日期 记账时间 币别 金额 交易名称 网点名称", _SIGNED),
    _card("bocom-credit", "交易说明 交易币种/金额 入账币种/金额", _SIGNED, by_word=True),
    _account("bocom-debit", "借贷 交易金额 交易地点 摘要", (*_SIGNED, "direction")),
    _card("cmb-credit", "交易摘要 人民币金额 卡号末四位", _SIGNED, charges_positive=True),
    _account("cmb-debit", "记账日期 货币 交易金额 联机余额 交易摘要", _SIGNED),
    _account("cmb-debit", "交易日期 交易时间 收入 支出 余额 交易类型 交易备注", _TWO),
    _card("icbc-credit", "记账日期 摘要 交易场所 记账金额(收入) 记账金额(支出)", _TWO),
    _account("icbc-debit", "摘要 交易场所 钞/汇 记账金额(收入) 记账金额(支出)", _TWO),
    _card("hsbc-hk-credit", "transactiondate postdate billingamount merchantname", _SIGNED, order="dmy"),
    _account("hsbc-hk-debit", "date description billingamount balance balancecurrency", _SIGNED, order="dmy"),
    _card("ccb-credit", "交易日 入账日 信用卡卡号 入账金额 交易描述", _SIGNED, charges_positive=True),
    _account("ccb-debit", "记账日 交易日期 支出 收入 账户余额", _TWO),
    _account("ccb-debit", "摘要 币别 钞汇 交易日期 交易金额 账户余额", _SIGNED),
    _account("spdb-debit", "交易日期 存入金额 取出金额 余额", _TWO),
    _card("citic-credit", "交易日期 入账日期 交易描述 结算币种 结算金额", _SIGNED, charges_positive=True),
    _card("cgb-credit", "交易日期 入账日期 交易摘要 入账金额 入账货币", _SIGNED, charges_positive=True),
    _card("abc-credit", "入账金额/币种(支出为-)", _SIGNED),
    _account("bank", "", _TWO),
    _account("bank", "", (*_SIGNED, "direction")),
    replace(_account("bank", "", (*_SIGNED, "balance")), only_with_minus=True),
)
"""Those with marks first. The three last take any bank that has a column for each direction, one for its word, or
amounts with a sign."""
