"""What to say about one debt: the first message, the call line by line, what not to say, what to ask."""

from collections.abc import Iterable

from negotiator_tui.case.debts import Debt
from negotiator_tui.case.edit import Path
from negotiator_tui.case.first import Borrower
from negotiator_tui.case.questions import question
from negotiator_tui.guide.conditions import About, contacted
from negotiator_tui.guide.content import title
from negotiator_tui.guide.debt_kind import institution
from negotiator_tui.guide.notes import Note
from negotiator_tui.guide.pages import holding_debt, limitation_note
from negotiator_tui.guide.script import WAYS, Line, Way, holding, if_asked, not_to_say, to_ask
from negotiator_tui.guide.script import script as script_lines
from negotiator_tui.text.language import N_
from negotiator_tui.ui import rows as r
from negotiator_tui.ui.ink import Span
from negotiator_tui.ui.pages.choosing import choice, chosen
from negotiator_tui.ui.pages.forms import debt_name
from negotiator_tui.ui.pages.guided import facts_of, grounds, open_answers
from negotiator_tui.ui.pages.hanging import hanging, marked
from negotiator_tui.ui.pages.if_asked import if_asked_rows
from negotiator_tui.ui.pages.limitation import limitation
from negotiator_tui.ui.pages.message_sent import message_sent_row
from negotiator_tui.ui.pages.script_figures import Talk, figures_said, line_figures, talk_about
from negotiator_tui.ui.view import View, ask_row


def script(view: View) -> list[r.Row]:
    """The message that can be sent at once, then the words for the chosen debt and way."""
    debt = spoken_of(view)
    if debt is None:
        return [
            r.Heading(view.t(N_("What to say"))),
            r.Note(view.t(N_("The words to say stand here as soon as a debt is written down.")), "dim"),
            r.ActionRow("debts", view.t(N_("Write down whom you owe")), target=r.Target("debts")),
        ]
    ways = tuple(way for way in WAYS if script_lines(view.case, debt, {}, view.today, view.lang, way=way))
    way = next((each for each in ways if each == chosen(view, "say")), ways[0] if ways else "phone")
    talk = talk_about(view, debt, way)
    lines = _lines(view, talk, hide=view.hide)
    warned = not_to_say(view.case, debt, view.today, view.lang)
    answers = _answers(view, talk)
    old = limitation_note(debt, view.case, view.today)  # then it is to be read before anything is said or sent
    return [
        r.Heading(view.t(N_("What to say"))),
        _which_debt(view, debt),
        *([r.Note(debt.lender, "dim", indent=2)] if debt.lender else []),
        *(limitation(view, [debt]) if old else []),
        *_first_message(view, debt),
        r.Heading(_way_title(view, debt, way), _aside(view, talk)),
        *_which_way(view, debt, ways, way),
        *_line_rows(view, talk),
        *_call_rows(view, talk),
        r.Blank(),
        *_spoken(lines),
        *_copy(view, talk),
        *open_answers(view, _missing(talk), limit=4),
        *if_asked_rows(view, answers),
        r.Heading(title("say-not", view.lang)),
        *(hanging(Span("- "), (Span(each.text), Span("  " + each.why, "dim"))) for each in warned),
        *_questions(view, debt),
        r.Heading(view.t(N_("Afterwards"))),
        r.ActionRow(
            "log",
            view.t(N_("Write down at once what was said")),
            view.t(N_("time, who, staff number, their words, the day of the answer")),
            target=r.Target("log"),
        ),
        r.ActionRow("refused", view.t(N_("They said no: what then")), target=r.Target("refused")),
        *([] if old else limitation(view, [debt])),
        *grounds(view, "script", (*(fact for each in lines for fact in each.facts), *facts_of((*answers, *warned)))),
    ]


def spoken_of(view: View) -> Debt | None:
    """The debt talked about: the one chosen on the page, else the one the first message is for, else the first."""
    debts = view.case.debts
    picked = chosen(view, "about")
    named = next((debt for debt in debts if debt.id == picked), None)
    return named or holding_debt(view.case, view.today) or next(iter(debts), None)


def about(view: View, debt_id: str) -> str:
    """The mark that makes the page talk about a debt."""
    return choice(view, "about", debt_id)


def _call_rows(view: View, talk: Talk) -> list[r.Row]:
    """To a rehearsal, to the call itself, and whether calls are recorded: the words say so only where it is true."""
    if talk.way != "phone":
        return []
    practise = view.t(N_("Practise it first"))
    nobody = view.t(N_("with a made-up other side; nobody hears it"))
    words = view.t(N_("Make the call with these words beside you"))
    hint = view.t(N_("the line in large figures; what they say is taken down"))
    borrower = view.case.borrower
    unsaid = institution(talk.debt) and borrower.records is None
    return [
        r.ActionRow("rehearsal", practise, nobody, target=r.Target("rehearsal")),
        r.ActionRow("call", words, hint, command="call", argument=talk.debt.id),
        *([ask_row(borrower, ("borrower",), question(Borrower, "records"))] if unsaid else []),
    ]


def _answers(view: View, talk: Talk) -> tuple[Note, ...]:
    """What they may ask about the debt, with an answer; a letter is not asked back."""
    if talk.way == "writing":
        return ()
    return if_asked(view.case, talk.debt, figures_said(view, talk, hide=view.hide), view.today, view.lang)


def _way_title(view: View, debt: Debt, way: Way) -> str:
    """How one speaks: a person who is owed money has no app and no hotline."""
    if institution(debt):
        return title(f"say-{way}", view.lang)
    return title({"phone": "say-talk", "chat": "say-message", "writing": "say-writing"}[way], view.lang)


def _aside(view: View, talk: Talk) -> str:
    return (
        view.t(N_("not a yuan more on the phone"))
        if (talk.planned or talk.line is not None) and talk.way == "phone"
        else ""
    )


def phone_lines(view: View, debt: Debt) -> tuple[Line, ...]:
    """What to say on the phone about a debt, filled from the case and the plan to ask for."""
    return _lines(view, talk_about(view, debt, "phone"), hide=view.hide)


def _which_debt(view: View, debt: Debt) -> r.Row:
    """The debt, and with Enter the next one: those at institutions first."""
    debts = sorted(view.case.debts, key=lambda each: not institution(each))
    following = debts[([each.id for each in debts].index(debt.id) + 1) % len(debts)]
    hint = ""
    if following.id != debt.id:
        hint = view.t(N_("Enter: {name}"), name=debt_name(view, following.id))
    return r.ActionRow(
        "about",
        view.t(N_("About: {name}"), name=debt_name(view, debt.id)),
        hint,
        command="unfold",
        argument=about(view, following.id),
    )


def _which_way(view: View, debt: Debt, ways: tuple[Way, ...], way: Way) -> list[r.Row]:
    """With Enter the next way of speaking."""
    if len(ways) < 2:
        return []
    following = ways[(ways.index(way) + 1) % len(ways)]
    return [
        r.ActionRow(
            "say",
            view.t(N_("Another way: {name}"), name=_way_title(view, debt, following)),
            command="unfold",
            argument=choice(view, "say", following),
            style="dim",
        )
    ]


def _first_message(view: View, debt: Debt) -> list[r.Row]:
    """The message without any figure; once something was said it is folded away."""
    message = holding(view.case, debt, view.today, view.lang)
    if contacted(About(view.case, view.today, debt)) and "holding" not in view.unfolded:
        label = view.t(N_("The first message"))
        hint = view.t(N_("something was said already"))
        return [r.ActionRow("holding", label, hint, command="unfold", argument="holding", style="dim")]
    return [
        r.Heading(view.t(N_("A first message")), view.t(N_("it can go out today"))),
        r.Note(marked(message.text)),
        r.Note(message.hint, "dim"),
        r.ActionRow(
            "copy.holding",
            view.t(N_("Copy this message")),
            view.t(N_("fill in what stands in 〔〕")),
            command="copy",
            argument=message.text,
        ),
        message_sent_row(view, debt),
    ]


def _lines(view: View, talk: Talk, *, hide: bool) -> tuple[Line, ...]:
    figures = figures_said(view, talk, hide=hide)
    return script_lines(view.case, talk.debt, figures, view.today, view.lang, way=talk.way)


def _spoken(lines: Iterable[Line]) -> list[r.Row]:
    rows: list[r.Row] = []
    for number, line in enumerate(lines, 1):
        rows.append(hanging(Span(f"{number:>2}  ", "accent"), marked(line.text)))
        if line.hint:
            rows.append(r.Note(line.hint, "dim", indent=4))
    return rows


def _copy(view: View, talk: Talk) -> list[r.Row]:
    if talk.way == "phone":
        return []
    text = "\n".join(line.text for line in _lines(view, talk, hide=False))
    hint = view.t(N_("fill in what stands in 〔〕"))
    return [r.ActionRow("copy.lines", view.t(N_("Copy these lines")), hint, command="copy", argument=text)]


def _line_rows(view: View, talk: Talk) -> list[r.Row]:
    """The most that may be said, and where it comes from; without a plan, the way to one."""
    rows = line_figures(view, talk)
    if talk.planned:
        return rows
    if institution(talk.debt):
        label = view.t(N_("Choose a plan: it fills the amounts in these lines"))
        return [*rows, r.ActionRow("plan", label, target=r.Target("plan"))]
    if talk.line is None:
        label = view.t(N_("Say what you can pay a month on this one"))
        path = ("debts", talk.debt.id, "agreed_monthly")
        return [*rows, r.ActionRow("monthly", label, target=r.Target("item", path))]
    return rows


def _missing(talk: Talk) -> list[Path]:
    """Answers of the debt that fill a blank in the lines."""
    debt = talk.debt
    fields = ["contract_tail"] if institution(debt) else ["outstanding"]
    return [("debts", debt.id, name) for name in fields if getattr(debt, name) is None and name not in debt.unknown]


def _questions(view: View, debt: Debt) -> list[r.Row]:
    """What to ask the lender: each answer that is not known, and a way to take the list along."""
    asked = to_ask(debt, view.lang)
    if not asked:
        return []
    text = "\n".join(asked)
    return [
        r.Heading(view.t(N_("Ask them")), view.t(N_("what is not known yet"))),
        *(hanging(Span("- "), each) for each in asked),
        r.ActionRow("copy.questions", view.t(N_("Copy these questions")), command="copy", argument=text),
    ]
