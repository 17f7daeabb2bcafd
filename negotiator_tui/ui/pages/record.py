"""Lists that grow while a case goes on: offers, agreements, check-ups. Newest first."""

from collections.abc import Callable
from functools import partial
from typing import Any

from negotiator_tui.case.agreed import Agreement, Review
from negotiator_tui.case.kinds import NamedBy
from negotiator_tui.case.labels import label
from negotiator_tui.text.dates import format_date
from negotiator_tui.text.language import N_
from negotiator_tui.ui import rows as r
from negotiator_tui.ui.ink import Style
from negotiator_tui.ui.pages.forms import debt_name, matches
from negotiator_tui.ui.view import View

Parts = tuple[tuple[str, int, Style], ...]


def offers(view: View) -> list[r.Row]:
    """What lenders offered, and how they answered."""
    return [
        r.Heading(view.t(N_("Offers and answers")), view.t(N_("type their terms; the figures follow at once"))),
        *_adders(view, "offers", N_("Write down an offer or a refusal about {name}"), " received_on=today"),
        *_items(view, "offers", _offer_parts, lambda each: (debt_name(view, each.debt), each.note)),
    ]


def agreements(view: View) -> list[r.Row]:
    """What was agreed, clause by clause."""
    return [
        r.Heading(view.t(N_("Agreement")), view.t(N_("read the four red lines before saying yes"))),
        *_adders(view, "agreements", N_("Check an agreement about {name}")),
        *_items(view, "agreements", _agreement_parts, lambda each: (debt_name(view, each.debt), each.payee)),
    ]


def checkup(view: View) -> list[r.Row]:
    """Five minutes a month."""
    from negotiator_tui.ui.pages.followup import checkup_notes
    from negotiator_tui.ui.pages.review_trends import trend_rows

    begun = any(each.on == view.today for each in view.case.reviews)
    words = view.t(N_("Go on with today's check-up")) if begun else view.t(N_("Begin today's check-up"))
    return [
        r.Heading(view.t(N_("Check-up")), view.t(N_("five minutes a month"))),
        r.ActionRow("add", words, view.t(N_("the figures of today are kept with it")), command="review-begin"),
        *checkup_notes(view),
        *trend_rows(view),
        *([r.Heading(view.t(N_("Earlier ones")))] if view.case.reviews else []),
        *_items(view, "reviews", _review_parts, lambda each: (each.income_changed,)),
    ]


def _adders(view: View, list_name: str, msgid: str, preset: str = "") -> list[r.Row]:
    """One row for each debt to begin an item about it; `preset` is what it starts from, as the command takes it."""
    rows: list[r.Row] = [
        r.ActionRow(
            f"add.{debt.id}",
            view.t(msgid, name=debt.name or view.t(N_("unnamed debt"))),
            command="new-item",
            argument=f"{list_name} debt={debt.id}{preset}",
        )
        for debt in view.case.debts
    ]
    return rows or [r.ActionRow("debts", view.t(N_("Write down a debt first")), target=r.Target("debts"))]


def _items(
    view: View,
    list_name: str,
    parts: Callable[[View, Any], Parts],
    words: Callable[[Any], tuple[str | None, ...]],
) -> list[r.Row]:
    return [
        r.ItemRow(r.Target("item", (list_name, each.id)), "", partial(parts, view, each))
        for each in reversed(getattr(view.case, list_name))
        if matches(view, *words(each))
    ]


def _offer_parts(view: View, each: Any) -> Parts:
    state = view.t(label(each.answer)) if each.answer else view.t(N_("being looked at"))
    if each.named_by is NamedBy.ME:
        state = view.t(N_("you asked"))
    months = view.t(N_("{count} instalments"), count=each.months) if each.months else ""
    return (
        (format_date(each.received_on) if each.received_on else "-", 10, ""),
        (debt_name(view, each.debt), 14, ""),
        (state, 20, "accent"),
        (view.money(each.instalment), -12, ""),
        (months, 14, "dim"),
    )


def _agreement_parts(view: View, each: Agreement) -> Parts:
    lines = [each.red_payee, each.red_signers, each.red_late, each.red_fees]
    clear = sum(line is not None and line.value == "present" for line in lines)
    state = view.t(N_("{clear} of 4 red lines clear"), clear=clear)
    return (
        (debt_name(view, each.debt), 14, ""),
        (format_date(each.signed_on) if each.signed_on else view.t(N_("not signed")), 12, "dim"),
        (view.money(each.instalment), -12, ""),
        (state, 26, "good" if clear == len(lines) else "warn"),
    )


def _review_parts(view: View, each: Review) -> Parts:
    holds = view.t(label(each.holds)) if each.holds else "-"
    return (
        (format_date(each.on) if each.on else "-", 10, ""),
        (view.t(N_("plan holds: {answer}"), answer=holds), 20, ""),
        ((each.income_changed or "").replace("\n", " "), 40, "dim"),
    )
