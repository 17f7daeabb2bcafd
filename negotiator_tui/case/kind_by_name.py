"""Which kind a debt is by what the borrower calls it: a first answer that saves a question and can be changed.

A name that may be several things gives nothing away, so that it is asked. The words are what people in mainland China
say; a product of an app is only told apart as far as its kind of bill goes, never by who the lender is.
"""

import re
from typing import Any

from negotiator_tui.case.kinds import OwedFor, Shape

_ARREARS: tuple[tuple[OwedFor, tuple[str, ...]], ...] = (
    (OwedFor.RENT, ("房租", "租金", "房东", "铺租", "店租", "rent", "landlord")),
    (OwedFor.SUPPLIER, ("货款", "貨款", "供应商", "供應商", "供货", "面粉", "肉", "批发", "supplier")),
    (OwedFor.SOCIAL, ("社保", "公积金", "公積金", "医保", "醫保")),
    (OwedFor.WAGES, ("工资", "工資", "工钱", "工錢", "wages")),
    (OwedFor.TAX, ("税", "稅")),
    (OwedFor.UTILITIES, ("水电", "电费", "水费", "燃气", "煤气", "物业")),
)
_SHAPES: tuple[tuple[Shape, tuple[str, ...]], ...] = (
    (Shape.UNVERIFIED, ("高炮", "砍头息", "砍頭息", "高利贷", "高利貸", "套路贷", "套路貸", "地下钱庄", "地下錢莊")),
    (Shape.PAWN, ("典当", "典當", "当铺", "當鋪", "当票", "當票", "pawn")),
    (Shape.BILL, ("花呗", "花唄", "白條", "白条", "信用购", "先用后付", "月付")),
    (Shape.CARD, ("信用卡", "credit card")),
    (
        Shape.LOAN,
        ("网商贷", "網商貸", "借呗", "借唄", "微粒贷", "经营贷", "房贷", "车贷", "消费贷", "贷款", "貸款", "loan"),
    ),
)
_SEVEN_OR_FOURTEEN = re.compile(r"(?<!\d)714(?!\d)")
"""A loan for seven or fourteen days, as people call it; not the end of a card's number."""
_PEOPLE = ("亲戚", "親戚", "朋友", "妈", "媽", "爸", "哥", "姐", "弟", "妹", "舅", "姑", "姨", "叔", "同学", "同學")
_LONGEST_PERSON = 4


def kind_by_name(name: str) -> dict[str, Any]:
    """`shape`, and for arrears `owed_for`, as the name has it; empty where the name may be several things."""
    said = name.casefold()
    shapes = [
        shape
        for shape, words in _SHAPES
        if any(word in said for word in words) or (shape is Shape.UNVERIFIED and _SEVEN_OR_FOURTEEN.search(said))
    ]
    owed = [kind for kind, words in _ARREARS if any(word in said for word in words)]
    if len(shapes) > 1 or (shapes and owed):
        return {}
    if shapes:
        return {"shape": shapes[0]}
    if owed:
        return {"shape": Shape.ARREARS, "owed_for": owed[0] if len(owed) == 1 else None}
    if len(said) <= _LONGEST_PERSON and any(word in said for word in _PEOPLE):
        return {"shape": Shape.PERSONAL}
    return {}
