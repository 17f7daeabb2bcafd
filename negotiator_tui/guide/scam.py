"""Signs of fraud in what a caller or a helper asked for, and what to do at once (facts.md §7)."""

from dataclasses import dataclass
from datetime import date

from negotiator_tui.case.case import Case
from negotiator_tui.case.kinds import AskedFor, Urgent
from negotiator_tui.case.talks import Contact
from negotiator_tui.guide.conditions import About
from negotiator_tui.guide.notes import Note, note_of
from negotiator_tui.guide.pages import urgent_steps
from negotiator_tui.text.language import Lang

_ENTRY = {
    AskedFor.FEE: "pay-first",
    AskedFor.PAYEE: "private-account",
    AskedFor.CODE: "codes",
    AskedFor.SCREEN: "codes",
    AskedFor.APP: "app",
    AskedFor.PAPERS: "fake-papers",
    AskedFor.CUT_OFF: "cut-off",
}
"""The entry of guide/scam.toml that says what each sign is."""

_WORDS: dict[AskedFor, tuple[str, ...]] = {
    AskedFor.FEE: ("保证金", "解冻", "会员费", "手续费", "服务费", "诚意金", "先交", "先转", "deposit", "fee first"),
    AskedFor.PAYEE: ("私人账户", "个人账户", "私人帐户", "个人帐户", "收款码", "二维码", "我的卡", "private account"),
    AskedFor.CODE: ("验证码", "驗證碼", "密码", "密碼", "verification code", "password"),
    AskedFor.SCREEN: ("共享屏幕", "屏幕共享", "共享螢幕", "远程", "遠端", "腾讯会议", "screen"),
    AskedFor.APP: ("下载", "下載", "安装", "安裝", "点链接", "点这个链接", "install", "download"),
    AskedFor.PAPERS: ("假证明", "开证明", "编一个", "贫困证明", "made-up"),
    AskedFor.CUT_OFF: ("换号", "别接银行", "不要接银行", "关机", "change your number"),
}
"""Words that sound like a sign. They only make the program ask: a bank may warn of the same things."""


@dataclass(frozen=True, slots=True)
class ScamWarning:
    """What was noticed, and what to do now. `heard` is what only sounds like it, from the words written down."""

    signs: tuple[Note, ...]
    heard: tuple[Note, ...]
    steps: tuple[Note, ...]


def heard_in(text: str | None) -> tuple[AskedFor, ...]:
    """The signs a text sounds like, in their order."""
    words = (text or "").casefold()
    return tuple(sign for sign, marks in _WORDS.items() if any(mark in words for mark in marks))


def scam_warning(contact: Contact, case: Case, today: date, lang: Lang, typing: str = "") -> ScamWarning | None:
    """What to say of the signs in a contact; None where there are none. `typing` is what is not logged yet."""
    named = contact.asked_for or ()
    heard = tuple(sign for sign in heard_in(f"{contact.said or ''}\n{typing}") if sign not in named)
    if not named and not heard:
        return None
    about = About(case, today)

    def said(signs: tuple[AskedFor, ...]) -> tuple[Note, ...]:
        return tuple(note_of("scam", name, about, lang) for name in dict.fromkeys(_ENTRY[sign] for sign in signs))

    return ScamWarning(said(named), said(heard), urgent_steps(Urgent.PAY_FIRST, case, today, lang))
