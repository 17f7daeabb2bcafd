"""Results are kept by identity, and only the last few."""

from negotiator_tui.finance.budget_kept import Kept


def test_the_same_object_is_not_computed_again_but_an_equal_one_is():
    kept = Kept(2)
    made = []

    def make(text):
        made.append(text)
        return text

    first, second, third = ["a"], ["b"], ["c"]
    for inputs in (first, first, ["a"]):
        kept.get((inputs,), 1, lambda: make("first"))
    assert made == ["first", "first"]
    kept.get((first,), 2, lambda: make("other key"))
    assert made[2:] == ["other key"]
    for inputs in (second, third):
        kept.get((inputs,), 1, lambda: make("more"))
    kept.get((third,), 1, lambda: make("again"))
    kept.get((first,), 1, lambda: make("first"))
    assert made[3:] == ["more", "more", "first"]
