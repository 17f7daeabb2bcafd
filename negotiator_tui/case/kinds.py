"""The closed lists a case answers with. The values are what stands in the file."""

from enum import StrEnum


class Shape(StrEnum):
    """What a debt is, which decides its questions and its arithmetic."""

    LOAN = "loan"
    CARD = "card"
    BILL = "bill"
    ARREARS = "arrears"
    PERSONAL = "personal"
    PAWN = "pawn"
    UNVERIFIED = "unverified"


class LoanUse(StrEnum):
    """Business or consumer lending: decides which rules may be shown."""

    BUSINESS = "business"
    CONSUMER = "consumer"


class OwedFor(StrEnum):
    """What arrears are for."""

    RENT = "rent"
    SUPPLIER = "supplier"
    WAGES = "wages"
    TAX = "tax"
    SOCIAL = "social-insurance"
    UTILITIES = "utilities"
    OTHER = "other"


class YesNo(StrEnum):
    """Yes or no."""

    YES = "yes"
    NO = "no"


class Per(StrEnum):
    """The unit a contract states its rate in."""

    DAY = "day"
    MONTH = "month"
    YEAR = "year"


class YearDays(StrEnum):
    """Days a contract counts to a year when it turns a yearly into a daily rate."""

    D360 = "360"
    D365 = "365"


class BalanceFrom(StrEnum):
    """Where the borrower read what is owed: a letter says so."""

    APP = "app"
    STATEMENT = "statement"
    CONTRACT = "contract"
    TOLD = "told"
    OWN = "own"


class Method(StrEnum):
    """Repayment methods, in the order the search prefers them."""

    EQUAL_INSTALMENT = "equal-instalment"
    EQUAL_PRINCIPAL = "equal-principal"
    INTEREST_ONLY = "interest-only"
    BULLET = "bullet"
    STEPPED_10 = "stepped-10"
    STEPPED_20 = "stepped-20"
    LOW_THEN_HIGH = "low-then-high"


class Accrual(StrEnum):
    MONTHLY = "monthly"
    DAILY = "daily"


class GraceKind(StrEnum):
    PAID = "interest-paid"
    ADDED = "interest-added"
    PARKED = "interest-parked"


class PenaltyBase(StrEnum):
    """What the contract charges penalty interest on."""

    PRINCIPAL = "principal"
    PRINCIPAL_AND_INTEREST = "principal-and-interest"


class Every(StrEnum):
    DAY = "day"
    WEEK = "week"
    TWO_WEEKS = "two-weeks"
    MONTH = "month"
    QUARTER = "quarter"
    HALF_YEAR = "half-year"
    YEAR = "year"
    ONCE = "once"


class Side(StrEnum):
    SHOP = "shop"
    HOME = "home"


class Belongs(StrEnum):
    """Where money exchanged with somebody belongs, as the borrower decided it once."""

    SHOP = "shop"
    HOME = "home"
    OWN = "own-account"
    DEBT = "debt"
    NOT_MINE = "not-mine"


class CostGroup(StrEnum):
    """Headings of a budget; rent, wages and medicine are also kept out of free cash."""

    STOCK = "stock"
    RENT = "rent"
    UTILITIES = "utilities"
    WAGES = "wages"
    PLATFORM = "platform"
    PACKAGING = "packaging"
    TAX = "tax"
    FOOD = "food"
    SCHOOL = "school"
    MEDICINE = "medicine"
    ELDERS = "elders"
    TRANSPORT = "transport"
    OTHER = "other"


class Urgent(StrEnum):
    NONE = "none"
    COURT = "court"
    THREAT = "threat"
    PAY_FIRST = "pay-first"
    SWEPT = "swept"


class Fear(StrEnum):
    CALLS = "calls"
    SHOP = "shop"
    FAMILY = "family"
    COURT = "court"
    WORDS = "words"


class Who(StrEnum):
    SELF = "self"
    HELPER = "helper"


class IfUnpaid(StrEnum):
    """What follows when this month's due is not paid."""

    WAGES = "wages"
    HOME = "home"
    SUPPLY = "supply"
    UTILITIES = "utilities"
    TAKEN = "taken"
    PENALTY = "penalty"
    UNSURE = "unsure"


class CardPays(StrEnum):
    FULL = "full"
    MINIMUM = "minimum"


class Cause(StrEnum):
    FEWER_CUSTOMERS = "fewer-customers"
    HIGHER_COSTS = "higher-costs"
    CLOSURE = "closure"
    ILLNESS = "illness"
    EQUIPMENT = "equipment"
    ROADWORKS = "roadworks"
    MISJUDGED = "misjudged"
    OTHER = "other"


class MaterialState(StrEnum):
    HAVE = "have"
    ASKED = "asked"
    MISSING = "missing"
    NOT_NEEDED = "not-needed"


class Channel(StrEnum):
    PHONE = "phone"
    APP = "app"
    SMS = "sms"
    LETTER = "letter"
    VISIT = "visit"
    EMAIL = "email"


class Caller(StrEnum):
    """Who began a contact."""

    ME = "me"
    LENDER = "lender"
    COLLECTOR = "collector"
    OTHER = "other"


class AskedFor(StrEnum):
    """What a caller or helper asked for that is a sign of fraud."""

    FEE = "fee"
    PAYEE = "payee"
    CODE = "code"
    SCREEN = "screen"
    APP = "app"
    PAPERS = "made-up-papers"
    CUT_OFF = "cut-off"


class Clause(StrEnum):
    """How a clause of an agreement stands; unclear is still open."""

    PRESENT = "present"
    MISSING = "missing"
    UNCLEAR = "unclear"


class LateEffect(StrEnum):
    """What an agreement says one late payment does, once its days of slack are over."""

    PENALTY = "penalty"
    WAIVERS_END = "waivers-end"
    ALL_DUE = "all-due"
    BOTH = "waivers-end-and-all-due"
    NOTHING = "nothing"


class CourtPaper(StrEnum):
    MESSAGE = "message"
    MEDIATION = "mediation"
    PAYMENT_ORDER = "payment-order"
    SUMMONS = "summons"
    JUDGMENT = "judgment"
    ENFORCEMENT = "enforcement"


class Answer(StrEnum):
    """A lender's answer to an offer or a request."""

    WAITING = "waiting"
    ACCEPTED = "accepted"
    REFUSED = "refused"
    COUNTERED = "countered"


class NamedBy(StrEnum):
    """Who named the terms of a round."""

    LENDER = "lender"
    ME = "me"


class Refusal(StrEnum):
    """Reasons a lender gives; each has its route."""

    NO_SERVICE = "no-service"
    NO_AUTHORITY = "no-authority"
    PAY_FIRST = "pay-first"
    SYSTEM = "system"
    CLEAR_ARREARS = "clear-arrears"
    TOO_SHORT = "too-short"
    GUARANTOR = "guarantor"
    TRANSFERRED = "transferred"
    SILENCE = "silence"
    WILL_SUE = "will-sue"
    JUDGMENT = "judgment"
    UNLICENSED = "unlicensed"
    CANNOT_CARRY = "cannot-carry"
