"""What each case has to lead to: what it is, the case, the code of the next thing, and the path it is about."""

from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from negotiator_tui.case.case import Case
from tests.guide.cases import (
    BUDGET,
    BUSINESS,
    CARD,
    COMPLETE_LOAN,
    FIRST,
    HARDSHIP,
    OVERDUE,
    READY,
    RENT,
    TODAY,
    at,
    case,
)

Row = tuple[str, Case, str, tuple[str, ...]]

SOON = TODAY + timedelta(days=3)
HELD = {"debt": "d1", "at": at(10), "channel": "app", "caller": "me", "answer_due": date(2026, 11, 12)}
ANSWERED = {"debt": "d1", "answer": "waiting", "received_on": date(2026, 11, 12)}
CALLED = {"debt": "d1", "at": at(20), "channel": "phone", "caller": "me", "answer_due": date(2026, 11, 27)}
PLAN: dict[str, Any] = {
    "plans": [{"name": "慢慢还", "chosen": "yes"}],
    "terms": [{"plan": "p1", "debt": "d1", "method": "equal-instalment", "months": 60}],
}
READ: dict[str, Any] = dict.fromkeys(("red_payee", "red_signers", "red_late", "red_fees"), "present")
AGREED: dict[str, Any] = {"agreements": [{"debt": "d1", "signed_on": date(2026, 11, 10), **READ}]}


def talking(**parts: Any) -> Case:
    """A case in which everything is there up to the first call."""
    base: dict[str, Any] = {
        "first": FIRST,
        "debts": [COMPLETE_LOAN],
        **BUDGET,
        "hardship": HARDSHIP,
        "materials": READY,
        "contacts": [HELD],
        **PLAN,
    }
    return case(**{**base, "contacts": [{**HELD, "answer_due": date(2026, 12, 1)}], **parts})


def _terms(instalment: int, months: int) -> dict[str, Any]:
    return {"instalment": Decimal(instalment), "months": months, "first_due": date(2026, 12, 24)}


def first_without(*names: str) -> dict[str, Any]:
    return {name: value for name, value in FIRST.items() if name not in names}


ANSWERS: list[Row] = [
    ("nothing yet", case(), "ask-urgent", ("first", "urgent")),
    ("not even urgent is known", case(first={"unknown": ("urgent",)}), "ask-week", ("week",)),
    ("first urgencies", case(first={"urgent": ("none",)}), "ask-week", ("week",)),
    (
        "the week is written",
        case(first={"urgent": ("none",)}, week=[{"name": "进货"}]),
        "ask-cash",
        ("first", "cash_at_hand"),
    ),
    ("cash skips the week", case(first={"urgent": ("none",), "cash_at_hand": 1}), "ask-debts", ("debts",)),
    ("debts skip cash", case(first={"urgent": ("none",)}, debts=[RENT]), "ask-takings", ("first", "takings")),
    (
        "a debit not answered",
        case(first={"urgent": ("none",)}, debts=[RENT, {**BUSINESS}]),
        "ask-autodebit",
        ("debts", "d2", "autodebit"),
    ),
    (
        "a debit that is not known",
        case(first={"urgent": ("none",)}, debts=[{**BUSINESS, "unknown": ("autodebit",)}]),
        "ask-takings",
        ("first", "takings"),
    ),
    (
        "takings are known",
        case(first=first_without("shop_costs"), debts=[RENT]),
        "ask-shop-costs",
        ("first", "shop_costs"),
    ),
    (
        "no shop, no costs of one",
        case(first={**first_without("shop_costs", "home_costs"), "takings": 0}, debts=[RENT]),
        "ask-home-costs",
        ("first", "home_costs"),
    ),
]

URGENT: list[Row] = [
    (
        "court comes first",
        case(
            first={"urgent": ("threat", "court")}, court=[{"kind": "payment-order", "received_on": date(2026, 11, 20)}]
        ),
        "payment-order-due",
        ("court", "j1"),
    ),
    (
        "its days are over",
        case(court=[{"kind": "payment-order", "received_on": date(2026, 11, 1)}]),
        "payment-order-passed",
        ("court", "j1"),
    ),
    (
        "and long over",
        case(court=[{"kind": "payment-order", "received_on": date(2026, 9, 1), "verified": "yes"}]),
        "ask-urgent",
        ("first", "urgent"),
    ),
    (
        "its day is not known",
        case(court=[{"kind": "payment-order"}]),
        "payment-order-date",
        ("court", "j1", "received_on"),
    ),
    (
        "the nearer day of two",
        case(court=[{"kind": "payment-order", "received_on": TODAY}, {"kind": "summons", "hearing": SOON}]),
        "court-date",
        ("court", "j2"),
    ),
    ("a paper of no kind", case(court=[{}]), "court-record", ("court", "j1", "kind")),
    ("a message not checked", case(court=[{"kind": "message"}]), "court-verify", ("court", "j1", "verified")),
    (
        "a paper that is dealt with",
        case(court=[{"kind": "payment-order", "received_on": TODAY, "answered_on": TODAY}]),
        "ask-urgent",
        ("first", "urgent"),
    ),
    ("a court named, no paper", case(first={"urgent": ("court",)}), "court-record", ()),
    ("a threat", case(first={"urgent": ("swept", "pay-first", "threat")}), "urgent-threat", ()),
    (
        "a threat written down",
        case(first={"urgent": ("pay-first", "threat")}, contacts=[{"caller": "collector"}]),
        "ask-week",
        ("week",),
    ),
    ("money first", case(first={"urgent": ("swept", "pay-first")}), "urgent-pay-first", ()),
    ("money about to go", case(first={"urgent": ("swept",)}, debts=[BUSINESS]), "urgent-swept", ()),
    (
        "it is known from where",
        case(first={**FIRST, "urgent": ("swept",)}, debts=[COMPLETE_LOAN]),
        "holding",
        ("debts", "d1"),
    ),
    (
        "a debit within a week",
        case(first=FIRST, debts=[{**COMPLETE_LOAN, "autodebit": "yes", "next_due": SOON}]),
        "autodebit-soon",
        ("debts", "d1", "autodebit_from"),
    ),
    (
        "a debit after a week",
        case(first=FIRST, debts=[{**COMPLETE_LOAN, "autodebit": "yes", "next_due": TODAY + timedelta(days=8)}]),
        "holding",
        ("debts", "d1"),
    ),
    (
        "a debit from an account apart",
        case(
            first={**FIRST, "takings_account": "建行尾号 1234", "essentials_account": "现金"},
            debts=[{**COMPLETE_LOAN, "autodebit": "yes", "next_due": SOON, "autodebit_from": "工行尾号 6620、余额宝"}],
        ),
        "holding",
        ("debts", "d1"),
    ),
    (
        "a debit, and own accounts that are not named",
        case(
            first={**FIRST, "takings_account": "余额宝"},
            debts=[{**COMPLETE_LOAN, "autodebit": "yes", "next_due": SOON, "autodebit_from": "工行尾号 6620"}],
        ),
        "autodebit-own",
        ("first", "essentials_account"),
    ),
    (
        "a debit from the same account",
        case(
            first={**FIRST, "takings_account": "余额宝", "essentials_account": "现金"},
            debts=[{**COMPLETE_LOAN, "autodebit": "yes", "next_due": SOON, "autodebit_from": "工行尾号 6620、余额宝"}],
        ),
        "autodebit-soon",
        ("debts", "d1", "autodebit_from"),
    ),
    (
        "a debit that was asked about",
        case(
            first=FIRST,
            debts=[{**COMPLETE_LOAN, "autodebit": "yes", "next_due": SOON}],
            contacts=[{"debt": "d1", "at": at(22), "answer_due": date(2026, 11, 30)}],
        ),
        "ask-export",
        (),
    ),
    (
        "a pawn ticket",
        case(first=FIRST, debts=[{"name": "三轮车", "shape": "pawn", "pledge_until": SOON}]),
        "pawn-soon",
        ("debts", "d1", "pledge_until"),
    ),
    (
        "a landlord's day",
        case(first=FIRST, debts=[{**RENT, "deadline": SOON}]),
        "deadline-soon",
        ("debts", "d1", "deadline"),
    ),
    (
        "a tax day",
        case(first=FIRST, debts=[{"name": "税", "shape": "arrears", "owed_for": "tax", "deadline": SOON}]),
        "tax-soon",
        ("debts", "d1", "deadline"),
    ),
]

FIGURES: list[Row] = [
    ("a debt of no shape", case(first=FIRST, debts=[{"name": "老周"}]), "shape-missing", ("debts", "d1", "shape")),
    (
        "a figure",
        case(first=FIRST, debts=[{**COMPLETE_LOAN, "penalty_multiplier": None}]),
        "figure-missing",
        ("debts", "d1", "penalty_multiplier"),
    ),
    (
        "a figure that is not known",
        case(first=FIRST, debts=[{**COMPLETE_LOAN, "penalty_multiplier": None, "unknown": ("penalty_multiplier",)}]),
        "holding",
        ("debts", "d1"),
    ),
    (
        "missed instalments say what is overdue",
        case(first=FIRST, debts=[{**COMPLETE_LOAN, "overdue_principal": None}], missed=[{"debt": "d1"}]),
        "holding",
        ("debts", "d1"),
    ),
    (
        "the shop loses money",
        case(first={**FIRST, "shop_costs": Decimal(40000)}, debts=[COMPLETE_LOAN]),
        "shop-loss",
        (),
    ),
    (
        "and somebody was spoken to",
        case(first={**FIRST, "shop_costs": Decimal(40000)}, debts=[COMPLETE_LOAN], contacts=[HELD], offers=[ANSWERED]),
        "ask-export",
        (),
    ),
    ("first message", case(first=FIRST, debts=[COMPLETE_LOAN]), "holding", ("debts", "d1")),
    (
        "sent, not logged",
        case(first=FIRST, debts=[COMPLETE_LOAN], sent=[{"debt": "d1", "on": TODAY}]),
        "ask-export",
        (),
    ),
    ("lines of the shop", talking(income=[], costs=[]), "budget-shop", ("income",)),
    ("lines of the home", talking(costs=BUDGET["costs"][:1]), "budget-home", ("costs",)),
    ("the worst month", talking(budget={}), "budget-worst", ("budget", "worst_takings")),
    ("hardship", talking(hardship={}), "hardship", ("hardship", "since")),
    ("why it is hard", talking(hardship={"since": "2026-06"}), "hardship", ("hardship", "cause")),
    ("no plan", talking(plans=[], terms=[]), "plan-missing", ("debts", "d1")),
    (
        "a plan for another debt",
        talking(
            debts=[COMPLETE_LOAN, {**COMPLETE_LOAN, "name": "另一笔"}],
            contacts=[{**HELD, "answer_due": SOON}, {**HELD, "debt": "d2", "answer_due": SOON}],
        ),
        "plan-missing",
        ("debts", "d2"),
    ),
    (
        "two plans, none chosen",
        talking(plans=[{"name": "一"}, {"name": "二"}], terms=[{**PLAN["terms"][0], "plan": "p2"}]),
        "plan-choose",
        ("plans", "p2", "chosen"),
    ),
    ("a plan too short", talking(terms=[{**PLAN["terms"][0], "months": 3}]), "plan-breaks", ("terms", "t1", "months")),
    (
        "a plan for good months",
        talking(budget={"worst_takings": Decimal(10000)}),
        "plan-bad-month",
        ("terms", "t1", "months"),
    ),
    (
        "papers on their way",
        talking(materials=[READY[0], *({**each, "state": "asked"} for each in READY[1:])]),
        "call",
        ("debts", "d1"),
    ),
    ("papers for the call", talking(materials=READY[:1]), "materials-first", ("materials", "owed-screenshot")),
]

TALK: list[Row] = [
    ("the call", talking(), "call", ("debts", "d1")),
    ("waiting", talking(contacts=[CALLED]), "waiting", ()),
    (
        "a sign of fraud",
        talking(contacts=[CALLED, {**CALLED, "caller": "other", "at": at(22), "asked_for": ("payee",)}]),
        "fraud-sign",
        ("contacts", "k2"),
    ),
    (
        "a sign of fraud from nobody known",
        talking(contacts=[CALLED, {"caller": "other", "at": at(22), "asked_for": ("fee",)}]),
        "fraud-sign-other",
        ("contacts", "k2"),
    ),
    (
        "a sign of fraud that was asked about since",
        talking(contacts=[{**CALLED, "at": at(20), "asked_for": ("payee",)}, {**CALLED, "at": at(21)}]),
        "waiting",
        (),
    ),
    ("a sign of fraud long ago", talking(contacts=[{**CALLED, "at": at(10), "asked_for": ("payee",)}]), "waiting", ()),
    (
        "nothing is waited for once it is signed",
        talking(contacts=[CALLED], **AGREED, payments=[{"agreement": "a1", "due": date(2027, 4, 24)}]),
        "enough",
        (),
    ),
    ("a call not hung up", talking(contacts=[{**CALLED, "began": at(20)}]), "call-running", ("contacts", "k1")),
    ("a call hung up", talking(contacts=[{**CALLED, "began": at(20), "ended": at(20, 11)}]), "waiting", ()),
    (
        "no day was named",
        talking(contacts=[{**CALLED, "answer_due": None}]),
        "answer-note",
        ("contacts", "k1", "answer_due"),
    ),
    (
        "an answer that is late",
        talking(contacts=[{**CALLED, "answer_due": date(2026, 11, 21)}]),
        "answer-late",
        ("contacts", "k1"),
    ),
    (
        "late, but it came",
        talking(
            contacts=[{**CALLED, "answer_due": date(2026, 11, 21)}],
            offers=[{"debt": "d1", "received_on": date(2026, 11, 22), "answer": "waiting"}],
        ),
        "enough",
        (),
    ),
    (
        "refused",
        talking(contacts=[CALLED], offers=[{"debt": "d1", "received_on": date(2026, 11, 22), "answer": "refused"}]),
        "refused",
        ("offers", "o1"),
    ),
    (
        "refused, and talked again",
        talking(
            contacts=[{**CALLED, "at": at(23)}],
            offers=[{"debt": "d1", "received_on": date(2026, 11, 22), "answer": "refused"}],
        ),
        "waiting",
        (),
    ),
    (
        "an offer",
        talking(contacts=[CALLED], offers=[{"debt": "d1", "received_on": date(2026, 11, 22), "answer": "countered"}]),
        "offer-check",
        ("offers", "o1"),
    ),
    (
        "accepted",
        talking(contacts=[CALLED], offers=[{"debt": "d1", "received_on": date(2026, 11, 22), "answer": "accepted"}]),
        "agreement-write",
        (),
    ),
    (
        "an agreement not read",
        talking(contacts=[CALLED], agreements=[{"debt": "d1", "red_payee": "present"}]),
        "red-lines",
        ("agreements", "a1", "red_signers"),
    ),
    (
        "an agreement without its terms",
        talking(contacts=[CALLED], agreements=[{"debt": "d1", **READ}]),
        "agreement-terms",
        ("agreements", "a1", "instalment"),
    ),
    (
        "an agreement that cannot be paid",
        talking(contacts=[CALLED], agreements=[{"debt": "d1", **READ, **_terms(20000, 3)}]),
        "agreement-breaks",
        ("agreements", "a1", "instalment"),
    ),
    (
        "an agreement to be signed",
        talking(contacts=[CALLED], agreements=[{"debt": "d1", **READ, **_terms(1000, 60)}]),
        "agreement-sign",
        ("agreements", "a1", "signed_on"),
    ),
    (
        "a red line",
        talking(contacts=[CALLED], agreements=[{"debt": "d1", **READ, "red_late": "missing"}]),
        "red-line-missing",
        ("agreements", "a1", "red_late"),
    ),
    ("signed, no instalments", talking(contacts=[CALLED], **AGREED), "payments-list", ("agreements", "a1")),
    (
        "an instalment is due",
        talking(contacts=[CALLED], **AGREED, payments=[{"agreement": "a1", "due": SOON, "amount": Decimal(1000)}]),
        "payment-due",
        ("payments", "y1", "paid_on"),
    ),
    (
        "it will fall short",
        talking(contacts=[CALLED], **AGREED, payments=[{"agreement": "a1", "due": SOON, "amount": Decimal(30000)}]),
        "payment-short",
        ("payments", "y1", "paid_on"),
    ),
    (
        "it is late",
        talking(
            contacts=[CALLED],
            **AGREED,
            payments=[{"agreement": "a1", "due": date(2026, 11, 20), "amount": Decimal(1000)}],
        ),
        "payment-late",
        ("payments", "y1", "paid_on"),
    ),
    (
        "a month after signing",
        talking(
            contacts=[],
            agreements=[{**AGREED["agreements"][0], "signed_on": date(2026, 10, 20)}],
            payments=[{"agreement": "a1", "due": date(2026, 12, 20)}],
        ),
        "review",
        ("reviews",),
    ),
    (
        "and looked at",
        talking(
            contacts=[],
            agreements=[{**AGREED["agreements"][0], "signed_on": date(2026, 10, 20)}],
            payments=[{"agreement": "a1", "due": date(2026, 12, 20)}],
            reviews=[{"on": date(2026, 11, 15)}],
        ),
        "enough",
        (),
    ),
    (
        "only the card is to be kept",
        case(
            first=FIRST,
            debts=[
                {
                    **CARD,
                    **OVERDUE,
                    "negotiable": "no",
                    "autodebit": "no",
                    "outstanding": 1,
                    "next_due": SOON,
                    "statement": 1,
                    "minimum": 1,
                }
            ],
            **BUDGET,
            hardship=HARDSHIP,
        ),
        "enough",
        (),
    ),
]

FOLLOWED: list[Row] = [
    (
        "counted from the date on the order",
        case(court=[{"kind": "payment-order", "dated": date(2026, 11, 20), "unknown": ("received_on",)}]),
        "payment-order-safe",
        ("court", "j1"),
    ),
    (
        "counted so, its days are over",
        case(court=[{"kind": "payment-order", "dated": date(2026, 11, 1)}]),
        "payment-order-unknown",
        ("court", "j1", "received_on"),
    ),
    (
        "nobody knows when the order came",
        case(court=[{"kind": "payment-order", "unknown": ("received_on",)}]),
        "payment-order-unknown",
        ("court", "j1", "received_on"),
    ),
    (
        "within the slack of the clause",
        talking(
            contacts=[CALLED],
            agreements=[{**AGREED["agreements"][0], "slack_days": 5}],
            payments=[{"agreement": "a1", "due": date(2026, 11, 20), "amount": Decimal(1000)}],
        ),
        "payment-slack",
        ("payments", "y1", "paid_on"),
    ),
    (
        "a part of it was paid",
        talking(
            contacts=[CALLED],
            **AGREED,
            payments=[{"agreement": "a1", "due": SOON, "amount": Decimal(1000), "paid_on": TODAY, "paid_amount": 1}],
        ),
        "payment-due",
        ("payments", "y1", "paid_on"),
    ),
    (
        "short, and they were warned",
        talking(
            contacts=[{**CALLED, "answer_due": SOON}],
            **AGREED,
            payments=[{"agreement": "a1", "due": SOON, "amount": Decimal(30000)}],
        ),
        "payment-due",
        ("payments", "y1", "paid_on"),
    ),
    (
        "a bill that is current is kept so",
        talking(
            debts=[
                COMPLETE_LOAN,
                {
                    "name": "花呗", "shape": "bill", "lender": "某消费金融", "overdue": "no", "autodebit": "no",
                    "outstanding": Decimal(300), "statement": Decimal(300), "next_due": SOON,
                },
            ]
        ),
        "keep-current",
        ("debts", "d2"),
    ),
    (
        "an offer with a day",
        talking(contacts=[CALLED], offers=[{"debt": "d1", "received_on": TODAY, "answer_by": SOON}]),
        "offer-day",
        ("offers", "o1"),
    ),
    (
        "an offer that a bad month breaks",
        talking(
            contacts=[CALLED],
            offers=[
                {
                    "debt": "d1", "received_on": date(2026, 11, 22), "answer": "countered", "method": "equal-instalment",
                    "months": 3, "rate": Decimal(0),
                }
            ],
        ),
        "offer-breaks",
        ("offers", "o1"),
    ),
    (
        "a letter without an answer",
        talking(sent=[{"debt": "d1", "on": date(2026, 11, 1), "reply_by": date(2026, 11, 16)}]),
        "letter-late",
        ("sent", "s1", "answered_on"),
    ),
    (
        "a letter that was answered",
        talking(
            sent=[
                {"debt": "d1", "on": date(2026, 11, 1), "reply_by": date(2026, 11, 16), "answered_on": date(2026, 11, 9)}
            ]
        ),
        "call",
        ("debts", "d1"),
    ),
    (
        "a complaint past its fifteen days",
        talking(sent=[{"debt": "d1", "kind": "complaint", "on": date(2026, 11, 1)}]),
        "complaint-late",
        ("sent", "s1", "answered_on"),
    ),
    (
        "a complaint within its fifteen days",
        talking(sent=[{"debt": "d1", "kind": "complaint", "on": date(2026, 11, 8)}]),
        "call",
        ("debts", "d1"),
    ),
]  # fmt: skip

TABLE = [*ANSWERS, *URGENT, *FIGURES, *TALK, *FOLLOWED]
