"""The rounds of talks about one debt: who named what, and what changed from one to the next."""

from negotiator_tui.case.debts import Debt
from negotiator_tui.case.labels import label
from negotiator_tui.case.offers import Offer
from negotiator_tui.finance.offer_check import Beside, OfferCheck
from negotiator_tui.finance.plan_words import plan_sentence
from negotiator_tui.finance.rounds import Round, rounds_of
from negotiator_tui.text.dates import format_date
from negotiator_tui.text.language import N_
from negotiator_tui.ui import rows as r
from negotiator_tui.ui.ink import Style
from negotiator_tui.ui.pages.offer_beside import differences
from negotiator_tui.ui.pages.plan_term import said
from negotiator_tui.ui.pages.terms_words import payments_of, told
from negotiator_tui.ui.view import View

_INDENT = 4


def round_rows(view: View, debt: Debt, shown: Offer) -> list[r.Row]:
    """All rounds about a debt with their differences; nothing while there is only the one that is shown."""
    rounds = rounds_of(view.case, debt.id, view.today)
    if len(rounds) < 2:
        return []
    rows: list[r.Row] = [r.Heading(view.t(N_("Rounds")), view.t(N_("the oldest first")))]
    for each in rounds:
        rows += _round(view, each, is_shown=each.offer.id == shown.id)
    return rows


def _round(view: View, each: Round, *, is_shown: bool) -> list[r.Row]:
    who = view.t(N_("you asked")) if each.mine else view.t(N_("they offered"))
    day = format_date(each.offer.received_on) if each.offer.received_on else "-"
    head = f"{each.number}  {day}  {who}: {_words(view, each)}"
    style: Style = "strong" if is_shown else "accent"
    target = r.Target("item", ("offers", each.offer.id))
    rows: list[r.Row] = [r.ActionRow(f"round.{each.offer.id}", head, target=target, style=style)]
    if each.since is not None:
        rows.append(r.Note(since_words(view, each.since), "dim", _INDENT))
    if each.check is not None and each.check.fits is not None:
        good = each.check.holds
        rows.append(r.Note(told(view, each.check.reasons[0]), "good" if good else "warn", _INDENT))
    return rows


def _words(view: View, each: Round) -> str:
    if each.check is None:
        return view.t(label(each.offer.refusal)) if each.offer.refusal else view.t(N_("refused"))
    return short(view, each.check)


def short(view: View, check: OfferCheck) -> str:
    """What is paid, in a few words."""
    if check.outcome is None:
        return view.t(N_("not complete"))
    words = plan_sentence(check.outcome, check.result.debt, view.lang, said(view), full=False)
    months = view.t(N_("{count} months in all"), count=payments_of(check.outcome))
    return view.t(N_("; ")).join([words, months])


def since_words(view: View, since: Beside) -> str:
    """What changed against the round before."""
    first, total, months, given = differences(view, since)
    words = N_("Against round {number}: first month {first}, in all {total}, months {months}, given up {given}.")
    return view.t(words, number=since.number, first=first, total=total, months=months, given=given)
