"""The five stages and the pages in each: the one list that rail, jumps, progress and screenshots are made from."""

from dataclasses import dataclass

from negotiator_tui.text.language import N_


@dataclass(frozen=True, slots=True)
class Page:
    """One page of a stage. `title` is an English msgid; `asks` are the tables and lists answered there."""

    id: str
    title: str
    asks: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Stage:
    """One of the guide's stages."""

    id: str
    title: str
    pages: tuple[Page, ...]


STAGES: tuple[Stage, ...] = (
    Stage(
        "understand",
        N_("Understand"),
        (
            Page("first", N_("First ten minutes"), ("first", "week", "borrower")),
            Page("today", N_("Today")),
            Page("debts", N_("Debts"), ("debts",)),
            Page("shop", N_("Shop"), ("budget", "income", "costs")),
            Page("home", N_("Home"), ("income", "costs")),
            Page("hardship", N_("Hardship"), ("hardship",)),
            Page("picture", N_("The whole picture")),
        ),
    ),
    Stage(
        "plan",
        N_("Plan"),
        (
            Page("plan", N_("Plans"), ("plans", "terms")),
            Page("compare", N_("Side by side")),
            Page("ladder", N_("The line"), ("ladders",)),
            Page("extension", N_("Before it is due")),
        ),
    ),
    Stage(
        "materials",
        N_("Materials"),
        (
            Page("materials", N_("Materials"), ("materials",)),
            Page("statements", N_("Statements"), ("own_months", "parties")),
            Page("gaps", N_("What is proved")),
            Page("documents", N_("Papers to hand over"), ("sent",)),
            Page("seen", N_("What they will see")),
            Page("balance", N_("Check the balance"), ("paid",)),
        ),
    ),
    Stage(
        "negotiate",
        N_("Negotiate"),
        (
            Page("script", N_("What to say")),
            Page("rehearsal", N_("Rehearse a call")),
            Page("call", N_("On the phone")),
            Page("log", N_("Contacts"), ("contacts",)),
            Page("conduct", N_("Collectors")),
            Page("offers", N_("Offers"), ("offers",)),
        ),
    ),
    Stage(
        "follow-up",
        N_("Follow up"),
        (
            Page("agreement", N_("Agreement"), ("agreements",)),
            Page("payments", N_("Payments"), ("payments",)),
            Page("checkup", N_("Check-up"), ("reviews",)),
            Page("refused", N_("After a refusal")),
            Page("court", N_("Court papers"), ("court",)),
            Page("prevention", N_("From now on")),
            Page("new-loan", N_("A new loan?"), ("new_loans",)),
        ),
    ),
)

STAGE_OF: dict[str, Stage] = {page.id: stage for stage in STAGES for page in stage.pages}
"""The stage each page belongs to."""
