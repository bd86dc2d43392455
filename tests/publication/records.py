"""A small record to publish, made by hand: what was said of the dead of the war in South Ossetia, 2008.

The texts are ours. The figures are public ones with those who gave them: Russian and South Ossetian
officials in August 2008, Human Rights Watch on the hospital of Tskhinvali, the Investigative Committee
of Russia's Prosecutor General in December 2008, and the losses that the sides gave to the European
Union's fact-finding mission, which reported in September 2009.
"""

from dataclasses import replace
from hashlib import sha256
from typing import Any

from counterclaim.model import (
    Claim,
    Conflict,
    Contradiction,
    Deaths,
    Dispute,
    Document,
    Entity,
    Finding,
    Holding,
    Incident,
    Party,
    PassedOver,
    Reason,
    Reconciliation,
    Record,
    Registers,
    Report,
    Series,
    Unread,
    Weighing,
)
from counterclaim.partial_date import PartialDate
from counterclaim.publication import Earlier
from counterclaim.reconciliation import reconcile
from counterclaim.reconciliation.accounts import known_by, said_on

CONFLICT = Conflict(
    name="South Ossetia, 2008",
    start=PartialDate("2008-08-07"),
    end=PartialDate("2008-08-12"),
    parties=(
        Party("Georgia", "Georgia", ("Tbilisi", "Georgian"), "state"),
        Party("Russia", "Russia and South Ossetia", ("Moscow", "Russian"), "state"),
        Party("South Ossetia", "Russia and South Ossetia", ("Tskhinvali",), "self_declared_state"),
        Party("France", None, ("Paris",), "state"),
    ),
)


def document(name: str, text: str, **fields: Any) -> Document:
    """A document whose digest is that of its text."""
    return Document(name, sha256(text.encode()).hexdigest(), "text/plain", text, **fields)


FIRST_DAYS = document(
    "first-days.txt",
    "Tskhinvali after the first days\n\n"
    "On 8 August 2008 South Ossetia's leader said that more than 1,400 people had been killed. "
    "Two days later Russian officials spoke of about 2,000 dead. Georgia denied that it had fired on "
    "civilians.\n\n"
    "Doctors at the town's hospital counted 44 bodies and 273 wounded, Human Rights Watch reported.",
    title="Tskhinvali after the first days",
    date=PartialDate("2008-08-14"),
    publisher="The example's own desk",
    url="https://example.org/2008/first-days",
    language="en",
)
LATER_COUNTS = document(
    "later-counts.txt",
    "What was counted later\n\n"
    "In December 2008 the Investigative Committee in Moscow put the civilian dead of South Ossetia at 162."
    "\n\nTo the European Union's mission "
    "Georgia gave 412 dead: 170 servicemen, 14 policemen and 228 civilians. "
    "Russia gave 67 servicemen killed. The mission's report of 30 September 2009 repeats both.",
    title="What was counted later",
    date=PartialDate("2009-09-30"),
    publisher="The example's own desk",
    url="javascript:alert(1)",
    language="en",
)
DOCUMENTS = (LATER_COUNTS, FIRST_DAYS)


def earlier(made: Record, *, anew: bool = False) -> tuple[Earlier, ...]:
    """A record as it was known on each day on which a claim was made.

    Args:
        made: the record.
        anew: reconcile what was known then; else what the record has found is cut down to it.
    """
    by_digest = {one.digest: one for one in made.documents}
    said = (said_on(one, by_digest[one.document]) for one in made.claims)
    found = []
    for day in sorted({PartialDate.of(day.last) for day in said if day}):
        known = known_by(made.claims, by_digest, day)
        then = replace(made, claims=tuple(known), overruled=())
        given = (known, made.conflict, made.registers)
        reconciliation = (
            reconcile(*given, documents=made.documents, as_of=day)
            if anew
            else _cut_down(made.reconciliation, {one.id for one in known})
        )
        found.append(Earlier(day, replace(then, reconciliation=reconciliation)))
    return tuple(found)


def _cut_down(found: Reconciliation, known: set[str]) -> Reconciliation:
    """What of a reconciliation rests on known claims; incidents of which some are not known count no dead."""
    weighed = ((one, tuple(each for each in one.weighings if each.claim in known)) for one in found.findings)
    told = ((one, tuple(each for each in one.reports if each.claim in known)) for one in found.incidents)
    return replace(
        found,
        findings=tuple(replace(one, weighings=kept) for one, kept in weighed if kept),
        contradictions=tuple(one for one in found.contradictions if known.issuperset(one.claims)),
        incidents=tuple(
            one if len(kept) == len(one.reports) else replace(one, reports=kept, deaths=())
            for one, kept in told
            if kept
        ),
        holdings=tuple(one for one in found.holdings if known.issuperset(one.claims)),
    )


def claim(text: Document, quote: str, key: str, **fields: Any) -> Claim:
    """A claim by its quote and the number or cue in it, both of which must stand in the text."""
    start = text.text.index(quote)
    anchor = text.text.index(key, start, start + len(quote))
    made: dict[str, Any] = {"kind": "count", **fields}
    field = "low" if made["kind"] == "count" else "event_type"
    reasons = (Reason(field, "the.rule", anchor, anchor + len(key)), Reason("reported_on", "document.date"))
    return Claim(
        document=text.digest,
        start=start,
        end=start + len(quote),
        quote=quote,
        anchor=anchor,
        reasons=reasons,
        **made,
    )


def toll(text: Document, quote: str, key: str, low: int | None, high: int | None, **fields: Any) -> Claim:
    """A running toll of people killed."""
    made = {"measure": "killed", "object": "person", "scope": "cumulative", **fields}
    return claim(text, quote, key, low=low, high=high, approx=made.pop("approx", False), **made)


KILLED_1400 = toll(
    FIRST_DAYS,
    "South Ossetia's leader said that more than 1,400 people had been killed",
    "1,400",
    1401,
    None,
    party="South Ossetia",
    source="South Ossetia's leader",
    source_side="South Ossetia",
    to_date=PartialDate("2008-08-08"),
)
KILLED_2000 = toll(
    FIRST_DAYS,
    "Russian officials spoke of about 2,000 dead",
    "2,000",
    2000,
    2000,
    approx=True,
    party="South Ossetia",
    source="Russian officials",
    source_side="Russia",
    to_date=PartialDate("2008-08-10"),
)
DENIAL = claim(
    FIRST_DAYS,
    "Georgia denied that it had fired on civilians",
    "fired",
    kind="event",
    event_type="attack_on_civilians",
    actor="Georgia",
    source="Georgia",
    source_side="Georgia",
    stance="denies",
    from_date=PartialDate("2008-08"),
)
BODIES = toll(
    FIRST_DAYS,
    "Doctors at the town's hospital counted 44 bodies and 273 wounded",
    "44",
    44,
    44,
    party="South Ossetia",
    place="Tskhinvali",
    source="Human Rights Watch",
)
WOUNDED = replace(
    claim(FIRST_DAYS, BODIES.quote, "273"),
    measure="wounded",
    object="person",
    low=273,
    high=273,
    approx=False,
    scope="cumulative",
    party="South Ossetia",
    place="Tskhinvali",
    source="Human Rights Watch",
)
HOSPITAL = claim(
    FIRST_DAYS,
    "Doctors at the town's hospital counted 44 bodies and 273 wounded, Human Rights Watch reported",
    "reported",
    kind="event",
    event_type="statement",
    source="Human Rights Watch",
)
KILLED_162 = toll(
    LATER_COUNTS,
    "the Investigative Committee in Moscow put the civilian dead of South Ossetia at 162",
    "162",
    162,
    162,
    party="South Ossetia",
    source="Investigative Committee",
    source_side="Russia",
    to_date=PartialDate("2008-12"),
)
_GEORGIAN = "Georgia gave 412 dead: 170 servicemen, 14 policemen and 228 civilians"


def _georgian(key: str, number: int, counted: str) -> Claim:
    return toll(
        LATER_COUNTS,
        _GEORGIAN,
        key,
        number,
        number,
        object=counted,
        party="Georgia",
        source="Georgia",
        source_side="Georgia",
        to_date=PartialDate("2009"),
    )


GEORGIAN_TOTAL = _georgian("412", 412, "person")
GEORGIAN_PARTS = (
    _georgian("170", 170, "person.military"),
    _georgian("14 ", 14, "person"),
    _georgian("228", 228, "person.civilian"),
)
RUSSIAN_SOLDIERS = toll(
    LATER_COUNTS,
    "Russia gave 67 servicemen killed",
    "67",
    67,
    67,
    object="person.military",
    party="Russia",
    source="Russia",
    source_side="Russia",
)
CLAIMS = (
    KILLED_1400,
    KILLED_2000,
    DENIAL,
    BODIES,
    WOUNDED,
    HOSPITAL,
    KILLED_162,
    GEORGIAN_TOTAL,
    *GEORGIAN_PARTS,
    RUSSIAN_SOLDIERS,
)


def weighed(one: Claim, bound: Any, reason: str, origin: Claim | None = None) -> Weighing:
    """What a claim did in a finding."""
    return Weighing(one.id, bound, "a_rule", reason, origin.id if origin else None)


def finding(
    measure: str,
    counted: str,
    party: str,
    low: Claim | None,
    high: Claim | None,
    *weighings: Weighing,
    **where: Any,
) -> Finding:
    """A finding whose ends are the numbers of two claims; as reconciliation has it, the lower end first."""
    floor, ceiling = low.low if low else None, high.high if high else None
    if floor is not None and ceiling is not None:
        floor, ceiling = sorted((floor, ceiling))
    return Finding(
        Series(measure, counted, party, where.get("place"), "cumulative"),
        floor,
        ceiling,
        low.id if low else None,
        high.id if high else None,
        f"Of {party}, between {floor} and {ceiling} {counted} {measure}.",
        weighings,
    )


DEAD_OF_SOUTH_OSSETIA = finding(
    "killed", "person", "South Ossetia", KILLED_162, None,
    weighed(KILLED_1400, "none", "Set aside: its side withdrew the figure."),
    weighed(KILLED_2000, "none", "Repeats its side's figure.", KILLED_1400),
    weighed(KILLED_162, "floor", "A list of its own dead, so it is a floor."),
)  # fmt: skip
DEAD_OF_GEORGIA = finding(
    "killed", "person", "Georgia", GEORGIAN_TOTAL, GEORGIAN_TOTAL,
    weighed(GEORGIAN_TOTAL, "two_sided", "Settled after the war."),
)  # fmt: skip
WOUNDED_OF_TSKHINVALI = finding(
    "wounded", "person", "South Ossetia", WOUNDED, None,
    weighed(WOUNDED, "floor", "A hospital's count is a floor."),
    place="Tskhinvali",
)  # fmt: skip
CROSSED = finding(
    "killed", "person.military", "Georgia", GEORGIAN_PARTS[0], RUSSIAN_SOLDIERS,
    weighed(GEORGIAN_PARTS[0], "floor", "Its own losses."),
    weighed(RUSSIAN_SOLDIERS, "ceiling", "The enemy's word."),
)  # fmt: skip
FINDINGS = (WOUNDED_OF_TSKHINVALI, DEAD_OF_SOUTH_OSSETIA, CROSSED, DEAD_OF_GEORGIA)

CONTRADICTIONS = (
    Contradiction("disagreement", (KILLED_1400.id, KILLED_162.id), "1,401 or more, or 162.", 0.4),
    Contradiction(
        "arithmetic",
        (GEORGIAN_TOTAL.id, GEORGIAN_PARTS[0].id, GEORGIAN_PARTS[2].id),
        "170 and 228 make 398, and the total is 412; the policemen are the rest.",
        0.9,
    ),
)

INCIDENT = Incident(
    "attack_on_civilians",
    PartialDate("2008-08"),
    PartialDate("2008-08"),
    "Tskhinvali",
    1,
    42.227,
    43.969,
    ("Georgia",),
    ("South Ossetia",),
    (
        Report(BODIES.id),
        Report(DENIAL.id, BODIES.id, 6.5, "the same place, the same day"),
        Report(KILLED_1400.id, BODIES.id, 5.0, "the same place", BODIES.id),
    ),
    (
        Deaths(None, "people", 44, 44, 1401, BODIES.id, "ucdp_conservative", "an independent count"),
        Deaths("South Ossetia", "people", 44, 44, 1401, BODIES.id, "ucdp_conservative", "the same"),
    ),
    (
        Dispute("deaths", (("44 people", (BODIES.id,)), ("more than 1,400 people", (KILLED_1400.id,)))),
        Dispute("denial", (("asserted", (BODIES.id,)), ("denied", (DENIAL.id,)))),
    ),
    "same_place_day_type",
)
TOLD_ONCE = Incident(
    None,
    None,
    None,
    "Tskhinvali",
    None,
    None,
    None,
    (),
    (),
    (Report(HOSPITAL.id),),
    (),
    (),
    "same_place_day_type",
)


def _registers() -> Registers:
    sources = (
        Entity(
            "s1", "source", "Human Rights Watch", ("Human Rights Watch", "HRW"), description="a rights group"
        ),
        Entity("s2", "source", "Investigative Committee", ("Investigative Committee",), party="Russia"),
    )
    places = (
        Entity("p/1", "place", "Tskhinvali", ("Tskhinvali", "Tskhinval"), latitude=42.227, longitude=43.969),
    )
    entities = sources + places
    by_name: dict[tuple[str, str], str] = {
        (entity.kind, name): entity.id for entity in entities for name in entity.names
    }
    return Registers(entities, by_name)


def record() -> Record:
    """The whole record."""
    day = FIRST_DAYS.text.index("8 August")
    return Record(
        conflict=CONFLICT,
        documents=DOCUMENTS,
        unread=(Unread("scan.pdf", "It holds pictures of pages and no text.", "Add its text."),),
        claims=CLAIMS,
        passed_over=(PassedOver(FIRST_DAYS.digest, day, day + 1, "8", "a day of the month"),),
        registers=_registers(),
        reconciliation=Reconciliation(FINDINGS, CONTRADICTIONS, incidents=(INCIDENT, TOLD_ONCE)),
    )


def dated_record() -> Record:
    """The same with the two claims about the town's hospital on two days."""
    day, later = PartialDate("2008-08-08"), PartialDate("2008-08-12")
    dated = (replace(BODIES, to_date=day), replace(WOUNDED, to_date=later))
    others = tuple(claim for claim in CLAIMS if claim not in (BODIES, WOUNDED))
    return replace(record(), claims=(*others, *dated))


def held_record() -> Record:
    """The small record, in which two sides say that they took the town on days of August 2008."""
    day, later = PartialDate("2008-08-08"), PartialDate("2008-08-10")
    took = Holding(
        "p/1", "took", ("Georgia",), day, day, (BODIES.id,), "Georgia took Tskhinvali, according to one."
    )
    other = Holding(
        "p/1",
        "took",
        ("Russia",),
        later,
        later,
        (WOUNDED.id,),
        "Russia took Tskhinvali, others say.",
    )
    denied = Holding(
        "p/1", "did_not_take", ("Russia",), later, later, (DENIAL.id,), "Russia did not take Tskhinvali.",
        disputed_by=(other.id,),
    )  # fmt: skip
    holdings = (replace(took, ended_by=other.id), replace(other, disputed_by=(denied.id,)), denied)
    made = dated_record()
    return replace(made, reconciliation=replace(made.reconciliation, holdings=holdings))


def large_record(claims: int, documents: int) -> Record:
    """A record of a given size: every claim is in a finding, every tenth in a contradiction."""
    each = claims // documents
    texts = [_long_text(number, each) for number in range(documents)]
    made = [one for text, keys in texts for one in _claims_of(text, keys)]
    series = [made[start : start + 6] for start in range(0, len(made), 6)]
    findings = tuple(_large_finding(place, members) for place, members in enumerate(series))
    pairs = zip(made[::10], made[1::10], strict=False)
    contradictions = tuple(
        Contradiction("disagreement", (one.id, other.id), "They differ.", 0.5) for one, other in pairs
    )
    return Record(
        conflict=CONFLICT,
        documents=tuple(text for text, _ in texts),
        claims=tuple(made),
        reconciliation=Reconciliation(findings, contradictions),
    )


def _long_text(number: int, sentences: int) -> tuple[Document, list[str]]:
    keys = [f"{1000 + number * sentences + place:,}" for place in range(sentences)]
    lines = [
        f"Observer {place % 40} of mission {number} counted {key} wounded near post {place}."
        for place, key in enumerate(keys)
    ]
    paragraphs = [" ".join(lines[start : start + 5]) for start in range(0, len(lines), 5)]
    day = PartialDate(f"2008-{1 + number % 12:02}-{1 + number % 28:02}")
    return document(f"report-{number}.txt", "\n\n".join(paragraphs), title=f"Report {number}", date=day), keys


def _claims_of(text: Document, keys: list[str]) -> list[Claim]:
    return [
        replace(
            claim(
                text,
                f"Observer {place % 40} of mission {text.name[7:-4]} counted {key} wounded near post {place}",
                key,
            ),
            measure="wounded",
            object="person",
            low=int(key.replace(",", "")),
            high=int(key.replace(",", "")),
            approx=False,
            party="Georgia" if place % 2 else "Russia",
            source=f"Observer {place % 40}",
            scope="incident",
        )
        for place, key in enumerate(keys)
    ]


def _large_finding(place: int, members: list[Claim]) -> Finding:
    weighings = [weighed(one, "floor", "Its own losses are a floor.") for one in members]
    return finding("wounded", "person", "Georgia", members[-1], None, *weighings, place=f"post {place}")
