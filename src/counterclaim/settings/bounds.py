"""The settings by which claims are judged: rules of bounds, and the order of sources."""

from pydantic import Field

from counterclaim.policy import BoundKind, BoundRule, Evidence, Hedge, Relation
from counterclaim.settings.section import Name, Section


class BoundSettings(Section):
    """A rule of how claims bound figures, tried before those of docs/methods.md; one block each."""

    name: Name = Field(
        description="Identifies the rule. The name of a rule of the package replaces that rule.",
        examples=["enemy"],
    )
    label: Name | None = Field(
        default=None,
        description="What pages call it. Without it, they use the name.",
        examples=["An opponent's count"],
    )
    relation: list[Relation] = Field(
        min_length=1,
        description=(
            "Who speaks of whom: `own` of its own losses, `ally`, `enemy`, `other_party` of another that is "
            "not known to be either, `accuser` of losses of no party with another named as the doer, `self` "
            "with itself as the doer, `bystander` with no doer, `independent` for a source that speaks for "
            "no party, `document` for the text's own voice."
        ),
        examples=[["enemy"]],
    )
    objects: list[Name] = Field(
        default_factory=list,
        description="What is counted; a name stands for all below it. Without it, anything.",
        examples=[["person.civilian"]],
    )
    measures: list[Name] = Field(
        default_factory=list,
        description="How it is counted. Without it, in any way.",
        examples=[["killed", "wounded"]],
    )
    evidence: Evidence | None = Field(
        default=None,
        description="`documented`: only where words near the claim say that each case was shown.",
        examples=["documented"],
    )
    hedge: list[Hedge] = Field(
        default_factory=list,
        description="Only where the text itself puts one of these doubts on the claim.",
        examples=[["unconfirmed"]],
    )
    vague: bool | None = Field(
        default=None,
        description="true: only for vague words such as “dozens”; false: only for plain numbers.",
        examples=[True],
    )
    bound: BoundKind = Field(
        description="Which ends of the figure such a claim bounds.", examples=["ceiling"]
    )
    weight: float = Field(
        ge=0, le=1, description="How much the account is worth in a dispute with another.", examples=[0.5]
    )
    weak: bool = Field(
        default=False,
        description="Whether it counts only where no account that is not weak bounds the figure.",
        examples=[True],
    )
    why: Name = Field(
        description="The reason, in words. It stands beside every claim that the rule decides.",
        examples=["its counts of opposing losses were later found to be close"],
    )
    practice: Name | None = Field(
        default=None, description="Whose practice the rule follows.", examples=["Our own desk rules, 2024"]
    )

    def rule(self, *, of_casebook: bool) -> BoundRule:
        """The rule as reconciliation reads it."""
        return BoundRule(
            name=self.name,
            label=self.label or self.name.replace("_", " ").capitalize(),
            relation=tuple(self.relation),
            bound=self.bound,
            weight=self.weight,
            why=self.why,
            objects=tuple(self.objects),
            measures=tuple(self.measures),
            evidence=self.evidence,
            hedge=tuple(self.hedge),
            vague=self.vague,
            weak=self.weak,
            practice=self.practice or "",
            of_casebook=of_casebook,
        )


class ReconciliationSettings(Section):
    """How contested figures are chosen."""

    source_order: list[Name] = Field(
        default_factory=list,
        description=(
            "Sources as the texts write them, or the parties that they speak for, the most trusted first: "
            "the order of the choice “source hierarchy”. Without it, no such choice is made."
        ),
        examples=[["Observers' Mission", "Northern Republic"]],
    )
