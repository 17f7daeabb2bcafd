"""Layouts and signs as they are called to people."""

from negotiator_tui.text.language import N_

_TITLES = {
    "alipay-app": N_("Alipay"),
    "alipay-web": N_("Alipay, website"),
    "wechat": N_("WeChat Pay"),
    "jd": N_("JD"),
    "meituan": N_("Meituan"),
    "abc-debit": N_("Agricultural Bank of China, account"),
    "abc-credit": N_("Agricultural Bank of China, credit card"),
    "boc-debit": N_("Bank of China, account"),
    "boc-credit": N_("Bank of China, credit card"),
    "bocom-debit": N_("Bank of Communications, account"),
    "bocom-credit": N_("Bank of Communications, credit card"),
    "cmb-debit": N_("China Merchants Bank, account"),
    "cmb-credit": N_("China Merchants Bank, credit card"),
    "icbc-debit": N_("ICBC, account"),
    "icbc-credit": N_("ICBC, credit card"),
    "ccb-credit": N_("China Construction Bank, credit card"),
    "ccb-debit": N_("China Construction Bank, account"),
    "spdb-debit": N_("SPD Bank, account"),
    "citic-credit": N_("CITIC Bank, credit card"),
    "cgb-credit": N_("Guangfa Bank, credit card"),
    "hsbc-hk-debit": N_("HSBC Hong Kong, account"),
    "hsbc-hk-credit": N_("HSBC Hong Kong, credit card"),
    "bank": N_("a bank"),
    "mapped": N_("columns as you named them"),
}
_SIGNS = {"positive": "+", "negative": "-", "zero": "0"}


def layout_title(layout: str) -> str:
    """The msgid a layout is called by; the code itself for one that is not known here."""
    return _TITLES.get(layout, layout)


def label_shown(label: str) -> str:
    """A file's own word for a direction as it is shown: for banks the printed sign."""
    return _SIGNS.get(label, label)
