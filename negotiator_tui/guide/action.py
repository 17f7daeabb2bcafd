"""The one next thing to do, as a value."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cached_property

from negotiator_tui.case.case import Case
from negotiator_tui.case.debts import Debt
from negotiator_tui.case.kinds import Caller, Channel, YesNo
from negotiator_tui.case.talks import Contact, talks_of
from negotiator_tui.finance.budget_kept import Kept
from negotiator_tui.finance.plan_basis import negotiable_debts
from negotiator_tui.guide.content import say, structure
from negotiator_tui.guide.words import day_words, month_words
from negotiator_tui.text.amounts import format_yuan
from negotiator_tui.text.language import Lang, t

Path = tuple[str, ...]
Value = str | int | date | Decimal


_by_debt: Kept[Mapping[str, Sequence[Contact]]] = Kept(2)


@dataclass(frozen=True)
class Now:
    """A case on a day: what the rules are asked about. The records are sorted out once for all rules."""

    case: Case
    today: date

    @cached_property
    def negotiated(self) -> tuple[Debt, ...]:
        """The debts to be negotiated that have no agreement yet: overdue, or chosen for it by the borrower."""
        return tuple(debt for debt in self._open if YesNo.YES in {debt.overdue, debt.negotiable})

    @cached_property
    def threatened(self) -> tuple[Debt, ...]:
        """Debts that are still current and cannot be kept so by the borrower's figures."""
        return tuple(debt for debt in self._open if debt.overdue is YesNo.NO and debt.negotiable is None)

    @cached_property
    def _open(self) -> tuple[Debt, ...]:
        agreed = {agreement.debt for agreement in self.case.agreements}
        return tuple(debt for debt in negotiable_debts(self.case, self.today) if debt.id not in agreed)

    @property
    def contacts(self) -> Mapping[str, Sequence[Contact]]:
        """The contacts about each debt by its id, in the order they are listed."""
        return _by_debt.get((self.case.contacts,), None, lambda: _sorted_out(talks_of(self.case.contacts)))

    def called(self, debt_id: str) -> bool:
        """Whether the borrower has spoken with somebody about a debt, on the phone or face to face."""
        return any(
            contact.channel in {Channel.PHONE, Channel.VISIT} and contact.caller is Caller.ME
            for contact in self.contacts.get(debt_id, ())
        )

    @cached_property
    def last_contacts(self) -> Mapping[str, Contact]:
        """The latest contact about each debt; of those at the same time, or without one, the last listed."""
        found: dict[str, Contact] = {}
        for debt, contacts in self.contacts.items():
            for contact in contacts:
                before = found.get(debt)
                if before is None or before.at is None or (contact.at is not None and contact.at >= before.at):
                    found[debt] = contact
        return found


def _sorted_out(contacts: Iterable[Contact]) -> Mapping[str, Sequence[Contact]]:
    found: dict[str, list[Contact]] = {}
    for contact in contacts:
        if contact.debt is not None:
            found.setdefault(contact.debt, []).append(contact)
    return found


@dataclass(frozen=True, slots=True)
class Action:
    """What to do next. `path` is the answer or item it is about, `args` the values its sentence names.

    In `args`, "field" is the msgid of a question, "left" a number of days, "item" an id of the materials checklist,
    "month" `YYYY-MM`.
    """

    code: str
    today: date
    path: Path = ()
    args: tuple[tuple[str, Value], ...] = ()

    @property
    def page(self) -> str:
        """The page to open: a page of the stages, or "urgent", or "item" for the item that `path` names."""
        page: str = structure("next")[self.code]["page"]
        return page

    @property
    def day(self) -> date | None:
        """The day it is about: by when, if it has one."""
        due = dict(self.args).get("due")
        return due if isinstance(due, date) else None

    def sentence(self, lang: Lang, money: Callable[[Decimal], str] = format_yuan) -> str:
        """What to do, in one sentence. `money` writes the amounts, without their unit."""
        return say("next", lang, self.code, "text", **self._values(lang, money))

    def reason(self, lang: Lang, money: Callable[[Decimal], str] = format_yuan) -> str:
        """Why this comes first."""
        return say("next", lang, self.code, "why", **self._values(lang, money))

    def _values(self, lang: Lang, money: Callable[[Decimal], str]) -> dict[str, str]:
        return {name: self._said(name, value, lang, money) for name, value in self.args}

    def _said(self, name: str, value: Value, lang: Lang, money: Callable[[Decimal], str]) -> str:
        match value:
            case date():
                return day_words(value, self.today, lang)
            case Decimal():
                return money(value)
            case int() if name == "left":
                return say("phrases", lang, "left" if value else "left-none", days=str(value))
            case int():
                return str(value)
        if name == "field":
            return t(lang, value)
        if name == "item":
            return say("materials", lang, value, "title")
        return month_words(value, lang) if name == "month" else value


def action(code: str, now: Now, path: Path = (), **args: Value) -> Action:
    """An action; its code is an entry of guide/next.toml."""
    return Action(code, now.today, path, tuple(args.items()))
