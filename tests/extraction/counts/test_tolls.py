"""How reporters tell a toll: bare figures, bodies, none at all, one person, and forces that are counted.

A row is a text and the claims of its counts, each as "low-high measure object", as in test_phrases.
"""

import pytest

from tests.extraction.counts.test_phrases import read, shown

BARE_FIGURES = [
    (
        "The ministry confirmed 48 of its soldiers dead, then 57.",
        ["48-48 killed person.military", "57-57 killed person.military"],
    ),
    (
        "Sixteen people were killed. At least 18 altogether, Reuters wrote; 129, said the AP.",
        ["16-16 killed person", "18- killed person", "129-129 killed person"],
    ),
    (
        "Sixteen people were killed. Later the army spoke of 14, and so did the president.",
        ["16-16 killed person", "14-14 killed person"],
    ),
    (
        "Sixteen people were killed. The minister, too, now says sixteen.",
        ["16-16 killed person", "16-16 killed person"],
    ),
    (
        "Twelve rebels were killed. Local sources say that it may be up to 15.",
        ["12-12 killed person.military", "-15 killed person.military"],
    ),
    (
        "Massacre in the hills: 18, then 14, now 16 dead",
        ["18-18 killed person", "14-14 killed person", "16-16 killed person"],
    ),
    (
        "Forty bodies were found on Sunday. Sixty or so had been found on Monday.",
        ["40-40 killed person", "60-60~ killed person"],
    ),
    (
        "The raid took a thousand lives, the union believes; the Red Cross stopped at 461.",
        ["1000-1000 killed person", "461-461 killed person"],
    ),
    (
        "The authorities admitted to 98 deaths and 120 injuries, while hospital workers talked of 200.",
        ["98-98 killed person", "120-120 wounded person", "200-200 killed person"],
    ),
    (
        "The strike killed 12 rebels. Not twelve but eleven, according to survivors.",
        ["12-12 killed person.military", "11-11 killed person.military"],
    ),
    (
        "The raid killed 30 of the group's fighters, in the army's words; 300, officials told newspapers.",
        ["30-30 killed person.military", "300-300 killed person.military"],
    ),
]

TOLD = [
    ("Kinda massacre: 18, then 14", ["18-18 killed person", "14-14 killed person"]),
    (
        "The group mourns 12 of its own, three of whom died on Wednesday.",
        ["12-12 killed person", "3-3 killed person"],
    ),
    (
        "Fifty soldiers were killed on Saturday.\n\nThe ministry confirmed 48 of its men.",
        ["50-50 killed person.military", "48-48 killed person"],
    ),
    (
        "Fifty soldiers were killed on Saturday.\n\nAt least 127 people altogether, an agency wrote.",
        ["50-50 killed person.military", "127- killed person"],
    ),
    (
        "Ten men were shot in two bars. The army spoke of 14.",
        ["10-10 killed person", "2-2 other structure", "14-14 killed person"],
    ),
    (
        "Fatalities included the owner; two press photographers; and at least three soldiers.",
        ["2-2 killed person.journalist", "3- killed person.military"],
    ),
    (
        "354 people, of whom 37 are injured, were brought to safety.",
        ["354-354 other person", "37-37 wounded person"],
    ),
    (
        "More than 950 people were wounded; 200 of these were brought in by volunteers.",
        ["951- wounded person", "200-200 wounded person"],
    ),
    (
        "The Serbs had 13 tanks damaged out of 300.",
        ["13-13 damaged materiel.tank", "300-300 other materiel.tank"],
    ),
    ("They counted 26 wrecks of tanks.", ["26-26 destroyed materiel.tank"]),
    (
        "Eight members of the security forces and 46 Workers' Party (PKK) militants were killed.",
        ["8-8 killed person", "46-46 killed person.military"],
    ),
    (
        "One of the vehicles rammed into a wall after 20 people had been injured.",
        ["1-1 other materiel.vehicle", "20-20 wounded person"],
    ),
]

REAL_WAYS = [
    (
        "Twelve rebels were killed.\n\nNot twelve but eleven, said survivors, with two injured.",
        ["12-12 killed person.military", "11-11 killed person.military", "2-2 wounded person"],
    ),
    ("There are 14 in the morgue, a doctor said.", ["14-14 killed person"]),
    (
        "He said more than 150 armed men raided bases and 79 were killed.",
        ["151- deployed person.military", "79-79 killed person.military"],
    ),
    (
        "Eight security agents – four from the army and four from the police – died.",
        ["8-8 killed person.military", "4-4 killed person.military", "4-4 killed person.military"],
    ),
    ("Some 2,000 refugees were in the two parishes.", ["2000-2000~ displaced person"]),
    (
        "The navy fought 20 rebel boats, sinking three.",
        ["20-20 other materiel.ship", "3-3 destroyed materiel.ship"],
    ),
    ("Four attack craft were destroyed.", ["4-4 destroyed materiel.ship"]),
    ("Over 70 Sea Tigers were killed.", ["71- killed person"]),
    (
        "Five sailors were hurt and one was transferred to the capital.",
        ["5-5 wounded person.military", "1-1 other person.military"],
    ),
    ("Three out of four people need aid, and ten civilians were killed.", ["10-10 killed person.civilian"]),
    (
        "Seventy-nine of the bodies have been claimed while 96 remain unclaimed.",
        ["79-79 killed person", "96-96 killed person"],
    ),
]

BODIES = [
    ("Volunteers have buried 145 bodies in the past week.", ["145-145 killed person"]),
    ("A mass grave was found; it held twenty corpses.", ["20-20 killed person"]),
    (
        "A witness had seen 50 bodies brought out of a house and thirty from the one beside it.",
        ["50-50 killed person", "30-30 killed person"],
    ),
    ("The two sides exchanged 20 bodies.", ["20-20 other person"]),
    (
        "Twenty-six passengers lost their lives: 18 soldiers and five civilians.",
        ["26-26 killed person", "18-18 killed person.military", "5-5 killed person.civilian"],
    ),
    ("Ten men and six women had been shot in the town.", ["10-10 killed person", "6-6 killed person"]),
]

CARE = [
    ("The agency treated 106 wounded people itself.", ["106-106 wounded person"]),
    ("More than 950 people have received care at the hospital.", ["951- wounded person"]),
    ("Some 30 of the wounded have been treated.", ["30-30~ wounded person"]),
    (
        "A further 500 people were admitted to two hospitals.",
        ["500-500 wounded person", "2-2 other structure.hospital"],
    ),
]

NONE = [
    ("No NATO soldier died in action.", ["0-0 killed person.military"]),
    ("There is no report of a civilian killed.", ["0-0 killed person.civilian"]),
    ("There were no reports of any civilians wounded.", ["0-0 wounded person.civilian"]),
    ("Nobody was hurt.", ["0-0 wounded person"]),
    ("No one was killed in the raid.", ["0-0 killed person"]),
    ("The army denies that there was a single death.", ["0-0 killed person"]),
    ("None of the crew was injured.", ["0-0 wounded person.military"]),
]

FORCES = [
    ("France has 1,600 soldiers in its former colony.", ["1600-1600 deployed person.military"]),
    ("Between 2,000 and 3,000 rebels entered the capital.", ["2000-3000 deployed person.military"]),
    ("More than 3,500 troops took part.", ["3501- deployed person.military"]),
    ("About 2,000 guerrillas stormed the town.", ["2000-2000~ deployed person.military"]),
    ("About 2,000 protesters took part.", ["2000-2000~ other person"]),
    ("Guerrillas who numbered about 2,000 set fire to the offices.", ["2000-2000~ deployed person.military"]),
]

THINGS = [
    (
        "Eighty rifles, two shotguns and ten revolvers were carried off from the police.",
        ["80-80 captured materiel", "2-2 captured materiel", "10-10 captured materiel"],
    ),
    (
        "The troops seized four rifles, two pistols and 13 vehicles.",
        ["4-4 captured materiel", "2-2 captured materiel", "13-13 captured materiel.vehicle"],
    ),
    ("On Tuesday a dozen Mirage 2000s dropped bombs on a camp.", ["12-12 deployed materiel.aircraft"]),
    ("A military helicopter crashed in the hills.", ["1-1 lost materiel.helicopter"]),
]

ONE = [
    ("A rocket killed a moneychanger.", ["1-1 killed person"]),
    ("A beekeeper was killed near the border.", ["1-1 killed person"]),
    ("An army jawan was killed.", ["1-1 killed person.military"]),
    ("The raid killed a total of 12 people.", ["12-12 killed person"]),
    ("Some 600 ethnic Lou Nuer were killed.", ["600-600~ killed person"]),
    ("A suicide car bomber crashed into the gate of a hotel.", []),
    ("Media announced the death of a senior rebel commander on Monday.", ["1-1 killed person.military"]),
    (
        "With the loss of another soldier the toll rose to 85.",
        ["1-1 killed person.military", "85-85 killed person.military"],
    ),
    ("A woman selling tea in front of the hotel was among the dead.", ["1-1 killed person"]),
    ("Another Chadian soldier dies.", ["1-1 killed person.military"]),
    ("Mohan Khadka, the chief district officer, was among those who died.", ["1-1 killed person"]),
    ("Their founder, Abimael Reyes, was captured in Lima.", ["1-1 captured person"]),
    (
        "The six airmen on board and a civilian on the ground were killed.",
        ["6-6 killed person.military", "1-1 killed person.civilian"],
    ),
    ("A girl of 16 lay in hospital with wounds in the neck.", ["1-1 wounded person.child"]),
]

CLOCKS = [
    (
        "Live\n\n0855 A doctor says that twelve rebels were killed.\n\n1330 Shells: four people are wounded.",
        ["12-12 killed person.military", "4-4 wounded person"],
    ),
]


@pytest.mark.parametrize(
    ("text", "expected"),
    BARE_FIGURES + TOLD + REAL_WAYS + BODIES + CARE + NONE + FORCES + THINGS + ONE + CLOCKS,
    ids=lambda value: value[:40] if isinstance(value, str) else "",
)
def test_toll_makes_its_claims(text: str, expected: list[str]) -> None:
    assert [shown(claim) for claim in read(text)] == expected
