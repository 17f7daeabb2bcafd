"""What the other side will read in a text or a statement before it leaves (CONTENT 2.2-8).

Nothing here says that something should be hidden: what is written is true, and what was not asked for need not be told.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Literal

from negotiator_tui.case.case import Case, find
from negotiator_tui.case.debts import Debt
from negotiator_tui.case.kinds import Belongs, Shape
from negotiator_tui.case.materials import Party
from negotiator_tui.guide.conditions import About, signers
from negotiator_tui.guide.facts import Fact
from negotiator_tui.guide.notes import Note, note_of, notes
from negotiator_tui.text.clean import clean
from negotiator_tui.text.language import Lang

Weight = Literal["care", "look"]

_ANY_DAY = date(2000, 1, 1)
"""Nothing that is said here depends on the day."""
_MOST = 4
"""So many places are quoted for one remark."""
_QUOTE = 34
"""Characters of a quoted place."""
_CARE = {"borrow-to-repay", "other-use", "party-invest"}
"""What can cost the loan itself; all else is only worth a look."""


@dataclass(frozen=True, slots=True)
class Remark:
    """Something the reader will see: what it is, what to do, the places it stands in, and the rules behind it.

    `weight`: "care" for what a lender may act upon, "look" for the rest.
    """

    id: str
    weight: Weight
    title: str
    text: str
    places: tuple[str, ...] = ()
    facts: tuple[Fact, ...] = ()


def rules(case: Case, lang: Lang) -> tuple[Remark, ...]:
    """What holds for whatever is sent."""
    about = About(case, _ANY_DAY)
    return tuple(Remark(each.id, "look", each.title, each.text) for each in notes("readback", about, lang, "rule"))


def reading_back(case: Case, text: str, lang: Lang, *, debt: str | None = None) -> tuple[Remark, ...]:
    """What a text to a lender shows, in the order of its weight.

    `debt` is the id of the debt it is about; without it the first one named in the text is taken.
    """
    text = clean(text, multiline=True, limit=20_000)
    about = find(case, "debts", debt) if debt else _addressee(case, text)
    said = _CITED.sub("", text)
    sentences = [part.strip() for part in re.split(r"[。！？!?；;\n]|(?<!\d)\.(?!\d)", said) if part.strip()]
    found = {name: [each for each in sentences if test.search(each)] for name, test in _TESTS.items()}
    found["other-debts"] = [each for each in sentences if _names_in(each, _other_debts(case, about))]
    people = people_in(case, about)
    found["names"] = [name for name in people if name in text]
    return tuple(_remarks(case, about, found, lang))


def parties_seen(case: Case, lang: Lang) -> tuple[Remark, ...]:
    """Whom the reader of the statements will see: other lenders, family, investments, money of others.

    Out of the parties noted in the case, each under the first heading that fits; those of the shop are left out.
    """
    found: dict[str, list[str]] = {}
    for party in case.parties:
        kind = _party_kind(party)
        if kind is not None:
            found.setdefault(kind, []).append(clean(party.name or ""))
    return tuple(_remarks(case, None, found, lang, most=len(case.parties)))


def _remarks(
    case: Case, debt: Debt | None, found: dict[str, list[str]], lang: Lang, *, most: int = _MOST
) -> Iterator[Remark]:
    about = About(case, _ANY_DAY, debt)
    for name in sorted((name for name, places in found.items() if places), key=lambda name: name not in _CARE):
        note: Note = note_of("readback", name, about, lang)
        places = tuple(dict.fromkeys(_quoted(each, _TESTS.get(name)) for each in found[name]))[:most]
        yield Remark(name, "care" if name in _CARE else "look", note.title, note.text, places, note.facts)


def _quoted(sentence: str, test: re.Pattern[str] | None) -> str:
    """The place in a sentence, short enough for a line; whole numbers are not shown again."""
    match = test.search(sentence) if test is not None else None
    start = max(0, match.start() - _QUOTE // 3) if match is not None and len(sentence) > _QUOTE else 0
    part = sentence[start : start + _QUOTE]
    part = _FULL.sub(lambda number: "…" + number[0][-4:], part)
    return ("…" if start else "") + part + ("…" if start + _QUOTE < len(sentence) else "")


def _addressee(case: Case, text: str) -> Debt | None:
    """The debt a text is about: the one whose lender it names first, or whose name or contract it does."""
    for names in (("lender",), ("name",), ("contract_tail",)):
        places = [(text.find(str(value)), each) for each in case.debts for n in names if (value := getattr(each, n))]
        known = sorted(((at, n) for n, (at, _) in enumerate(places) if at >= 0))
        if known:
            return places[known[0][1]][1]
    return None


def _other_debts(case: Case, about: Debt | None) -> re.Pattern[str] | None:
    own = f"{about.name or ''}{about.lender or ''}" if about is not None else ""
    shape = about.shape if about is not None else None
    words = {clean(name) for each in case.debts if each is not about for name in (each.name, each.lender) if name}
    words |= {each for each in _CREDIT if not (shape is Shape.CARD and each.startswith("信用"))}
    return _any_of(tuple(sorted(word for word in words if len(word) > 1 and word not in own)))


def people_in(case: Case, about: Debt | None = None) -> list[str]:
    """Names of people in the case: who else signed, friends who lent, parties of the home. Not that of the lender of `about`."""
    own = f"{about.name or ''}{about.lender or ''}" if about is not None else ""
    names = [each.lender or each.name or "" for each in case.debts if each.shape is Shape.PERSONAL]
    names += [each.signed_by or "" for each in case.debts if signers(each)]
    names += [each.name or "" for each in case.parties if each.belongs in {Belongs.HOME, Belongs.NOT_MINE}]
    cleaned = dict.fromkeys(clean(each).strip() for each in names)
    return [each for each in cleaned if 1 < len(each) <= 20 and each not in own]


def _party_kind(party: Party) -> str | None:
    name = party.name or ""
    if party.belongs is Belongs.DEBT or _LENDERS.search(name):
        return "party-lender"
    if _INVEST.search(name):
        return "party-invest"
    if party.belongs is Belongs.NOT_MINE:
        return "party-not-mine"
    if party.belongs is Belongs.HOME or (party.belongs is None and _KIN.search(name)):
        return "party-family"
    return None


def _names_in(sentence: str, names: re.Pattern[str] | None) -> bool:
    return names is not None and names.search(sentence) is not None


@cache
def _any_of(words: tuple[str, ...]) -> re.Pattern[str] | None:
    return re.compile("|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))) if words else None


_CITED = re.compile(
    r"《[^》\n]{1,60}》|(?:商业银行|商業銀行)?(?:互联网|互聯網)(?:贷款|貸款)(?:管理)?(?:暂行|暫行)?(?:办法|辦法)?"
)
"""A rule that is named says nothing of the borrower: the measures on internet loans (互联网贷款) are no 网贷."""

_CREDIT = (
    "花呗", "花唄", "借呗", "借唄", "白条", "白條", "微粒贷", "微粒貸", "信用卡", "信用购", "信用購", "网贷", "網貸",
    "小额贷", "小額貸", "小贷", "小貸", "高利贷", "高利貸", "民间借", "民間借", "其他贷款", "其他貸款", "别的贷款",
    "其他欠款", "别的欠款", "外债", "外債", "典当", "典當", "other loan", "other debt", "credit card",
)  # fmt: skip
"""Words for credit that a text may name beside the debt it is about."""

_KIN_WORDS = (
    r"(?:父母|爸|妈|媽|父亲|父親|母亲|母親|爷爷|爺爺|奶奶|外公|外婆|岳父|岳母|公公|婆婆|老公|老婆|丈夫|妻子|配偶|爱人|愛人"
    r"|儿子|兒子|女儿|女兒|孩子|小孩|哥哥|弟弟|姐姐|妹妹|兄弟|姐妹|亲戚|親戚|亲友|親友|亲属|親屬|朋友|家里人|家裡人|家人"
    r"|\b(?:parents?|mother|father|husband|wife|son|daughter|brother|sister|relatives?|friends?|family)\b)"
)
_MOVES = (
    r"(?:转给|轉給|转了|轉了|转账|轉賬|汇给|匯給|汇款|打给|打給|打钱|打錢|给了|給了|借给|借給|借了|借钱|借錢|寄给|寄給"
    r"|垫|墊|帮我还|幫我還|替我还|替我還|\b(?:lent|gave|sent|borrowed|transfer\w*)\b)"
)
_KIN = re.compile(_KIN_WORDS, re.IGNORECASE)
_LENDERS = re.compile(
    r"贷|貸|借呗|借唄|花呗|花唄|白条|白條|小额|分期|消费金融|消費金融|信用卡|金条|金條|度小满|有钱花|放心借|备用金|典当|典當|\bloan",
    re.IGNORECASE,
)
_INVEST_WORDS = (
    r"股票|炒股|证券|證券|基金|期货|期貨|外汇|外匯|虚拟币|虛擬幣|比特币|比特幣|币圈|彩票|博彩|赌|賭|棋牌|理财|理財|信托"
    r"|\b(?:stocks?|crypto|lottery|gambl\w*)\b"
)
_INVEST = re.compile(_INVEST_WORDS, re.IGNORECASE)
_FULL = re.compile(r"(?<!\d)(?:\d{17}[\dXx]|1\d{10}|\d{4}(?: ?\d{4}){3} ?\d{0,3})(?!\d)")
_AMOUNT = r"\d[\d,，]*(?:\.\d+)?(?![\d,.]) ?(?:万|萬|千)?(?! ?(?:期|个月|個月|[日天号號%％月年]|months?|days?))"

_TESTS: dict[str, re.Pattern[str]] = {
    "borrow-to-repay": re.compile(
        r"借新还旧|借新還舊|以贷还贷|以貸還貸|拆东墙|拆東牆|倒贷|倒貸"
        r"|(?:借|贷款|貸款|套现|套現|刷).{0,12}(?:来|來|去|再)?(?:还|還|填).{0,8}(?:贷|貸|债|債|卡|呗|唄|欠|旧|舊|另)"
        r"|borrow\w* .{0,30}(?:repay|pay (?:off|back))",
        re.IGNORECASE,
    ),
    "other-use": re.compile(
        r"(?:买|買|付|交|首付|供|装|裝)(?:了|的)?(?:房|车|車|首付|房贷|房貸|车贷|車貸|学费|學費|保险|保險|装修|裝修)"
        r"|房子首付|装修房|裝修房|给孩子|給孩子|给儿子|給兒子|给女儿|給女兒|结婚|結婚|彩礼|彩禮|旅游|旅遊|还信用卡|還信用卡|还花呗|還花唄"
        r"|(?:用途|用处|用處).{0,6}(?:改|变|變|不是)|挪用|"
        + _INVEST_WORDS
        + r"|\b(?:bought a (?:house|flat|car)|down payment|tuition|wedding)\b",
        re.IGNORECASE,
    ),
    "family-money": re.compile(
        _KIN_WORDS + r".{0,12}" + _MOVES + r"|" + _MOVES + r".{0,12}" + _KIN_WORDS, re.IGNORECASE
    ),
    "promise": re.compile(
        r"(?<![不無无])(?<!不能)(?<!不敢)(?<!不会)(?<!不會)(?<!无法)(?<!無法)(?:保证|保證)(?!金|人|合同|贷款|貸款|方式|责任|責任|期间|期間)"
        r"|一定(?:会|會|能|还|還|按|在)|肯定(?:会|會|能|还|還)|绝对|絕對|绝不|絕不|无论如何|無論如何|马上(?:还|還)|马上全部"
        r"|随时(?:还|還)|隨時還|一次(?:性)?(?:还清|還清|结清|結清)|\b(?:guarantee|definitely|promise|whatever it takes)\b",
        re.IGNORECASE,
    ),
    "promised-amount": re.compile(
        r"(?<![应應已])(?:还|還|付(?![宝寶]))[^，,。；;]{0,10}?" + _AMOUNT + r"|\b(?:re)?pay\b.{0,20}?" + _AMOUNT,
        re.IGNORECASE,
    ),
    "own-blame": re.compile(
        r"管理不善|都怪我|怪我自己|是我不好|我没用|我沒用|没脸|沒臉|罪有应得|对不起|對不起|不负责任|不負責任|恶意|惡意|不想还|不想還"
        r"|乱花|亂花|\b(?:my own fault|irresponsible|ashamed)\b",
        re.IGNORECASE,
    ),
    "pressure": re.compile(
        r"曝光|投诉到|投訴到|告你们|告你們|起诉你们|起訴你們|违法|違法|不给.{0,6}就|不給.{0,6}就|后果自负|後果自負|跳楼|跳樓|死给|死給"
        r"|倒闭|倒閉|\b(?:sue you|illegal|expose)\b",
        re.IGNORECASE,
    ),
    "full-numbers": _FULL,
}
"""What finds each remark in a sentence. Chinese in both scripts; English for those who write so."""
