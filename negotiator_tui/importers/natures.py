"""What a row is for the budget, by the words in it: refund, move, debt service, fee, never paid."""

import re
from functools import lru_cache

from negotiator_tui.importers.transaction import Direction, Nature

_CLOSED = re.compile(
    "关闭|待支付|待付款|等待付款|等待买家付款|未支付|未付款|失败|已取消|交易取消|支付取消|已撤销|已作废|已失效"
)
"""States of an order nobody paid. 等待确认收货 and 等待发货 are none of them: there the money has gone."""

_LENDERS = (
    "花呗|借呗|网商贷|网商银行贷|微粒贷|微业贷|分付|月付|先用后付|备用金|白条|金条|京东金融借|信用付|放心借|有钱花|度小满|"
    "360借条|借条|借钱|分期乐|乐信|拍拍贷|招联|马上消费|安逸花|消费金融|捷信|信用飞|小额贷款|小贷|网贷|快贷|闪电贷|"
    "信用贷|经营贷|融e借|e贷|贷款|信贷"
)
_DEBT = re.compile(
    rf"(?:{_LENDERS}|信用卡|贷记卡|分期).{{0,24}}(?:还款|还清|结清|代扣|扣款)|"
    rf"(?:还款|归还|偿还|结清).{{0,24}}(?:{_LENDERS}|信用卡|贷记卡|分期)|"
    "还贷|贷款还款|贷款扣款|贷款归还|贷款本息|还本付息|按揭|房贷|车贷|主动还款|自动还款|正常还款|提前还款|约定还款|转账还款|"
    "信用卡还款|信用卡自动还款|掌上生活还款|信用借还|^还款$|LOAN (?:RE)?PAYMENT|CREDIT CARD PAYMENT|MORTGAGE",
    re.IGNORECASE,
)
_DEBT_AT_ALL = re.compile("[还贷偿揭清扣]|信用借|LOAN|CREDIT|MORTGAGE", re.IGNORECASE)
"""Without one of these nothing of the above is there; a search for it takes a tenth of the time."""
_LENT_AT_ALL = re.compile("[贷借款账现用]|DISBURSEMENT")
_LENT = re.compile(
    rf"放款|贷款发放|贷款入账|借款到账|借款入账|借款发放|发放贷款|贷款转存|(?:{_LENDERS}).{{0,12}}(?:到账|提现|入账|支用|取现|借款)",
)
_REFUND = re.compile("退款|退货|退回|退票|退费|撤销|冲正|冲账|返还|REFUND|RETURN|REVERSAL|CHARGEBACK", re.IGNORECASE)
_MOVED = re.compile(
    "提现|余额宝|余利宝|零钱通|理财|基金(?!会)|申购|赎回|定投|定期|通知存款|大额存单|结构性存款|银证|证券|券商|"
    "零钱充值|余额充值|钱包充值|账户充值|充值到余额|转入零钱|转出到|本人转账|同名转账|约转|活期宝|小金库|朝朝宝|日日宝"
)
_OWN_MOVE = re.compile(
    "零钱提现|零钱充值|余额提现|余额充值|钱包提现|钱包充值|提现到银行卡|转入零钱通|零钱通转[出入]|购买理财通|理财通赎回|"
    "(?:基金|理财).{0,12}(?:买入|卖出|申购|赎回|定投)|余额宝-.{0,12}转入|余额宝.{0,8}转出|余利宝-.{0,12}转|转出到(?:银行卡|余额)|小金库转[出入]"
)
_PAID_OUT = re.compile("提现|赎回|转出|到期|定期|约转|银证|证券|理财|余额宝|零钱通|小金库|朝朝宝|LOAN DISBURSEMENT")
_CARD_PAID = re.compile(
    "还款|入账-|银联入账|自扣|网银转入|PAYMENT|AUTOPAY|THANK YOU|转账存入|跨行转入|本行转入", re.IGNORECASE
)
_FEE = re.compile(
    "手续费|年费|违约金|滞纳金|服务费|工本费|短信费|管理费|利息税|透支利息|循环利息|循环信用|分期利息|取现利息|ANNUAL FEE|FINANCE CHARGE|LATE (?:FEE|CHARGE)|SERVICE CHARGE",
    re.IGNORECASE,
)
_CHANNEL = re.compile(
    "支付宝|财付通|微信|网银在线|京东|美团|抖音|拼多多|淘宝|天猫|银联|云闪付|公司|商户|商城|超市|CHN$|CHN "
)
"""How a card names where something was bought; money back from there needs no word for it."""
_INTEREST = re.compile("结息|利息|INTEREST|奖励|返现|返利|红包|立减|CASHBACK|REBATE", re.IGNORECASE)
_FEE_INSIDE = re.compile(r"(?:服务费|手续费)\s*[:：]?\s*[¥￥]?\s*([0-9][0-9,]*(?:\.[0-9]{1,2})?)")


@lru_cache(maxsize=1_000)
def is_closed(status: str) -> bool:
    """Whether the state of an order says that it was not paid, or not in the end."""
    return bool(_CLOSED.search(status))


def is_debt(text: str) -> bool:
    """Whether the words of a row are those of a repayment."""
    return bool(_DEBT_AT_ALL.search(text) and _DEBT.search(text))


def is_lent(text: str) -> bool:
    """Whether the words of a row are those of a loan paid out, and not of its repayment."""
    return "还款" not in text and bool(_LENT_AT_ALL.search(text) and _LENT.search(text))


def is_refund(text: str) -> bool:
    """Whether the words of money that came in are those of money that came back."""
    return bool(_REFUND.search(text))


def is_fee(text: str) -> bool:
    """Whether the words of a payment are those of a charge."""
    return bool(_FEE.search(text))


def fee_inside(text: str) -> str:
    """The amount after 服务费 or 手续费 in a remark, as it is written; "" if there is none."""
    match = _FEE_INSIDE.search(text)
    return match[1] if match else ""


def is_own_move(text: str) -> bool:
    """Whether the words of a purse's row are those of money going between the purse, its savings and own accounts."""
    return bool(_OWN_MOVE.search(text))


def wallet_nature(direction: Direction, text: str) -> Nature:
    """The nature of a row of a purse, which says itself what is income, spending or neither.

    A repayment is debt service under whichever direction the purse puts it, money lent is no income, and what goes
    between own pockets is neither.
    """
    if is_lent(text):
        return Nature.MOVE
    if direction is not Direction.INCOME and is_debt(text):
        return Nature.DEBT_SERVICE
    if direction is Direction.NEUTRAL or is_own_move(text):
        return Nature.MOVE
    return Nature.INCOME if direction is Direction.INCOME else Nature.SPENDING


def account_nature(direction: Direction, text: str) -> Nature:
    """The nature of a row of a bank account, which only knows in and out."""
    if direction is Direction.NEUTRAL:
        return Nature.DEBT_SERVICE if is_debt(text) else Nature.MOVE
    if direction is Direction.INCOME:
        if is_lent(text) or (_PAID_OUT.search(text) and not _INTEREST.search(text)):
            return Nature.MOVE
        return Nature.REFUND if is_refund(text) else Nature.INCOME
    if is_debt(text):
        return Nature.DEBT_SERVICE
    if _MOVED.search(text):
        return Nature.MOVE
    return Nature.FEE if is_fee(text) else Nature.SPENDING


def card_nature(direction: Direction, text: str) -> Nature:
    """The nature of a row of a credit card: what is paid into it was paid from elsewhere, the rest comes back."""
    if direction is Direction.INCOME:
        if is_refund(text):
            return Nature.REFUND
        if _CARD_PAID.search(text):
            return Nature.MOVE
        if _INTEREST.search(text):
            return Nature.INCOME
        return Nature.REFUND if _CHANNEL.search(text) else Nature.MOVE  # a name alone is somebody who paid the card
    return Nature.FEE if is_fee(text) else Nature.SPENDING
