"""The clauses of an agreement as questions: what an offer and an agreement are both read for."""

from typing import Annotated

from negotiator_tui.case.ask import Ask
from negotiator_tui.case.kinds import Clause
from negotiator_tui.text.language import N_

RED = ("red_payee", "red_signers", "red_late", "red_fees")
"""The four that come first."""
MORE = (
    "balance",
    "capitalised",
    "instalments",
    "penalty",
    "debit",
    "collection",
    "reporting",
    "admission",
    "disputes",
    "privacy",
    "settlement",
    "form",
)
CLAUSES = (*RED, *MORE)
"""All of them, by field name, in the order they are read."""

Balance = Annotated[
    Clause | None,
    Ask(N_("Principal, interest and penalty stand apart"), level="more", opens=N_("Other clauses")),
]
Capitalised = Annotated[Clause | None, Ask(N_("Unpaid interest is not turned into principal"), level="more")]
Instalments = Annotated[Clause | None, Ask(N_("Every instalment, its day and the total are written"), level="more")]
Penalty = Annotated[Clause | None, Ask(N_("No penalty while it is kept"), level="more")]
Debit = Annotated[Clause | None, Ask(N_("Debit only from named accounts"), level="more")]
Collection = Annotated[Clause | None, Ask(N_("Collection stops while it is kept"), level="more")]
Reporting = Annotated[Clause | None, Ask(N_("How it is reported is written down"), level="more")]
Admission = Annotated[Clause | None, Ask(N_("Disputed amounts stay open"), level="more")]
Disputes = Annotated[Clause | None, Ask(N_("Disputes at a court one can reach"), level="more")]
Privacy = Annotated[Clause | None, Ask(N_("No access to contacts"), level="more")]
Settlement = Annotated[Clause | None, Ask(N_("A paper when all is paid"), level="more")]
Form = Annotated[Clause | None, Ask(N_("Full text in writing"), level="more")]

PAYEE = N_("Paid only to the lender of the contract")
PAYEE_HELP = N_("A private account or a collector's code is a reason to stop and ask.")
SIGNERS = N_("Nobody else has to sign")
SIGNERS_HELP = N_("No spouse, co-borrower, guarantor or pledge is added.")
LATE = N_("One late payment does not undo it")
LATE_HELP = N_("There are days of slack before anything is cancelled.")
FEES = N_("No extra fees")
FEES_HELP = N_("No service fee, deposit or guarantee money.")
RED_HEAD = N_("Four red lines first")

RedPayee = Annotated[Clause | None, Ask(PAYEE, PAYEE_HELP, opens=RED_HEAD)]
RedSigners = Annotated[Clause | None, Ask(SIGNERS, SIGNERS_HELP)]
RedLate = Annotated[Clause | None, Ask(LATE, LATE_HELP)]
RedFees = Annotated[Clause | None, Ask(FEES, FEES_HELP)]

OfferedPayee = Annotated[Clause | None, Ask(PAYEE, PAYEE_HELP, level="more", opens=RED_HEAD)]
OfferedSigners = Annotated[Clause | None, Ask(SIGNERS, SIGNERS_HELP, level="more")]
OfferedLate = Annotated[Clause | None, Ask(LATE, LATE_HELP, level="more")]
OfferedFees = Annotated[Clause | None, Ask(FEES, FEES_HELP, level="more")]
