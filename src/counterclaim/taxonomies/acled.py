"""ACLED's event types: 25 sub-event types in six event types.

Source: Armed Conflict Location & Event Data Project, Codebook (2019, when sub-event types came in, to
2024; the names have not changed since). Raleigh, Kishi and Linke (2023), doi:10.1057/s41599-023-01559-4.
"""

from enum import StrEnum


class DisorderType(StrEnum):
    """ACLED's `disorder_type`."""

    POLITICAL_VIOLENCE = "Political violence"
    DEMONSTRATIONS = "Demonstrations"
    BOTH = "Political violence; Demonstrations"
    STRATEGIC_DEVELOPMENTS = "Strategic developments"


class EventType(StrEnum):
    """ACLED's `event_type`."""

    BATTLES = "Battles"
    EXPLOSIONS = "Explosions/Remote violence"
    VIOLENCE_AGAINST_CIVILIANS = "Violence against civilians"
    PROTESTS = "Protests"
    RIOTS = "Riots"
    STRATEGIC_DEVELOPMENTS = "Strategic developments"


class SubEventType(StrEnum):
    """ACLED's `sub_event_type`, under its names as ACLED's tables write them."""

    GOVERNMENT_REGAINS_TERRITORY = "Government regains territory"
    NON_STATE_ACTOR_OVERTAKES_TERRITORY = "Non-state actor overtakes territory"
    ARMED_CLASH = "Armed clash"
    EXCESSIVE_FORCE = "Excessive force against protesters"
    PROTEST_WITH_INTERVENTION = "Protest with intervention"
    PEACEFUL_PROTEST = "Peaceful protest"
    VIOLENT_DEMONSTRATION = "Violent demonstration"
    MOB_VIOLENCE = "Mob violence"
    CHEMICAL_WEAPON = "Chemical weapon"
    AIR_STRIKE = "Air/drone strike"
    SUICIDE_BOMB = "Suicide bomb"
    SHELLING = "Shelling/artillery/missile attack"
    REMOTE_EXPLOSIVE = "Remote explosive/landmine/IED"
    GRENADE = "Grenade"
    SEXUAL_VIOLENCE = "Sexual violence"
    ATTACK = "Attack"
    ABDUCTION = "Abduction/forced disappearance"
    AGREEMENT = "Agreement"
    ARRESTS = "Arrests"
    CHANGE_TO_GROUP = "Change to group/activity"
    DISRUPTED_WEAPONS_USE = "Disrupted weapons use"
    HEADQUARTERS_ESTABLISHED = "Headquarters or base established"
    LOOTING = "Looting/property destruction"
    NON_VIOLENT_TRANSFER = "Non-violent transfer of territory"
    OTHER = "Other"

    @property
    def event_type(self) -> EventType:
        """The event type that it belongs to."""
        return _EVENT_TYPE[self]

    @property
    def disorder_type(self) -> DisorderType:
        """The type of disorder that it belongs to."""
        if self is SubEventType.EXCESSIVE_FORCE:
            return DisorderType.BOTH
        if self is SubEventType.MOB_VIOLENCE:
            return DisorderType.POLITICAL_VIOLENCE
        if self is SubEventType.VIOLENT_DEMONSTRATION:
            return DisorderType.DEMONSTRATIONS
        return _DISORDER_TYPE[self.event_type]

    @property
    def case_code(self) -> str:
        """The code for it in the shared task 2 of CASE 2021 (doi:10.18653/v1/2021.case-1.23)."""
        return _CASE_CODES[self]


_S = SubEventType
_MEMBERS: dict[EventType, tuple[SubEventType, ...]] = {
    EventType.BATTLES: (
        _S.GOVERNMENT_REGAINS_TERRITORY,
        _S.NON_STATE_ACTOR_OVERTAKES_TERRITORY,
        _S.ARMED_CLASH,
    ),
    EventType.PROTESTS: (_S.EXCESSIVE_FORCE, _S.PROTEST_WITH_INTERVENTION, _S.PEACEFUL_PROTEST),
    EventType.RIOTS: (_S.VIOLENT_DEMONSTRATION, _S.MOB_VIOLENCE),
    EventType.EXPLOSIONS: (
        _S.CHEMICAL_WEAPON,
        _S.AIR_STRIKE,
        _S.SUICIDE_BOMB,
        _S.SHELLING,
        _S.REMOTE_EXPLOSIVE,
        _S.GRENADE,
    ),
    EventType.VIOLENCE_AGAINST_CIVILIANS: (_S.SEXUAL_VIOLENCE, _S.ATTACK, _S.ABDUCTION),
    EventType.STRATEGIC_DEVELOPMENTS: (
        _S.AGREEMENT,
        _S.ARRESTS,
        _S.CHANGE_TO_GROUP,
        _S.DISRUPTED_WEAPONS_USE,
        _S.HEADQUARTERS_ESTABLISHED,
        _S.LOOTING,
        _S.NON_VIOLENT_TRANSFER,
        _S.OTHER,
    ),
}
_EVENT_TYPE = {sub: event for event, subs in _MEMBERS.items() for sub in subs}
_DISORDER_TYPE = {
    EventType.BATTLES: DisorderType.POLITICAL_VIOLENCE,
    EventType.EXPLOSIONS: DisorderType.POLITICAL_VIOLENCE,
    EventType.VIOLENCE_AGAINST_CIVILIANS: DisorderType.POLITICAL_VIOLENCE,
    EventType.PROTESTS: DisorderType.DEMONSTRATIONS,
    EventType.STRATEGIC_DEVELOPMENTS: DisorderType.STRATEGIC_DEVELOPMENTS,
}
_CASE_CODES = {
    _S.ABDUCTION: "ABDUCT_DISSAP",
    _S.AGREEMENT: "AGREEMENT",
    _S.AIR_STRIKE: "AIR_STRIKE",
    _S.ARMED_CLASH: "ARMED_CLASH",
    _S.ARRESTS: "ARREST",
    _S.SHELLING: "ART_MISS_ATTACK",
    _S.ATTACK: "ATTACK",
    _S.CHANGE_TO_GROUP: "CHANGE_TO_GROUP_ACT",
    _S.CHEMICAL_WEAPON: "CHEM_WEAP",
    _S.DISRUPTED_WEAPONS_USE: "DISR_WEAP",
    _S.EXCESSIVE_FORCE: "FORCE_AGAINST_PROTEST",
    _S.GOVERNMENT_REGAINS_TERRITORY: "GOV_REGAINS_TERIT",
    _S.GRENADE: "GRENADE",
    _S.HEADQUARTERS_ESTABLISHED: "HQ_ESTABLISHED",
    _S.MOB_VIOLENCE: "MOB_VIOL",
    _S.NON_STATE_ACTOR_OVERTAKES_TERRITORY: "NON_STATE_ACTOR_OVERTAKES_TER",
    _S.NON_VIOLENT_TRANSFER: "NON_VIOL_TERRIT_TRANSFER",
    _S.OTHER: "OTHER",
    _S.PEACEFUL_PROTEST: "PEACE_PROTEST",
    _S.LOOTING: "PROPERTY_DISTRUCT",
    _S.PROTEST_WITH_INTERVENTION: "PROTEST_WITH_INTER",
    _S.REMOTE_EXPLOSIVE: "REM_EXPLOS",
    _S.SEXUAL_VIOLENCE: "SEX_VIOL",
    _S.SUICIDE_BOMB: "SUIC_BOMB",
    _S.VIOLENT_DEMONSTRATION: "VIOL_DEMONSTR",
}
