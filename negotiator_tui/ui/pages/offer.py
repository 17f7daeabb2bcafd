"""What an offer of a lender comes to: reasons in words, what it costs beside the asks, its clauses, and how to answer."""

from negotiator_tui.case.base import Item
from negotiator_tui.case.kinds import Answer, NamedBy
from negotiator_tui.case.offers import Offer
from negotiator_tui.finance.offer_check import OfferCheck, check_offer
from negotiator_tui.finance.plan_words import plan_sentence
from negotiator_tui.finance.rounds import names_terms
from negotiator_tui.text.language import N_
from negotiator_tui.ui import rows as r
from negotiator_tui.ui.ink import Style
from negotiator_tui.ui.pages.offer_answer import answering
from negotiator_tui.ui.pages.offer_beside import beside_asks
from negotiator_tui.ui.pages.offer_clauses import clause_rows
from negotiator_tui.ui.pages.offer_rounds import round_rows
from negotiator_tui.ui.pages.plan_pictures import pictures
from negotiator_tui.ui.pages.plan_term import breaks, figure_rows, judged, said, unsettled, wrong
from negotiator_tui.ui.pages.terms_words import told
from negotiator_tui.ui.view import View

_GOOD = {"check.holds"}
_WARN = {
    "check.breaks",
    "check.bad",
    "check.grows",
    "check.red-missing",
    "check.dearer",
    "check.over-line",
    "offer.interest-to-principal",
    "offer.over-24",
    "offer.total-differs",
    "offer.instalment-differs",
}
"""Reasons that are good, and those that are wrong; the others are plain."""


def extras(view: View, offer: Item) -> list[r.Row]:
    """The offer worked out from its terms, the rounds it is one of, and where one goes from it."""
    if not isinstance(offer, Offer):
        return []
    rows: list[r.Row] = _refused(view, offer)
    check = check_offer(view.case, offer, view.today)
    if check is None:
        target = r.Target("debts")
        return [*rows, r.ActionRow("whose", view.t(N_("Say first which debt this is about")), target=target)]
    rounds = round_rows(view, check.result.debt, offer)
    if not names_terms(offer):
        return [*rows, *rounds]
    return [*rows, *_worked(view, offer, check), *rounds, *answering(view, offer, check)]


def _refused(view: View, offer: Offer) -> list[r.Row]:
    if offer.answer is not Answer.REFUSED:
        return []
    if offer.refusal is None:
        words = view.t(N_("A refusal has a reason. Choose it above and the way on for it opens."))
        return [
            r.Blank(),
            r.Note(words, "dim"),
            r.ActionRow("refused", view.t(N_("All reasons and their ways")), target=r.Target("refused")),
        ]
    target = r.Target("refused", ("action", f"route.{offer.refusal.value}"))
    return [r.Blank(), r.ActionRow("refused", view.t(N_("What to do after this refusal")), target=target)]


def _worked(view: View, offer: Offer, check: OfferCheck) -> list[r.Row]:
    result, outcome, source = check.result, check.outcome, ("offers", offer.id)
    mine = offer.named_by is NamedBy.ME
    heading = N_("What this comes to") if mine else N_("What this offer comes to")
    aside = N_("as if it began in a month") if offer.first_due is None else ""
    rows: list[r.Row] = [r.Heading(view.t(heading), view.t(aside) if aside else "")]
    if outcome is None:
        return [*rows, *wrong(view, result)]
    rows.append(r.Note(plan_sentence(outcome, result.debt, view.lang, said(view)), "strong"))
    if check.fits is None or result.trial is None or unsettled(result.trial):
        rows += judged(view, result.trial, result.basis, source)
    else:
        rows += _reasons(view, check, mine=mine)
        rows += breaks(view, result.trial, source)
    rows += figure_rows(view, result, source, remarks=False)
    rows += beside_asks(view, check)
    return [*rows, *([] if mine else clause_rows(view, offer, check)), *pictures(view, result)]


def _reasons(view: View, check: OfferCheck, *, mine: bool) -> list[r.Row]:
    """The verdict: what weighs most first, one sentence each. Of a round of one's own, nothing about its clauses."""
    reasons = [each for each in check.reasons if not (mine and each.code.startswith(("check.red", "check.clauses")))]
    rows: list[r.Row] = []
    for each in reasons:
        style: Style = "good" if each.code in _GOOD else "warn" if each.code in _WARN else ""
        rows.append(r.Note(told(view, each), style))
    return rows
