"""What reconciling gives, and the whole that a casebook holds."""

from dataclasses import dataclass, field

from counterclaim.model.ceasefires import Ceasefire
from counterclaim.model.claims import Claim, PassedOver
from counterclaim.model.conflict import Conflict
from counterclaim.model.contradictions import Contradiction
from counterclaim.model.decisions import Decision
from counterclaim.model.documents import Document, Unread
from counterclaim.model.estimates import Estimate
from counterclaim.model.findings import Finding
from counterclaim.model.holdings import Holding
from counterclaim.model.incidents import Incident
from counterclaim.model.registers import Registers
from counterclaim.policy import BoundRule


@dataclass(frozen=True, slots=True)
class Reconciliation:
    """What reconciling a casebook's claims gives; the estimates are a model's, one a finding.

    The holdings are the record of who held which place, place by place, each in the order of its days;
    the rules are those that the claims were weighed by, in the order in which they were tried.
    """

    findings: tuple[Finding, ...] = ()
    contradictions: tuple[Contradiction, ...] = ()
    estimates: tuple[Estimate, ...] = ()
    incidents: tuple[Incident, ...] = ()
    holdings: tuple[Holding, ...] = ()
    ceasefires: tuple[Ceasefire, ...] = ()
    rules: tuple[BoundRule, ...] = ()


@dataclass(frozen=True, slots=True)
class Record:
    """Everything that a casebook holds, as publication and exports read it."""

    conflict: Conflict
    documents: tuple[Document, ...] = ()
    unread: tuple[Unread, ...] = ()
    claims: tuple[Claim, ...] = ()
    passed_over: tuple[PassedOver, ...] = ()
    registers: Registers = field(default_factory=Registers)
    reconciliation: Reconciliation = field(default_factory=Reconciliation)
    overruled: tuple[Claim, ...] = ()
    """Claims that reviewers rejected, merged into another or split: they count for nothing."""
    decisions: tuple[Decision, ...] = ()
