"""What a debt may be, as far as its answers tell: which rules may be shown for it, and who is at the other end."""

from negotiator_tui.case.debts import Debt
from negotiator_tui.case.kinds import LoanUse, OwedFor, Shape

KINDS = (
    "loan-business",
    "loan-consumer",
    "card",
    "bill",
    "arrears-rent",
    "arrears-supplier",
    "arrears-wages",
    "arrears-tax",
    "arrears-social",
    "arrears-utilities",
    "arrears-other",
    "personal",
    "pawn",
    "unverified",
)
"""The kinds a fact can be written for."""

ROLES = (
    "institution",
    "landlord",
    "supplier",
    "staff",
    "office",
    "utilities",
    "pawnshop",
    "unlicensed",
    "friend",
    "someone",
)
"""Who is spoken to."""

_LOANS = {LoanUse.BUSINESS: "loan-business", LoanUse.CONSUMER: "loan-consumer"}
_OWED = {
    OwedFor.RENT: "arrears-rent",
    OwedFor.SUPPLIER: "arrears-supplier",
    OwedFor.WAGES: "arrears-wages",
    OwedFor.TAX: "arrears-tax",
    OwedFor.SOCIAL: "arrears-social",
    OwedFor.UTILITIES: "arrears-utilities",
    OwedFor.OTHER: "arrears-other",
}
_ROLE_OF_SHAPE = {
    Shape.LOAN: "institution",
    Shape.CARD: "institution",
    Shape.BILL: "institution",
    Shape.PAWN: "pawnshop",
    Shape.UNVERIFIED: "unlicensed",
    Shape.PERSONAL: "friend",
}
_ROLE_OF_OWED = {
    OwedFor.RENT: "landlord",
    OwedFor.SUPPLIER: "supplier",
    OwedFor.WAGES: "staff",
    OwedFor.TAX: "office",
    OwedFor.SOCIAL: "office",
    OwedFor.UTILITIES: "utilities",
}

_NAMES: tuple[tuple[tuple[str, ...], Shape, OwedFor | None, LoanUse | None], ...] = (
    (("花呗", "白条", "月付", "先用后付", "信用购"), Shape.BILL, None, None),
    (("信用卡", "贷记卡"), Shape.CARD, None, None),
    (("房租", "租金", "房东"), Shape.ARREARS, OwedFor.RENT, None),
    (("工资", "薪"), Shape.ARREARS, OwedFor.WAGES, None),
    (("社保", "医保", "公积金"), Shape.ARREARS, OwedFor.SOCIAL, None),
    (("税",), Shape.ARREARS, OwedFor.TAX, None),
    (("水费", "电费", "燃气", "煤气", "水电"), Shape.ARREARS, OwedFor.UTILITIES, None),
    (("货款", "供货", "供应", "进货", "面粉", "肉"), Shape.ARREARS, OwedFor.SUPPLIER, None),
    (("典当", "当铺", "当票"), Shape.PAWN, None, None),
    (("网商贷", "经营贷", "生意贷", "商户贷", "微业贷"), Shape.LOAN, None, LoanUse.BUSINESS),
    (("借呗", "消费贷", "微粒贷", "信用贷"), Shape.LOAN, None, LoanUse.CONSUMER),
    (("贷",), Shape.LOAN, None, None),
    (
        ("妈", "爸", "哥", "姐", "弟", "妹", "叔", "姨", "舅", "姑", "朋友", "亲戚", "同学"),
        Shape.PERSONAL,
        None,
        None,
    ),
)


def guessed(name: str | None) -> tuple[Shape | None, OwedFor | None, LoanUse | None]:
    """What a debt's name suggests, for a first answer that the borrower confirms. Nones where it tells nothing."""
    for words, shape, owed_for, use in _NAMES:
        if any(word in (name or "") for word in words):
            return shape, owed_for, use
    return None, None, None


def kinds_of(debt: Debt) -> frozenset[str]:
    """The kinds this debt may be by its answers: one if they are complete, all where its shape is not answered.

    A rule may be shown only if it covers every one of them.
    """
    match debt.shape:
        case None:
            return frozenset(KINDS)
        case Shape.LOAN:
            return frozenset([_LOANS[debt.loan_use]] if debt.loan_use else _LOANS.values())
        case Shape.ARREARS:
            return frozenset([_OWED[debt.owed_for]] if debt.owed_for else _OWED.values())
        case shape:
            return frozenset([shape.value])


def covered(debt: Debt | None, kinds: tuple[str, ...]) -> bool:
    """Whether something written for these kinds ("any" for all) may be shown with a debt, or without one."""
    if "any" in kinds:
        return True
    return debt is not None and kinds_of(debt) <= frozenset(kinds)


def role_of(debt: Debt) -> str:
    """Who is at the other end. While the shape is not answered the name decides, for the words only."""
    shape, owed_for = debt.shape, debt.owed_for
    if shape is None:
        shape, owed_for, _ = guessed(debt.name)
    if shape is Shape.ARREARS:
        return _ROLE_OF_OWED.get(owed_for, "someone") if owed_for else "someone"
    return _ROLE_OF_SHAPE.get(shape, "someone") if shape else "someone"


def institution(debt: Debt) -> bool:
    """Whether a bank or another lending institution is at the other end."""
    return role_of(debt) == "institution"
