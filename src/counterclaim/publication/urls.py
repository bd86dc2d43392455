"""Where each page is: addresses relative to the site's root, the same in the site and the app."""

from urllib.parse import quote

INDEX = "index.html"
FINDINGS = "findings.html"
CONTRADICTIONS = "contradictions.html"
INCIDENTS = "incidents.html"
TIMELINE = "timeline.html"
CEASEFIRES = "ceasefires.html"
CLAIMS = "claims.html"
DOCUMENTS = "documents.html"
MAP = "map.html"
NAMES = "names.html"
GUIDE = "guide.html"
DECISIONS = "decisions.html"


def finding(finding_id: str) -> str:
    """The page of a finding."""
    return f"findings/{finding_id}.html"


def chart(finding_id: str) -> str:
    """The picture of a finding's chart."""
    return f"charts/{finding_id}.svg"


def incident(incident_id: str) -> str:
    """The page of an incident."""
    return f"incidents/{incident_id}.html"


def claim(claim_id: str) -> str:
    """The page of a claim."""
    return f"claims/{claim_id}.html"


def document(digest: str) -> str:
    """The page of a document."""
    return f"documents/{digest[:16]}.html"


def place(entity_id: str) -> str:
    """The page of a place."""
    return f"places/{quote(entity_id, safe='').replace('%', '_')}.html"


def on_map(entity_id: str) -> str:
    """A place on the map, chosen."""
    return f"{MAP}#place={quote(entity_id, safe='')}"


def words(digest: str, claim_id: str) -> str:
    """The place in a document's page where a claim's words stand."""
    return f"{document(digest)}#w-{claim_id}"


def contradiction(contradiction_id: str) -> str:
    """The page of a contradiction."""
    return f"contradictions/{contradiction_id}.html"


def decision(number: int) -> str:
    """The place of a decision on the page of decisions."""
    return f"{DECISIONS}#d{number}"


def entity(entity_id: str) -> str:
    """The place of a register's entry on the page of names."""
    return f"{NAMES}#e-{quote(entity_id, safe='')}"


def claims_where(name: str, value: str) -> str:
    """The claims table, filtered: the filter's state stands after the hash sign."""
    return f"{CLAIMS}#{quote(name, safe='')}={quote(value, safe='')}"


def root_of(url: str) -> str:
    """The way from the page at `url` back to the site's root: "" or "../"."""
    return "../" * url.count("/")
