"""Which paper proves what: exhibit numbers beside figures, and the list of those a document names."""

from negotiator_tui.case.case import Case
from negotiator_tui.case.edit import Path
from negotiator_tui.case.exhibits import proofs
from negotiator_tui.case.materials import Material
from negotiator_tui.documents.templates import word
from negotiator_tui.documents.wording import numeral


class Citing:
    """The exhibits of a case while a document names them: a figure is proved by one, or is the borrower's own word."""

    def __init__(self, case: Case) -> None:
        self._case = case
        self._cited: dict[str, Material] = {}
        self._made: list[str] = []

    def exhibits(self, *paths: Path) -> str:
        """The exhibits that prove any of these answers, `附件一、附件三`; empty where none does."""
        papers = {each.id: each for path in paths for each in proofs(self._case, path) if each.exhibit is not None}
        self._cited |= papers
        ordered = sorted(papers.values(), key=_number)
        return word("and").join(word("exhibit", number=numeral(_number(each))) for each in ordered)

    def ground(self, *paths: Path) -> str:
        """The exhibits, or that it is the borrower's own statement."""
        return self.exhibits(*paths) or word("own-word")

    def annexed(self, title: str) -> str:
        """A table made here that goes with the document: its number, `附表一`."""
        if title not in self._made:
            self._made.append(title)
        return word("annex", number=numeral(1 + self._made.index(title)))

    def listed(self) -> tuple[str, ...]:
        """Everything that was named: exhibits by number, then what is made here."""
        papers = sorted(self._cited.values(), key=_number)
        return (
            *(word("listed", name=word("exhibit", number=numeral(_number(p))), what=p.name or "") for p in papers),
            *(word("listed", name=self.annexed(title), what=title) for title in self._made),
        )

    def line(self) -> str:
        """The same in one line; empty where nothing was named."""
        return word("stop").join(self.listed())


def _number(paper: Material) -> int:
    return paper.exhibit or 0
