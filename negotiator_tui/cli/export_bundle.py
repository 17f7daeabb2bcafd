"""`export --bundle`: the numbered papers of a case as one .zip, as they are or redacted."""

from negotiator_tui.cli.cases import debt_of, opened
from negotiator_tui.cli.export_document import identity_of
from negotiator_tui.cli.faults import RefusedError
from negotiator_tui.cli.options import Given
from negotiator_tui.cli.output import show
from negotiator_tui.cli.writing import format_of, written
from negotiator_tui.documents.bundle import Bundle, bundle, bundle_name, papers
from negotiator_tui.storage.evidence import content_of
from negotiator_tui.text.clean import clean
from negotiator_tui.text.fault import Fault, sentence
from negotiator_tui.text.language import N_


def run(given: Given) -> int:
    """Write the bundle; what is left out is said, and stands in its index."""
    case_file = opened(given)
    case, path = case_file.case, case_file.path
    format_of(given, ("zip",))
    debt = debt_of(case, given) if given.has("--debt") else None
    asked = Bundle(
        case,
        given.today,
        papers(case, debt, lambda name, sha256: content_of(path, name, sha256)),
        debt,
        identity_of(given, case),
        redacted=given.has("--redacted"),
        letters=given.has("--with-letters"),
    )
    packed = bundle(asked)
    if isinstance(packed, Fault):
        raise RefusedError(packed)
    place, sha256 = written(given, path, bundle_name(asked), packed.data)
    said = [given.say(N_("Written: {name}"), name=clean(str(place)))]
    said += [sentence(each, given.lang) for each in packed.remarks]
    data = {
        "kind": "bundle",
        "redacted": asked.redacted,
        "files": [{"path": name, "sha256": digest, "size": size} for name, digest, size in packed.files],
        "left_out": [{"exhibit": number, "name": name, "why": why} for number, name, why in packed.left_out],
        "remarks": [sentence(each, given.lang) for each in packed.remarks],
        "written": str(place),
        "sha256": sha256,
    }
    show(given, data, said)
    return 0
