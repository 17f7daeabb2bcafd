"""What an offer of a lender comes to, and what can be said to it; after a refusal the way on."""

from decimal import Decimal

from negotiator_tui.case.base import Item
from negotiator_tui.case.kinds import Answer
from negotiator_tui.case.offers import Offer
from negotiator_tui.finance.offer import Outcome
from negotiator_tui.finance.plan_words import plan_sentence
from negotiator_tui.finance.plans import TermResult, chosen_plan, offer_result
from negotiator_tui.text.language import N_
from negotiator_tui.ui import rows as r
from negotiator_tui.ui.pages.plan_pictures import pictures
from negotiator_tui.ui.pages.plan_term import beside_contract, figure_rows, judged, said, wrong
from negotiator_tui.ui.view import View


def extras(view: View, offer: Item) -> list[r.Row]:
    """The offer worked out from its terms: what it costs, whether it can be carried, and why or why not in words."""
    if not isinstance(offer, Offer):
        return []
    rows: list[r.Row] = _refused(view, offer)
    result = offer_result(view.case, offer, view.today)
    if result is None:
        target = r.Target("debts")
        return [*rows, r.ActionRow("whose", view.t(N_("Say first which debt this is about")), target=target)]
    if offer.answer is Answer.REFUSED and _empty(offer):
        return rows
    return [*rows, *_worked(view, result, ("offers", offer.id))]


def _empty(offer: Offer) -> bool:
    """Whether no terms came with a refusal."""
    return offer.months is None and offer.instalment is None and offer.rate is None


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


def _worked(view: View, result: TermResult, source: tuple[str, str]) -> list[r.Row]:
    outcome = result.outcome
    rows: list[r.Row] = [r.Heading(view.t(N_("What this offer comes to")), view.t(N_("as if it began in a month")))]
    if not isinstance(outcome, Outcome):
        return [*rows, *wrong(view, result)]
    rows.append(r.Note(plan_sentence(outcome, result.debt, view.lang, said(view)), "strong"))
    rows += judged(view, result.trial, result.basis, source)
    rows += figure_rows(view, result, source)
    rows += _reasons(view, result)
    title = view.t(N_("this offer"))
    return [*rows, *beside_contract(view, result, title), *pictures(view, result), *_answer(view)]


def _reasons(view: View, result: TermResult) -> list[r.Row]:
    """What speaks against the offer or has to be asked, in words, beyond the months that break."""
    outcome = result.outcome
    if not isinstance(outcome, Outcome):
        return []
    rows: list[r.Row] = []
    if outcome.concession is not None and outcome.concession < 0:
        words = view.t(
            N_("By this offer you pay {amount} yuan more than the contract is worth."),
            amount=said(view)(Decimal(-outcome.concession)),
        )
        rows.append(r.Note(words, "warn"))
    if outcome.interest_to_principal:
        words = view.t(
            N_("Interest becomes principal here: {amount}. Ask to keep it apart."),
            amount=view.money(outcome.interest_to_principal),
        )
        rows.append(r.Note(words, "warn"))
    if outcome.proposal.paid_now:
        words = view.t(N_("Something is to be paid first. Ask what it settles and what is given for it, in writing."))
        rows.append(r.Note(words, "accent"))
    return rows


def _answer(view: View) -> list[r.Row]:
    """Where one goes from here. The program shows sums; the answer is the borrower's."""
    rows: list[r.Row] = [
        r.Heading(view.t(N_("Answering it"))),
        r.Note(
            view.t(N_("Nothing has to be answered on the spot: say you will work it out and answer in writing.")), "dim"
        ),
    ]
    if chosen_plan(view.case) is not None:
        rows.append(r.ActionRow("plan", view.t(N_("Look at your own plan beside it")), target=r.Target("plan")))
    return [*rows, r.ActionRow("script", view.t(N_("What to say")), target=r.Target("script"))]
