"""Answering an offer: ask for it in writing, counter with the next ask, or check the agreement made of it."""

from negotiator_tui.case.debts import Debt
from negotiator_tui.case.kinds import NamedBy
from negotiator_tui.case.offers import Offer
from negotiator_tui.finance.offer_check import OfferCheck, open_red
from negotiator_tui.finance.plan_words import plan_sentence
from negotiator_tui.finance.plans import chosen_plan
from negotiator_tui.finance.rounds import next_ask
from negotiator_tui.text.language import N_
from negotiator_tui.ui import rows as r
from negotiator_tui.ui.changes_terms import unsigned
from negotiator_tui.ui.ink import Style
from negotiator_tui.ui.pages.plan_term import said
from negotiator_tui.ui.view import View


def answering(view: View, offer: Offer, check: OfferCheck) -> list[r.Row]:
    """Where one goes from here. The program shows sums; the answer is the borrower's."""
    debt = check.result.debt
    rows: list[r.Row] = [
        r.Heading(view.t(N_("Answering it"))),
        r.Note(
            view.t(N_("Nothing has to be answered on the spot: say you will work it out and answer in writing.")), "dim"
        ),
    ]
    if offer.named_by is NamedBy.ME:
        return [*rows, *_own(view, debt, check)]
    text = in_writing(view, debt)
    rows.append(
        r.ActionRow(
            "writing", view.t(N_("Ask for it in writing")), view.t(N_("Enter copies")), command="copy", argument=text
        )
    )
    rows.append(r.Note(text, "dim", 2))
    rows += [*_counter(view, debt), *_accept(view, offer, check)]
    if chosen_plan(view.case) is not None:
        label = view.t(N_("Look at your own plan beside it"))
        rows.append(r.ActionRow("plan", label, target=r.Target("plan"), style="dim"))
    return [*rows, r.ActionRow("script", view.t(N_("What to say")), target=r.Target("script"), style="dim")]


def in_writing(view: View, debt: Debt) -> str:
    """What to send before any answer: the whole text, please, and what it has to say."""
    hello = view.t(N_("Hello, this is about my loan."))
    if debt.contract_tail:
        tail = debt.contract_tail
        hello = view.t(N_("Hello, this is about the loan with the contract number ending in {tail}."), tail=tail)
    body = view.t(
        N_(
            "Please send me the whole text of the plan you named: payee, each instalment with its day, the total, the "
            "rate while it runs, what one late payment does, who has to sign, any fees. I will read it and answer in "
            "writing. Thank you."
        )
    )
    return view.t(N_("{first} {second}"), first=hello, second=body)


def _counter(view: View, debt: Debt) -> list[r.Row]:
    """The next ask of the ladder; where none is left, that the line stays."""
    if not any(each.debt == debt.id for each in view.case.ladders):
        target = r.Target("ladder")
        label = view.t(N_("Make a ladder before answering with figures"))
        return [r.ActionRow("ladder", label, view.t(N_("asks, and the line that is not crossed")), target=target)]
    ask = next_ask(view.case, debt.id, view.today)
    if ask is None or ask.outcome is None:
        words = view.t(N_("All asks were made. What is left is the line: no figure above it, and time to work it out."))
        return [
            r.Note(words, "dim"),
            r.ActionRow("ladder", view.t(N_("All asks and the line")), target=r.Target("ladder")),
        ]
    label = view.t(N_("Answer with ask {number}"), number=ask.number)
    hint = plan_sentence(ask.outcome, debt, view.lang, said(view))
    return [r.ActionRow("counter", label, hint, command="counter-offer", argument=f"{debt.id} {ask.rung}")]


def _accept(view: View, offer: Offer, check: OfferCheck) -> list[r.Row]:
    """The agreement made of it, to be read before it is signed; where it breaks or a red line is open, that first."""
    if check.outcome is None:
        return []
    there = unsigned(view.case, offer.debt)
    if there is not None:
        target = r.Target("item", ("agreements", there.id))
        return [r.ActionRow("accept", view.t(N_("The agreement on this debt that is being read")), target=target)]
    doubtful = check.holds is not True or bool(open_red(offer))
    hint = (
        view.t(N_("it is not signed by this; what is said above is still open"))
        if doubtful
        else view.t(N_("it is not signed by this"))
    )
    label = view.t(N_("Take its terms over as an agreement to read"))
    style: Style = "dim" if doubtful else "accent"
    return [r.ActionRow("accept", label, hint, command="accept-offer", argument=offer.id, style=style)]


def _own(view: View, debt: Debt, check: OfferCheck) -> list[r.Row]:
    """A round of one's own: the sentence to send."""
    if check.outcome is None:
        return []
    sentence = plan_sentence(check.outcome, debt, view.lang)
    words = N_(
        "What I can keep every month is this: {sentence}. Please register it and answer me in writing. Thank you."
    )
    text = view.t(words, sentence=sentence)
    return [
        r.ActionRow("send", view.t(N_("Send this")), view.t(N_("Enter copies")), command="copy", argument=text),
        r.Note(view.t(words, sentence=plan_sentence(check.outcome, debt, view.lang, said(view))), "dim", 2),
    ]
