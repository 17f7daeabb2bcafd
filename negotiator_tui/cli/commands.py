"""Every command of the program, in the order of its help. Only words: what runs them is imported when it is needed."""

from negotiator_tui.cli.options import Command, Option
from negotiator_tui.text.language import N_

CASE = "CASE.toml"

_SCHEDULE = (
    Option("--principal", N_("amount owed, like 50000 or 5万"), "AMOUNT"),
    Option("--rate", N_("rate in percent, in the unit of --per: 0.045 is 0.045%"), "PERCENT"),
    Option("--per", N_("unit of the rate: day, month or year (default)"), "UNIT"),
    Option("--year-days", N_("days of a year in the contract, 360 or 365; asked for only where they decide"), "DAYS"),
    Option("--months", N_("number of instalments, months of grace included"), "COUNT"),
    Option(
        "--method",
        N_(
            "equal-instalment (default), equal-principal, interest-only, bullet, stepped with --step, stepped-10, "
            "stepped-20, low-then-high"
        ),
        "METHOD",
    ),
    Option("--step", N_("for stepped: percent more each year, 10 or 20"), "PERCENT"),
    Option("--low", N_("for low-then-high: the first instalments"), "AMOUNT"),
    Option("--low-months", N_("for low-then-high: how many of them"), "COUNT"),
    Option("--instalment", N_("a level instalment that is given instead of worked out"), "AMOUNT"),
    Option("--grace", N_("months of grace at the beginning"), "COUNT"),
    Option("--grace-kind", N_("interest-paid (default), interest-added or interest-parked"), "KIND"),
    Option("--accrual", N_("monthly (default), or daily by actual days"), "KIND"),
    Option("--start", N_("day on which interest begins; default: a month before the first payment"), "DATE"),
    Option("--first-due", N_("day of the first payment; default: a month from today"), "DATE"),
    Option("--parked", N_("older interest and penalty, spread over the instalments without interest"), "AMOUNT"),
    Option("--fee-upfront", N_("fee taken off when paid out; only for the true rate"), "AMOUNT"),
    Option("--fee-monthly", N_("fee with each instalment; only for the true rate"), "AMOUNT"),
    Option("--as-given", N_("as a contract or an offer: interest not covered is added instead of refused")),
)

_OFFER = (
    Option("--debt", N_("the debt it is about, by its id such as d1"), "ID"),
    Option("--months", N_("number of instalments, months of grace included"), "COUNT"),
    Option("--rate", N_("rate in percent, in the unit of --per; default: as in the contract"), "PERCENT"),
    Option("--per", N_("unit of the rate: day, month or year (default)"), "UNIT"),
    Option("--method", N_("repayment method, as for schedule; default: as in the contract"), "METHOD"),
    Option("--step", N_("for stepped: percent more each year, 10 or 20"), "PERCENT"),
    Option("--grace", N_("months of grace at the beginning"), "COUNT"),
    Option("--grace-kind", N_("interest-paid (default), interest-added or interest-parked"), "KIND"),
    Option("--instalment", N_("a level instalment that is given instead of worked out"), "AMOUNT"),
    Option("--paid-now", N_("to be paid at once"), "AMOUNT"),
    Option("--penalty-waived", N_("penalty that is waived"), "AMOUNT"),
    Option("--interest-waived", N_("interest that is waived"), "AMOUNT"),
    Option("--fee-upfront", N_("fee at the start"), "AMOUNT"),
    Option("--fee-monthly", N_("fee with each instalment"), "AMOUNT"),
    Option("--low", N_("for low-then-high: the first instalments"), "AMOUNT"),
    Option("--low-months", N_("for low-then-high: how many of them"), "COUNT"),
    Option("--total", N_("what they say it comes to in all"), "AMOUNT"),
    Option("--offer", N_("instead: an offer of the case, by its id such as o1"), "ID"),
)

_PLAN = (
    Option("--stress", N_("also what becomes of it in bad times, and on your own months drawn again and again")),
    Option(
        "--large-cost", N_("with --stress: the large cost that comes at once; default: a month of the home"), "AMOUNT"
    ),
    Option("--seed", N_("with --stress: which draws; the same number draws the same"), "NUMBER"),
    Option("--more", N_("also what more money a month would do, and whether another order of asking needs less")),
)
_PLAN_NOTES = (
    N_(
        "JSON: mode is keep, instalments, none-fits, deficit, or null while answers are missing. for_debts is what is "
        "there by month, limits what was looked through. Each of debts has id, claim, contract, frontier, recommended, "
        "shortest, least_total (places in the frontier, from 0, or null), next_smaller and needed."
    ),
    N_(
        "A choice of the frontier has method, months, grace_months, grace_kind, low and low_months (low then high), "
        "annual_rate, penalty_waived, interest_waived, paid_now, max_payment, total_paid, concession, months_added, "
        "holds and end. next_smaller has change, breaks_in (a month, null, or refused), short_by and worst. needed has "
        "monthly, months, and saved: the months that live on savings."
    ),
    N_(
        "--stress adds stress: by debt blows (blow, month, holds, savings, breaks_in, short_by, survivor: a place in "
        "the frontier) and draws (draws, own_months, seed, survived, kept by month), null with fewer than 12 own "
        "months. --more adds more_money (aim, debt, change, monthly) and better_order. Amounts are text with two "
        "decimals, rates percent a year, months YYYY-MM."
    ),
)

_LOG = (
    Option("--debt", N_("the debt it is about, by its id such as d1"), "ID"),
    Option("--at", N_("when it was; default: now"), "TIME"),
    Option("--channel", N_("phone, app, sms, letter, visit or email"), "CHANNEL"),
    Option("--caller", N_("who began it: me, lender, collector or other"), "WHO"),
    Option("--who", N_("who it was, as they said it"), "NAME"),
    Option("--staff-number", N_("staff number"), "NUMBER"),
    Option("--said", N_("what they said"), "TEXT"),
    Option("--promised", N_("what you said or promised"), "TEXT"),
    Option("--promised-amount", N_("amount promised a month"), "AMOUNT"),
    Option("--reference", N_("reference number"), "NUMBER"),
    Option("--answer-due", N_("day by which an answer is due"), "DATE"),
    Option("--answered", N_("whether you really talked: yes or no"), "YESNO"),
    Option("--until", N_("when it ended"), "TIME"),
    Option("--number", N_("the number they used"), "NUMBER"),
    Option(
        "--asked-for",
        N_("signs of fraud, with commas: fee, payee, code, screen, app, made-up-papers, cut-off"),
        "SIGNS",
    ),
    Option("--third-party", N_("whom else they contacted about it"), "TEXT"),
    Option("--threat", N_("a threat or insult, in their words"), "TEXT"),
    Option("--stated-income", N_("the income a month that you named"), "AMOUNT"),
    Option("--stated-cause", N_("the reason you gave, by its word in the case file"), "CAUSE"),
    Option("--corrects", N_("the entry that this one corrects, by its id such as k3"), "ID"),
    Option("--evidence", N_("the paper that proves it, by its id such as e2"), "ID"),
    Option("--note", N_("note"), "TEXT"),
)

_EXPORT = (
    Option("--letter", N_("the letter with the request, from the plan to ask for")),
    Option("--statement", N_("income and spending on one page")),
    Option("--schedule", N_("the schedule of the plan")),
    Option("--hardship", N_("what happened, in writing")),
    Option("--breakdown", N_("a request for principal, interest and penalty apart")),
    Option("--confirm", N_("a request to confirm in writing what was said")),
    Option("--objection", N_("an outline for an objection to a payment order, with its last day")),
    Option("--complaint", N_("a complaint about how it was collected, out of the contacts")),
    Option("--summary", N_("the whole case on a page or two, for an adviser of your own; it shows your line")),
    Option("--log", N_("the contacts as a table")),
    Option("--calendar", N_("the days of the case for a calendar, with reminders; nobody is named")),
    Option("--bundle", N_("the papers taken in, numbered, with an index and their hashes")),
    Option("--names", N_("name in the calendar what each day is about; a phone shows it to whoever looks")),
    Option("--redacted", N_("for a lawyer or mediator: names and numbers masked, pictures and .pdf left out")),
    Option("--with-letters", N_("put what was handed over so far into the bundle, as it was")),
    Option("--debt", N_("the debt it is about, by its id such as d1"), "ID"),
    Option(
        "--format",
        N_("text (default), docx or pdf; tables xlsx or csv; otherwise as the name of the file ends"),
        "FORMAT",
    ),
    Option("-o", N_("write it to this file, which must not exist yet"), "FILE"),
    Option("--with-debts", N_("list the debts in the statement too; only if they were asked for")),
    Option("--reply-by", N_("the day an answer is asked for; default: in 15 days"), "DATE"),
    Option("--name", N_("who signs; like the next ones it is not kept"), "NAME"),
    Option("--id-number", N_("identity number"), "NUMBER"),
    Option("--phone", N_("phone"), "NUMBER"),
    Option("--address", N_("address"), "ADDRESS"),
    Option("--number", N_("full contract or card number"), "NUMBER"),
)

WIZARD = Command(
    "",
    N_("Open the wizard, with a case or with the recent ones."),
    "wizard",
    (f"[{CASE}]",),
    (
        Option("--ascii", N_("plain characters only, for terminals that draw lines badly")),
        Option("--read-only", N_("look at the case, change nothing")),
        Option("--version", N_("show the version")),
    ),
)

COMMANDS: tuple[Command, ...] = (
    Command(
        "demo",
        N_("Open a made-up case in the wizard, or only write it to a file."),
        "wizard",
        (),
        (Option("--write", N_("write the made-up case here instead of opening it"), "FILE"), *WIZARD.options[:1]),
    ),
    Command("new", N_("Write an empty case with its comments. An existing file is not overwritten."), "files", (CASE,)),
    Command(
        "questions",
        N_("List every question in order, or print them as a sheet for a pen."),
        "questions",
        (),
        (Option("--print", N_("with boxes to tick and lines to write on")),),
    ),
    Command(
        "check",
        N_("Say what is wrong with a case. Exit code 0: nothing, 1: something, 2: it cannot be read."),
        "check",
        (CASE,),
    ),
    Command("budget", N_("What comes in, goes out, is kept, is there for debts and is due."), "figures", (CASE,)),
    Command("cash", N_("The next 28 days, and what could be paid now."), "figures", (CASE,)),
    Command("next", N_("The one thing to do now."), "figures", (CASE,)),
    Command("schedule", N_("A repayment schedule."), "schedule", (), _SCHEDULE, ("--principal", "--rate", "--months")),
    Command(
        "plan",
        N_("The least to ask for that can be kept, and what the plans written in a case come to."),
        "plan",
        (CASE,),
        _PLAN,
        notes=_PLAN_NOTES,
    ),
    Command("offer", N_("What an offer of a lender comes to."), "offer", (CASE,), _OFFER),
    Command(
        "log",
        N_("List calls, messages and visits, the answers that are due, or add one to a case."),
        "log",
        (CASE, "[add|due]"),
        _LOG,
    ),
    Command(
        "rehearse",
        N_("Practise a call with a made-up other side; answers are numbers, one a line."),
        "rehearse",
        ("[SCENE]",),
        (
            Option("--list", N_("list the scenes")),
            Option("--toml", N_("print a scene as the file to write one of your own from")),
            Option("--case", N_("take the figures from this case"), "CASE"),
            Option("--debt", N_("the debt it is about, by its id such as d1"), "ID"),
        ),
    ),
    Command(
        "import",
        N_("Read statement files, and what they say about the budget. Without --apply nothing is written."),
        "statements",
        (CASE, "FILE", "[FILE…]"),
        (
            Option("--apply", N_("write the lines into the case")),
            Option("--password", N_("the password of a zip, as the app showed it"), "PASSWORD"),
        ),
    ),
    Command("export", N_("Make one letter, table or outline from a case."), "export", (CASE,), _EXPORT),
    Command(
        "verify",
        N_("Compare the papers of a case with what they were when taken in. Exit code 1: one is gone or changed."),
        "files",
        (CASE,),
    ),
    Command(
        "forget",
        N_("List every copy of a case this program has made, and erase them."),
        "files",
        (CASE,),
        (Option("--yes", N_("erase them; without this they are only listed")),),
    ),
)

BY_NAME = {command.name: command for command in COMMANDS}
