"""A report in the manner of a wire, and what a model may answer about it."""

import hashlib
from typing import Any

from counterclaim.extraction.llm.patience import Patience
from counterclaim.extraction.llm.service import Service
from counterclaim.model import Conflict, Document, Party
from counterclaim.partial_date import PartialDate
from counterclaim.settings import LlmSettings

REPORT = (
    "Fighting near the river\n\n"
    "The Armenian Defence Ministry said on 3 March 2021 that at least 12 soldiers had been killed and\n"
    "30 wounded in clashes near Agdam.\n\n"
    "“More than 5,000 people  fled,” a spokesman of the Red Cross said. He, aged 41, drives a T-72.\n\n"
    "Azerbaijan denied that its forces had shelled Agdam. A reporter was killed on 4 March.\n"
)
CONFLICT = Conflict(parties=(Party("Armenia"), Party("Azerbaijan")))
QUICK = Patience(tries=4, first=0.01, longest=0.5)


def document(text: str = REPORT, name: str = "wire.txt", **values: Any) -> Document:
    values = {"date": PartialDate("2021-03-05"), "title": "Fighting near the river"} | values
    return Document(name, hashlib.sha256(text.encode()).hexdigest(), "text/plain", text, **values)


def service(url: str, key: str | None = None, **settings: Any) -> Service:
    """A service with settings that suit a test."""
    declared = LlmSettings(**{"base_url": url, "model": "tiny", "timeout": 5.0, **settings})
    return Service.of(declared, {"COUNTERCLAIM_LLM_KEY": key} if key else {})


def count(**values: Any) -> dict[str, Any]:
    """A model's count of the soldiers killed, true but for what is given."""
    return {
        "quote": "Armenian Defence Ministry said on 3 March 2021 that at least 12 soldiers had been killed",
        "words": "at least 12 soldiers",
        "source": "Armenian Defence Ministry",
        "source_side": "Armenia",
        "stance": "asserts",
        "hedge": None,
        "reported_on": "2021-03-03",
        "actor": None,
        "place": "Agdam",
        "from_date": "2021-03-03",
        "to_date": "2021-03-03",
        "low": 12,
        "high": None,
        "measure": "killed",
        "object": "person.military",
        "party": "Armenia",
        "scope": "incident",
        **values,
    }


def event(**values: Any) -> dict[str, Any]:
    """A model's shelling that is denied, true but for what is given."""
    return {
        "quote": "Azerbaijan denied that its forces had shelled Agdam.",
        "words": "shelled",
        "source": "Azerbaijan",
        "source_side": "Azerbaijan",
        "stance": "denies",
        "hedge": None,
        "reported_on": None,
        "actor": "Azerbaijan",
        "place": "Agdam",
        "from_date": None,
        "to_date": None,
        "event_type": "shelling",
        "target": None,
        **values,
    }
