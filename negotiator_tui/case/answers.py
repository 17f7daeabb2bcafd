"""Between an answer and its text: reading what was typed, writing what is edited, showing what stands."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any

from negotiator_tui.case.ask import Ask
from negotiator_tui.case.base import Table
from negotiator_tui.case.edit import UNKNOWN
from negotiator_tui.case.kinds import Accrual, Every, Per, YesNo
from negotiator_tui.case.labels import label
from negotiator_tui.case.questions import Kind, Question
from negotiator_tui.text.amounts import DAYS, MONTHS, PERCENT, format_amount, parse_amount, parse_whole
from negotiator_tui.text.clean import clean
from negotiator_tui.text.dates import (
    format_date,
    format_moment,
    format_months,
    parse_date,
    parse_moment,
    parse_month,
    parse_months,
)
from negotiator_tui.text.fault import Fault, declare, fault
from negotiator_tui.text.language import LANGUAGES, N_, Lang, t
from negotiator_tui.text.rates import format_rate, parse_number, parse_rate

declare(
    {
        "case.gone": N_("This entry is no longer there. Nothing was changed."),
        "case.refused": N_("This value cannot be kept here. Please look at it again."),
        "answer.choice": N_(
            "“{text}” is not one of the choices. Use the left and right keys, or type one of: {choices}."
        ),
        "answer.not-yet": N_("{text} has not come yet. Write when it was, or put the day into your calendar instead."),
        "answer.yearly-rate": N_("Please write the rate for a year here, like 16.2%."),
    }
)

_DONT_KNOW = {"?", "？", "不知道", "不清楚", "don't know"}
_SAID: dict[StrEnum, str] = {
    YesNo.YES: "是的|对的?|有|会[扣的]?|要|能|可以|在用|还[在送]|还在用|送|急|约了|已?逾期了?",
    YesNo.NO: "不是?|没有?的?|无|不会扣?|不[扣要用能急送]了?|不可以|没用|没在用|没约|[没未不]逾期|没有逾期",
    Accrual.DAILY: "按[天日]|每[天日]|天天算?|实际天数",
    Accrual.MONTHLY: "按期|每月|月月算?",
    Every.DAY: "天天|每日|日|一?天",
    Every.WEEK: "[每一]?个?(?:周|星期|礼拜)(?:一次)?",
    Every.MONTH: "[每一按]?个?月(?:[一1]次|付)?|月月",
    Every.QUARTER: "[每一按]?个?季度?(?:一次|付)?|每?[三3]个月(?:一次)?",
    Every.HALF_YEAR: "[每按]?半年(?:一次|付)?|半年度",
    Every.YEAR: "[每一1按]?年(?:[一1]次|付)?|年度",
    Every.ONCE: "[只就仅]?[这有]?[一1]次性?的?",
}
"""What people answer instead of the words of a choice."""
_ABOUT = ("大约", "大概", "约", "~", "～", "about ")
_ABOUT_BEHIND = ("左右", "上下")
_NUMERIC = {Kind.AMOUNT, Kind.RATE, Kind.DATE, Kind.MONTH, Kind.NUMBER, Kind.MONTHS}
CHOICE_QUOTED = 8
"""Characters of a text that is no choice which its sentence repeats: the choices are to stay in sight."""
TEXT_LIMIT = {Kind.TEXT: 200, Kind.LONG: 20_000}


@dataclass(frozen=True, slots=True)
class Reading:
    """What a typed text was understood as. `also` are answers to neighbouring questions it gave away."""

    value: Any = None
    fault: Fault | None = None
    estimated: bool = False
    also: tuple[tuple[str, Any], ...] = ()


def read(question: Question, raw: str, item: Table, now: datetime, lang: Lang) -> Reading:
    """Read a typed text as an answer. An empty text takes the answer back; never raises.

    `lang` is the language a fault names the choices in; they are read in any.
    """
    text = raw.strip()
    if not text:
        return Reading()
    if text.casefold() in _DONT_KNOW and not _is_choice(question, text, lang):
        return Reading(UNKNOWN)
    if question.kind in {Kind.TEXT, Kind.LONG}:
        return read_words(text, question.kind)
    plain = _without_about(text) if question.kind in _NUMERIC else text
    reading = _read(question, plain, item, now, lang)
    return Reading(reading.value, reading.fault, plain != text and reading.fault is None, reading.also)


def read_words(text: str, kind: Kind) -> Reading:
    """Clean text; refused whole where it is too long: a text that was cut would be taken for the whole."""
    if not text:
        return Reading()
    limit = TEXT_LIMIT[kind]
    whole = clean(text, multiline=kind is Kind.LONG, limit=3 * len(text))  # NFC may lengthen it
    if len(whole) > limit:
        return Reading(None, fault("text-long", count=f"{len(whole):,}", limit=f"{limit:,}"))
    return Reading(whole)


def _is_choice(question: Question, text: str, lang: Lang) -> bool:
    """Whether a text names one of the choices: of a clause, "unclear" is an answer and no lack of one."""
    return any(text.casefold() == t(lang, label(each)).casefold() for each in question.options)


def _without_about(text: str) -> str:
    """The text without the words that mark a guess."""
    for mark in _ABOUT:
        if text.startswith(mark):
            return text.removeprefix(mark)
    for mark in _ABOUT_BEHIND:
        text = text.removesuffix(mark)
    return text


def _read(question: Question, text: str, item: Table, now: datetime, lang: Lang) -> Reading:
    ask, today = question.ask, now.date()
    match question.kind:
        case Kind.AMOUNT:
            return _reading(parse_amount(text, signed=ask.signed))
        case Kind.RATE:
            return _read_rate(question, text, item)
        case Kind.DATE:
            return _reading(parse_date(text, today, prefer=ask.prefer, ends=ask.ends))
        case Kind.MONTH:
            return _reading(parse_month(text, today, prefer=ask.prefer))
        case Kind.MOMENT:
            return _read_moment(ask, text, now)
        case Kind.MONTHS:
            return _reading(parse_months(text))
        case Kind.NUMBER:
            return _reading(parse_whole(text, question.low, question.high, units=_units(question)))
        case Kind.CHOICES:
            return _read_choices(question, text, lang)
        case _:
            return _read_choice(question, text, lang)


def _units(question: Question) -> Mapping[str, int]:
    if question.ask.unit == "%":
        return PERCENT
    return DAYS if question.name == "day" or question.ask.unit == "days" else MONTHS


def _reading(result: Any) -> Reading:
    return Reading(fault=result) if isinstance(result, Fault) else Reading(result)


def _read_moment(ask: Ask, text: str, now: datetime) -> Reading:
    moment = parse_moment(text, now, prefer=ask.prefer)
    if isinstance(moment, datetime) and ask.until_now and moment > now.replace(tzinfo=None):
        return Reading(fault=fault("answer.not-yet", text=format_moment(moment)))
    return _reading(moment)


def _read_rate(question: Question, text: str, item: Table) -> Reading:
    if question.ask.unit != "%":
        return _reading(parse_number(text, 0, 10, 4))
    rate = parse_rate(text)
    if isinstance(rate, Fault):
        return Reading(fault=rate)
    if "rate_per" in type(item).model_fields:
        return Reading(rate.value, also=(("rate_per", Per(rate.per)),) if rate.per else ())
    if rate.per == "month":
        return Reading(rate.value * 12)
    if rate.per == "day":
        return Reading(fault=fault("answer.yearly-rate"))
    return Reading(rate.value)


def _read_choice(question: Question, text: str, lang: Lang) -> Reading:
    found = matching(question, text)
    if len(found) == 1:
        return Reading(found[0])
    plain = clean(text).rstrip("。！!.,，")
    said = next(
        (each for each, words in _SAID.items() if each in question.options and re.fullmatch(words, plain)), None
    )
    if said is not None:
        return Reading(said)
    return Reading(fault=_no_choice(question, text, lang))


def _read_choices(question: Question, text: str, lang: Lang) -> Reading:
    chosen: set[StrEnum] = set()
    for part in _parts(question, clean(text)):
        found = matching(question, part)
        if len(found) != 1:
            return Reading(fault=_no_choice(question, part, lang))
        chosen.add(found[0])
    return Reading(tuple(option for option in question.options if option in chosen))


def _parts(question: Question, text: str) -> list[str]:
    """The names in a list of choices. A name may hold commas and spaces itself: the coarsest cut that reads counts."""
    for separators in ("、", "、，,;；"):
        parts = [part.strip() for part in re.split(f"[{separators}]", text) if part.strip()]
        if all(len(matching(question, part)) == 1 for part in parts):
            return parts
    return re.split("[、，,;；\\s]+", text.strip("、，,;； "))


def _no_choice(question: Question, text: str, lang: Lang) -> Fault:
    shown_text = text if len(text) <= CHOICE_QUOTED else text[: CHOICE_QUOTED - 1] + "…"
    return fault("answer.choice", text=shown_text, choices="、".join(t(lang, label(each)) for each in question.options))


def matching(question: Question, text: str) -> tuple[StrEnum, ...]:
    """The options a typed text can mean: its number, its value, its name in any language, or a part of the name."""
    wanted = text.strip().casefold()
    if wanted.isdecimal() and len(wanted) <= 3 and 1 <= int(wanted) <= len(question.options):
        return (question.options[int(wanted) - 1],)
    names = {each: {each.value, *(t(lang, label(each)).casefold() for lang in LANGUAGES)} for each in question.options}
    for fits in (str.__eq__, str.startswith, str.__contains__):
        found = tuple(each for each, known in names.items() if any(fits(name, wanted) for name in known))
        if found:
            return found
    return ()


def written(question: Question, value: Any, lang: Lang) -> str:
    """The text an answer is edited as. UNKNOWN and not answered are empty."""
    if value is None or value is UNKNOWN:
        return ""
    return str(value) if question.kind is Kind.LONG else shown(question, value, lang)


def shown(question: Question, value: Any, lang: Lang) -> str:
    """The text an answer is shown as, in the language asked for, without its unit."""
    if value is None:
        return ""
    if value is UNKNOWN:
        return t(lang, N_("don't know"))
    match question.kind:
        case Kind.AMOUNT:
            return format_amount(value)
        case Kind.RATE:
            return format_rate(value)
        case Kind.DATE:
            return format_date(value)
        case Kind.MONTH:
            return str(value)
        case Kind.MOMENT:
            return format_moment(value)
        case Kind.MONTHS:
            return format_months(value)
        case Kind.CHOICE:
            return t(lang, label(value))
        case Kind.CHOICES:
            return "、".join(t(lang, label(each)) for each in value)
        case _:
            return clean(str(value))


def understood(question: Question, raw: str, reading: Reading, now: datetime, lang: Lang) -> str:
    """What a typed text was understood as, where that is not plain from the text itself; empty otherwise."""
    value = reading.value
    if value is None or value is UNKNOWN or reading.fault is not None or question.kind in {Kind.TEXT, Kind.LONG}:
        return ""
    text = shown(question, value, lang)
    parts = [] if text == raw.strip() else [text]
    if question.kind is Kind.RATE and question.ask.unit == "%":
        parts = [f"{text}%"] if parts else []
        parts += [
            t(lang, N_("a {unit}"), unit=t(lang, label(each))) for name, each in reading.also if name == "rate_per"
        ]
    if question.kind is Kind.DATE:
        parts.append(_distance((value - now.date()).days, lang))
    return " ".join(parts)


def _distance(days: int, lang: Lang) -> str:
    near = {-1: N_("yesterday"), 0: N_("today"), 1: N_("tomorrow")}
    if days in near:
        return t(lang, near[days])
    return t(lang, N_("in {days} days"), days=days) if days > 0 else t(lang, N_("{days} days ago"), days=-days)
