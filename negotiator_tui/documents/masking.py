"""Masking what tells who somebody is: numbers of identity, phones, cards, accounts and contracts, and names that are known.

Only text can be masked. A name that nobody named stays, and whoever uses this has to say so.
"""

import re
import unicodedata
from collections.abc import Callable, Iterable

from negotiator_tui.case.identity import Identity
from negotiator_tui.documents.make import without_names

Mask = Callable[[str], str]

_DAY = r"(?<!\d)(?:19|20)\d\d ?[-/.年] ?(?:0?[1-9]|1[0-2]) ?[-/.月] ?(?:0?[1-9]|[12]\d|3[01])日?(?: ?\d{1,2}:\d\d(?::\d\d)?)?(?!\d)"
_MAIL = r"(?P<mail>[A-Za-z\d._%+-]+[@＠][A-Za-z\d-]+(?:\.[A-Za-z\d-]+)+)"
_HASH = r"(?<![0-9A-Za-z])[0-9a-f]{64}(?![0-9A-Za-z])"
_LETTERED = r"(?P<lettered>(?<![A-Za-z\d])[A-Za-z]{1,8}[-_]?\d{8,}[A-Za-z\d]*)"
_LANDLINE = r"(?P<landline>(?<!\d)(?<!\d\.)[(（]?[0０]\d{2,3}[)）]?[- －]?\d{7,8}(?!\d))"
_LONG = r"(?P<long>(?<!\d)(?<!\d\.)(?:[+＋]\d{1,3}[- ]?)?\d(?:[- －\u2009\u00a0]?[\d*＊]){9,}[\dXxＸｘ](?!\d))"
_NUMBERS = re.compile("|".join((_HASH, _DAY, _MAIL, _LETTERED, _LANDLINE, _LONG)))
"""What is left alone comes first: hashes and days. Amounts are shorter than eleven figures."""

_HEADS = {
    "账号", "卡号", "账户", "余额", "金额", "日期", "币种", "摘要", "交易日期", "证件号码", "手机号", "开户行", "性别", "备注",
    "交易时间", "证件类型", "帐号", "对方账号", "对方户名", "起始日期", "终止日期",
}  # fmt: skip
_LABELS = r"(?:真实)?姓名|户名|账户名称?|帐户名称?|开户名|客户名称|客户姓名|持卡人|微信昵称|支付宝账户|微信号|住址|家庭住址|联系地址|通讯地址"
_LABELLED = re.compile(
    rf'(?P<label>(?<![\u4e00-\u9fff])(?:{_LABELS})[\]］】]?\s*[:：,，\t]\s*["\[［【]?)(?P<value>[^,，:：\t\n"\]］】]{{2,60}})'
)
_PERSON = re.compile(r"(?:86)?1\d{10}|\d{15}|\d{6}(?:19|20)\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{3}[\dXx]")
"""A mobile number, with or without that of the country, or a number of identity, old or new: the new one has a birthday."""
_KEPT = 4
_ACCOUNT = 12
"""Figures from which on a number is that of an account or a contract."""


def mask_of(identity: Identity, people: Iterable[str] = ()) -> Mask:
    """Masks a text: numbers by their looks, the identity and these people's names wherever they stand."""
    names = sorted({each for each in people if len(each) > 1}, key=len, reverse=True)

    def mask(text: str) -> str:
        hidden = without_names(text, identity)
        for name in names:
            hidden = hidden.replace(name, f"{name[:1]}**")
        return _LABELLED.sub(_label, _NUMBERS.sub(_number, hidden))

    return mask


def _number(found: re.Match[str]) -> str:
    """Of an account or a contract the last four figures stay, of anything else nothing; days and hashes stay whole."""
    kind = found.lastgroup
    if kind is None:
        return found[0]
    if kind == "mail":
        return "**@**"
    figures = "".join(each for each in unicodedata.normalize("NFKC", found[0]) if each.isalnum())
    tells = len(figures) >= _ACCOUNT and kind in {"lettered", "long"} and not _PERSON.fullmatch(figures)
    return "****" + figures[-_KEPT:] if tells else "****"


def _label(found: re.Match[str]) -> str:
    """What follows a label such as 户名; another heading of a table is none."""
    value = found["value"].strip()
    return found[0] if value in _HEADS or value.startswith("**") else f"{found['label']}**"
